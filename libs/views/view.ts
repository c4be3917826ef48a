import type { AnyEvent, Recorded, StreamId } from '@wijkspoor/kernel';

/** How a view fetches the whole of a stream of which it missed an event. */
export type Reread<Event extends AnyEvent> = (
  stream: StreamId,
) => Promise<readonly Recorded<Event>[]>;

/**
 * A read model, in the shape that `flow/project` expects: `apply` folds a batch into rows and moves
 * the view's checkpoint to its last position, in one transaction.
 */
export interface View<Event extends AnyEvent> {
  apply(events: readonly Recorded<Event>[], position: number, reread: Reread<Event>): Promise<void>;
}
