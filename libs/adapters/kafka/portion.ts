import type { StoredEvent } from '@wijkspoor/ports';
import type { Batch, EachBatchPayload, Offsets } from 'kafkajs';
import { eventOf, NoEvent } from './cloud-event.ts';

/** What stands at an offset: an event, or something that is none. */
export type Place = Readonly<{ offset: string; event?: StoredEvent }>;

/** What one partition brought. */
export type Portion = Readonly<{
  partition: number;
  places: readonly Place[];
  /** Everything up to an offset is done: the next fetch begins behind it. */
  resolve(offset: string): void;
  /** Works also after the consumer was told to stop; what kafkajs offers elsewhere does not. */
  commit(offsets: Offsets): Promise<void>;
  heartbeat(): Promise<void>;
}>;

/** The part of one portion that goes into one batch. */
export type Slice = Readonly<{ portion: Portion; places: readonly Place[] }>;

/** A message that is no event of ours, and where it stands. */
export type RefusedMessage = Readonly<{
  topic: string;
  partition: number;
  offset: string;
  reasons: readonly string[];
}>;

/** Reads what kafkajs brought. What is no event is told, and passed by: it may not block others. */
export function portionOf(
  payload: EachBatchPayload,
  refused: (message: RefusedMessage) => void,
): Portion {
  const { batch } = payload;
  const places = batch.messages.map((message): Place => {
    const { offset } = message;
    try {
      return { offset, event: eventOf(message) };
    } catch (error) {
      if (!(error instanceof NoEvent)) throw error;
      refused({ ...placeOf(batch), offset, reasons: error.reasons });
      return { offset };
    }
  });
  return {
    partition: batch.partition,
    places,
    resolve: (offset) => payload.resolveOffset(offset),
    commit: (offsets) => payload.commitOffsetsIfNecessary(offsets),
    heartbeat: () => payload.heartbeat(),
  };
}

const placeOf = ({ topic, partition }: Batch) => ({ topic, partition });

/** Batches of at most so many messages, each partition in its order. */
export function* slicesOf(portions: readonly Portion[], size: number): Iterable<readonly Slice[]> {
  let [slices, room]: [Slice[], number] = [[], size];
  for (const portion of portions) {
    for (let from = 0; from < portion.places.length;) {
      const places = portion.places.slice(from, from + room);
      slices.push({ portion, places });
      from += places.length;
      room -= places.length;
      if (room > 0) continue;
      yield slices;
      [slices, room] = [[], size];
    }
  }
  if (slices.length > 0) yield slices;
}

/** The events of a batch in the order of the log, which is also that of every stream. */
export function eventsIn(slices: readonly Slice[]): StoredEvent[] {
  const events = slices.flatMap(({ places }) => places.flatMap(({ event }) => event ?? []));
  return events.sort((one, other) => one.position - other.position);
}
