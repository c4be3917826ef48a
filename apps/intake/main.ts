import { serve } from '@wijkspoor/platform';
import { IntakeModule } from '@wijkspoor/services/intake';

await serve([IntakeModule]);
