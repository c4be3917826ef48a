import { serveFrontDoor } from '@wijkspoor/platform';

await serveFrontDoor();
