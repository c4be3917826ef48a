import { serve } from '@wijkspoor/platform';
import { RoutingModule } from '@wijkspoor/services/routing';

await serve([RoutingModule]);
