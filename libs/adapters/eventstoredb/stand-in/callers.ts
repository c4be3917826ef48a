import { setTimeout as sleep } from 'node:timers/promises';
import { Unavailable, type StreamId } from '@wijkspoor/kernel';
import type { EventLog, StoredEvent } from '@wijkspoor/ports';
import { someEvents } from '@wijkspoor/ports/contract';

/** For which tests need not wait; only a follower looks by itself later than any of them lasts. */
export const quickly = { timeoutMs: 2_000, retryMs: 50, pollMs: 600_000 };

/** Appends until it works, with the same ids each time, as a caller of the port does. */
export async function insist(log: EventLog, stream: StreamId, events = someEvents(1)) {
  for (;;) {
    try {
      return await log.append(stream, events, 'none');
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      await sleep(20);
    }
  }
}

/** Follows from now on; `end` resolves when it has ended. */
export async function follower(log: EventLog) {
  const seen: StoredEvent[] = [];
  const stop = new AbortController();
  const from = await log.head();
  const following = (async () => {
    for await (const batch of log.follow(from, stop.signal)) seen.push(...batch);
  })();
  const end = async () => {
    stop.abort();
    await following;
  };
  return { seen, end };
}
