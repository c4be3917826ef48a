/** The words that every other library is written in. Imports nothing. */
export type * from './event.ts';
export type * from './decider.ts';
export { Refused, BadInput, RevisionConflict, Unavailable } from './errors.ts';
export type { Fault, Facts } from './errors.ts';
export { differences } from './differences.ts';
