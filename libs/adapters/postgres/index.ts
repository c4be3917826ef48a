/** Everything of Wijkspoor that speaks PostgreSQL, and the server that comes along. */
export { addressOfRunning, startEmbeddedServer } from './embedded-server.ts';
export type { EmbeddedServer } from './embedded-server.ts';
export { CannotStart, FolderInUse } from './embedded-errors.ts';
export { openPostgresEventLog } from './event-log.ts';
export type { EventLogOptions, PostgresEventLog } from './event-log.ts';
export { openPostgresBus } from './bus.ts';
export type { BusOptions } from './bus.ts';
export { openPostgresCheckpoints } from './checkpoint.ts';
export type { PostgresCheckpoints } from './checkpoint.ts';
export { openPostgresDeadLetters } from './dead-letters.ts';
export { whyNoPostgres } from './reachable.ts';
export { whileLeased } from './lease.ts';
