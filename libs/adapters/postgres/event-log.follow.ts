import { Unavailable } from '@wijkspoor/kernel';
import { unlessStopped, type Bells } from '@wijkspoor/ports';
import type { Batch, Tail } from './event-log.tail.ts';

export type FollowOptions = Readonly<{ batchSize: number; pollMs: number }>;

/** Every event after a position up to a last one. Fetches a batch while another is handled. */
export async function* replay(tail: Tail, batchSize: number, after: number, last: number) {
  let next = after < last ? tail.after(after, batchSize) : undefined;
  while (next) {
    const batch = upTo(await next, last);
    const end = batch.at(-1)?.position ?? last;
    next = end < last ? tail.after(end, batchSize) : undefined;
    // The consumer may stop early or throw: then nobody waits for this one.
    next?.catch(() => undefined);
    if (batch.length > 0) yield batch;
  }
}

/** Every event after a position, then every new one. Waits while the engine is gone. */
export async function* follow(
  tail: Tail,
  bells: Bells,
  { batchSize, pollMs }: FollowOptions,
  { from, stop }: Readonly<{ from: number; stop: AbortSignal }>,
): AsyncGenerator<Batch> {
  const bell = bells.hire();
  let after = from;
  try {
    while (!stop.aborted) {
      const batch = await unlessStopped(tail.after(after, batchSize).catch(emptyWhenGone), stop);
      if (!batch) return;
      if (batch.length > 0) yield batch;
      after = batch.at(-1)?.position ?? after;
      if (batch.length < batchSize) await bell.rung(pollMs, stop);
    }
  } finally {
    bells.dismiss(bell);
  }
}

const upTo = (batch: Batch, last: number): Batch =>
  (batch.at(-1)?.position ?? 0) <= last ? batch : batch.filter(({ position }) => position <= last);

function emptyWhenGone(error: unknown): Batch {
  if (error instanceof Unavailable) return [];
  throw error;
}
