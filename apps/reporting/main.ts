import { serve } from '@wijkspoor/platform';
import { ReportingModule } from '@wijkspoor/services/reporting';

await serve([ReportingModule]);
