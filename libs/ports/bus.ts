import type { Checkpoint } from './checkpoint.ts';
import type { StoredEvent } from './event-log.ts';

/** What a consumer does with a batch. Throwing means: not done, give it again. */
export type HandleBatch = (batch: readonly StoredEvent[]) => Promise<void>;

export type Consumer = Readonly<{
  /** Each group gets every event; the members of one group share them. */
  group: string;
  /** How far this group has come. Saved after the batch is handled, so a crash repeats, not loses. */
  checkpoint: Checkpoint;
  handle: HandleBatch;
}>;

/** An event that a group could not handle, or one behind it in the same stream. */
export type DeadLetter = Readonly<{ group: string; event: StoredEvent; error: string }>;

/**
 * Carries events to consumers: at least once, in order per stream. All promises:
 * `contract/bus.contract.ts`.
 *
 * An event that keeps failing becomes a dead letter and parks that stream only: later events of the
 * same stream are kept behind it, all other streams go on.
 */
export interface Bus {
  /** Resolves when the events are durable on the bus. */
  publish(events: readonly StoredEvent[]): Promise<void>;

  /** Runs until `stop`. Resolves after the last batch is handled and its checkpoint is saved. */
  consume(consumer: Consumer, stop: AbortSignal): Promise<void>;

  /** What a group has parked, oldest first. */
  deadLetters(group: string): Promise<readonly DeadLetter[]>;
}
