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
  /** When it was last given to the handler, or else put aside. */
  at: Instant;
  /** When it was first put aside. */
  since: Instant;
  /** A person asked to try it again, and that is still to come. */
  asked: boolean;
  /** Only where a person let go of it. */
  released?: Release & Readonly<{ at: Instant }>;
}>;

/** Who let go of a letter, and why. Kept for ever: from then on a view or a service lacks it. */
export type Release = Readonly<{ by: string; reason: string }>;

/** A stream that a group has parked: the letter in the way, and how many events stand behind it. */
export type ParkedStream = Readonly<{ first: DeadLetter; behind: number }>;

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

  /** Every stream that is parked, by group and then by who was put aside first. */
  streams(): Promise<readonly ParkedStream[]>;

  /** What a group has parked, oldest first. */
  list(group: string): Promise<readonly DeadLetter[]>;

  /** One letter by the position of its event, also one that was let go. */
  letter(group: string, position: number): Promise<DeadLetter | undefined>;

  /** What was let go of, the latest first. */
  released(): Promise<readonly DeadLetter[]>;

  /**
   * Asks the consumer of a group, wherever it runs, to try a stream's letters again in their order.
   * Gives how many there are. One that fails again parks the stream again.
   */
  retry(group: string, stream: StreamId): Promise<number>;

  /**
   * Lets the first letter of a stream go: this group will not handle it, and it is kept who said so
   * and why. What stands behind it is tried again, in order. Gives the letter; undefined when the
   * event at that position is not the first letter of the stream, so that of two people at once
   * one does not let go of what the other never saw.
   */
  release(
    group: string,
    stream: StreamId,
    position: number,
    release: Release,
  ): Promise<DeadLetter | undefined>;
}
