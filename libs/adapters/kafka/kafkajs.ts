import { createRequire } from 'node:module';
import type * as Kafkajs from 'kafkajs';

const require = createRequire(import.meta.url);

/**
 * kafkajs, loaded when it is first used: it takes a tenth of a second, and most cities need none.
 * By `require`, because it is CommonJS, of which `import` sees some names and others not.
 */
export const kafkajs = () => require('kafkajs') as typeof Kafkajs;
