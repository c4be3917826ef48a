/** Everything of Wijkspoor that speaks EventStoreDB, which is called KurrentDB today. */
export { isEventStoreDbAddress } from './address.ts';
export { CannotStart } from './errors.ts';
export { openEventStoreDbEventLog } from './event-log.ts';
export type { EventLogOptions } from './event-log.ts';
