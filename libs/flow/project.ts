import type { AnyEvent, Recorded, StreamId } from '@wijkspoor/kernel';
import type { EventLog, HandleBatch } from '@wijkspoor/ports';
import { witnessOf } from '@wijkspoor/ports';
import type { Codec } from './codec.ts';

/** How a view fetches the whole of a stream of which it missed an event. */
export type Reread<Event extends AnyEvent> = (
  stream: StreamId,
) => Promise<readonly Recorded<Event>[]>;

/**
 * A read model: rows that are folded from events and can be thrown away and rebuilt.
 *
 * `apply` folds a batch into rows and moves the view's own checkpoint to `position`, in one
 * transaction. A row is guarded by its stream's revision: an event that comes again changes
 * nothing, and where a revision is missing the stream is reread within the same transaction.
 */
export interface View<Event extends AnyEvent> {
  apply(events: readonly Recorded<Event>[], position: number, reread: Reread<Event>): Promise<void>;
}

/** A batch handler for the bus that keeps a view up to date. */
export function project<Event extends AnyEvent>(
  view: View<Event>,
  log: EventLog,
  codec: Codec<Event>,
): HandleBatch {
  const reread: Reread<Event> = async (stream) =>
    (await log.read(stream)).map((event) => codec.decode(event));
  return async (batch) => {
    const last = batch.at(-1);
    if (!last) return;
    const events = batch.map((event) => codec.decode(event));
    const apply = () => view.apply(events, last.position, reread);
    await witnessOf(log).projection(batch, apply);
  };
}
