import { serve } from '@wijkspoor/platform';
import { DeadlineMonitorModule } from '@wijkspoor/services/deadline-monitor';

await serve([DeadlineMonitorModule]);
