import type { Instant, StreamId } from '@wijkspoor/kernel';
import type { StoredEvent } from './event-log.ts';

/** An event that a group could not handle, or one behind it in the same stream. */
export type DeadLetter = Readonly<{
  group: string;
  event: StoredEvent;
  /** What the handler said, or that an earlier event of the stream stands in the way. */
  error: string;
  /** So often it was given to the handler; 0 for an event that stands behind another. */
  attempts: number;
  at: Instant;
  /** A person asked to try it again, and that is still to come. */
  asked: boolean;
}>;

/** How many letters a group has, and how many streams are parked by them. */
export type DeadLetterCount = Readonly<{ group: string; letters: number; streams: number }>;

/** What a bus keeps of events that a group could not handle. A stream with letters is parked. */
export interface ParkedEvents {
  /** The streams that a group has parked. */
  parked(group: string): Promise<ReadonlySet<StreamId>>;

  /**
   * Keeps an event that failed, and parks its stream. If it failed before: the latest error. An
   * event that a person let go of stays gone, and parks nothing.
   */
  park(group: string, event: StoredEvent, error: string, attempts: number): Promise<void>;

  /**
   * Keeps events that stand behind a dead letter, and gives back those of streams that are not
   * parked, or not any more. Again changes nothing.
   */
  keepBehind(group: string, events: readonly StoredEvent[]): Promise<readonly StoredEvent[]>;

  /** The streams of which a person asked to try the letters again. */
  asked(group: string): Promise<readonly StreamId[]>;

  /** The first letter of a stream; undefined when it is not parked. */
  first(group: string, stream: StreamId): Promise<DeadLetter | undefined>;

  /** Takes a letter away, because its event was handled after all. */
  handled(group: string, event: StoredEvent): Promise<void>;
}

/** What a person sees of the events that could not be handled, and what can be done about them. */
export interface DeadLetters {
  /** How much each group has parked; groups with nothing are left out. */
  counts(): Promise<readonly DeadLetterCount[]>;

  /** What a group has parked, oldest first. */
  list(group: string): Promise<readonly DeadLetter[]>;

  /**
   * Asks the consumer of a group, wherever it runs, to try a stream's letters again in their order.
   * Gives how many there are. One that fails again parks the stream again.
   */
  retry(group: string, stream: StreamId): Promise<number>;

  /**
   * Lets the first letter of a stream go: this group will not handle it. What stands behind it is
   * tried again, in order. Gives the letter; undefined when the stream is not parked.
   */
  release(group: string, stream: StreamId): Promise<DeadLetter | undefined>;
}
