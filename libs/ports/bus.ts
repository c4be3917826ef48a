import type { Checkpoint } from './checkpoint.ts';
import type { DeadLetter } from './dead-letters.ts';
import type { StoredEvent } from './event-log.ts';

/** What a consumer does with a batch. Throwing means: not done, give it again. */
export type HandleBatch = (batch: readonly StoredEvent[]) => Promise<void>;

export type Consumer = Readonly<{
  /** Each group gets every event; the members of one group share them. */
  group: string;
  /**
   * How far this group has come in the log: for a bus that brings all events in one order, which
   * begins there, and saves it after each batch, so that a crash repeats and does not lose. A bus
   * with partitions keeps the place of a group by itself and leaves this alone: there, an event can
   * be handled before an earlier one of another stream, and no single position is true.
   */
  checkpoint: Checkpoint;
  handle: HandleBatch;
}>;

/**
 * Carries events to consumers: at least once, in order per stream. All promises:
 * `contract/bus.contract.ts`.
 *
 * An event that keeps failing becomes a dead letter and parks that stream only: later events of the
 * same stream are kept behind it, all other streams go on.
 */
export interface Bus {
  /**
   * Resolves when the events are durable on the bus. What is given before an earlier call has
   * resolved goes after it; when that one fails, this one fails too, and none of its events passes
   * those of the same stream that failed.
   */
  publish(events: readonly StoredEvent[]): Promise<void>;

  /**
   * Runs until `stop`. Resolves after the batch under way is handled, and is known to be: who
   * consumes for this group next goes on behind it.
   */
  consume(consumer: Consumer, stop: AbortSignal): Promise<void>;

  /** How many events on the bus a group has still before it. What it has parked is not counted. */
  backlog(consumer: Pick<Consumer, 'group' | 'checkpoint'>): Promise<number>;

  /** What a group has parked, oldest first. */
  deadLetters(group: string): Promise<readonly DeadLetter[]>;
}
