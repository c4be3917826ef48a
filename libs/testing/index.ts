/** What specs stand on: real servers and programs, a clock set by hand, given/when/then. */
export { testDatabase } from './database.ts';
export type { TestDatabase } from './database.ts';
export { testClone } from './clone.ts';
export { emptyEventStore, eventStore } from './event-store.ts';
export type { EventStoreServer, StartStandIn } from './event-store.ts';
export { freePort } from './port.ts';
export { testFolder } from './folder.ts';
export type { TestFolder } from './folder.ts';
export { bundleProgram, runProgram } from './program.ts';
export type { Program, ProgramOptions } from './program.ts';
export { testClock } from './clock.ts';
export type { TestClock } from './clock.ts';
export { eventually, get, post } from './http.ts';
export type { HttpAnswer } from './http.ts';
export { kafka, ownKafka, withKafka } from './kafka.ts';
export type { FoundKafka, OwnKafka } from './kafka.ts';
export { inTimeZones } from './time-zones.ts';
export { scenario } from './scenario.ts';
