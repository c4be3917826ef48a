/** What the flow needs of the outside world. Each port's promises are its suite in `contract/`. */
export type * from './event-log.ts';
export type * from './bus.ts';
export type * from './dead-letters.ts';
export type * from './inbox.ts';
export type * from './checkpoint.ts';
export type * from './bezorger.ts';
export type * from './clock.ts';
export { seenBy, witnessOf } from './witness.ts';
export type { Witness } from './witness.ts';
export { Delivery } from './delivery.ts';
export { backOff, insist, retryPolicy, Stopped } from './insist.ts';
export type { RetryPolicy } from './insist.ts';
export { Bell, Bells } from './bells.ts';
export type { Ringing } from './bells.ts';
export { unlessStopped, wait } from './wait.ts';
