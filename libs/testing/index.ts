/** What specs stand on: real servers for a test run, a clock that is set by hand, given/when/then. */
export { testDatabase } from './database.ts';
export type { TestDatabase } from './database.ts';
export { testClock } from './clock.ts';
export type { TestClock } from './clock.ts';
export { scenario } from './scenario.ts';
