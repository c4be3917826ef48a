import type { Instant, StreamId, Uuid } from '@wijkspoor/kernel';

/**
 * An event on its way into the log. `body` and `meta` are JSON text; their UTF-8 bytes are stored
 * as they are and come back as they were, never parsed and written again.
 */
export type NewEvent = Readonly<{ id: Uuid; type: string; body: string; meta: string }>;

/** An event as the log holds it. */
export type StoredEvent = NewEvent &
  Readonly<{
    stream: StreamId;
    revision: number;
    position: number;
    recordedAt: Instant;
    /** W3C `traceparent` of what brought it here last. Travels on a bus; a log does not keep it. */
    trace?: string;
  }>;

/** The revision of the stream's last event (from 0), or `'none'`: the stream must not exist. */
export type Expected = number | 'none';

/** Where the last event of an append stands. */
export type Appended = Readonly<{ revision: number; position: number }>;

/**
 * The one place where facts are kept. All promises: `contract/event-log.contract.ts`.
 *
 * Every method throws `Unavailable` while the engine cannot be reached, except the two that follow:
 * `follow` waits and goes on where it was.
 */
export interface EventLog {
  /**
   * Stores all of the events or none, durably, after the expected revision.
   *
   * The same events (by id) at the same expected revision again give the same answer and store
   * nothing. Throws `RevisionConflict` when the stream is elsewhere.
   */
  append(stream: StreamId, events: readonly NewEvent[], expected: Expected): Promise<Appended>;

  /** All events of a stream in order; empty when there is no such stream. */
  read(stream: StreamId): Promise<readonly StoredEvent[]>;

  /** Every event after a position, in order, in batches, up to the head of this moment. */
  replay(after: number): AsyncIterable<readonly StoredEvent[]>;

  /** As `replay`, and then every new event as it comes, until `stop`. Never skips an event. */
  follow(after: number, stop: AbortSignal): AsyncIterable<readonly StoredEvent[]>;

  /** The position of the last event; 0 when the log is empty. */
  head(): Promise<number>;
}
