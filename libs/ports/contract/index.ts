/** The promises of the ports, each as a suite that every adapter runs in full. */
export { eventLogContract } from './event-log.contract.ts';
export type { OpenLog } from './event-log.contract.ts';
export { busContract } from './bus.contract.ts';
export type { OpenBus } from './bus.contract.ts';
export type { OpenedBus } from './bus.workbench.ts';
export { deadLettersContract } from './dead-letters.contract.ts';
export type { OpenDeadLetters } from './dead-letters.contract.ts';
export { checkpointContract } from './checkpoint.contract.ts';
export type { OpenCheckpoints } from './checkpoint.contract.ts';
export { eventually, someEvents, someStream } from './samples.ts';
export { inboxContract } from './inbox.contract.ts';
export type { OpenedInbox, SentMessage } from './inbox.contract.ts';
