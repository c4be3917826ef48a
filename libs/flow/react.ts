import type { StreamId } from '@wijkspoor/kernel';
import type { StoredEvent } from '@wijkspoor/ports';

/** What a service does about one event. Nothing, for events that are not its business. */
export type Reaction = (event: StoredEvent) => Promise<void> | undefined;

/** How many streams a service may react to at a time, at this moment. */
export type Pace = () => number;

/**
 * Turns events into commands: a batch handler for the bus.
 *
 * Streams go side by side, so that their appends share a commit; within a stream one event waits
 * for the one before it. Fails as a whole if any reaction fails; the bus then gives the batch
 * again, which is harmless because a command that was carried out already decides nothing.
 */
export function react(
  reaction: Reaction,
  pace: Pace = () => 256,
): (batch: readonly StoredEvent[]) => Promise<void> {
  return async (batch) => {
    const streams = byStream(batch);
    const failures: unknown[] = [];
    const worker = async () => {
      for (let events = streams.pop(); events; events = streams.pop()) {
        await inOrder(events, reaction).catch((error: unknown) => failures.push(error));
      }
    };
    const workers = Math.min(pace(), streams.length);
    await Promise.all(Array.from({ length: workers }, worker));
    if (failures.length > 0) throw failures[0];
  };
}

async function inOrder(events: readonly StoredEvent[], reaction: Reaction): Promise<void> {
  for (const event of events) await reaction(event);
}

/** The events of each stream; the stream that comes first in the batch stands last. */
function byStream(batch: readonly StoredEvent[]): StoredEvent[][] {
  const streams = new Map<StreamId, StoredEvent[]>();
  for (const event of batch) {
    const events = streams.get(event.stream);
    if (events) events.push(event);
    else streams.set(event.stream, [event]);
  }
  return [...streams.values()].reverse();
}
