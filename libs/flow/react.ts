import type { StreamId } from '@wijkspoor/kernel';
import type { StoredEvent } from '@wijkspoor/ports';

/** What a service does about one event. Nothing, for events that are not its business. */
export type Reaction = (event: StoredEvent) => Promise<void> | undefined;

/**
 * Turns events into commands: a batch handler for the bus.
 *
 * Streams go side by side, so that their appends share a commit; within a stream one event waits
 * for the one before it. Fails as a whole if any reaction fails; the bus then gives the batch again,
 * which is harmless because a command that was carried out already decides nothing.
 */
export function react(reaction: Reaction): (batch: readonly StoredEvent[]) => Promise<void> {
  return async (batch) => {
    const last = new Map<StreamId, Promise<void>>();
    for (const event of batch) {
      const before = last.get(event.stream);
      const work = before ? before.then(() => reaction(event)) : reaction(event);
      if (work) last.set(event.stream, work);
    }
    const results = await Promise.allSettled(last.values());
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  };
}
