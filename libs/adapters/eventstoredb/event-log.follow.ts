import { Unavailable } from '@wijkspoor/kernel';
import { unlessStopped, type Bells } from '@wijkspoor/ports';
import type { Batch, Reader } from './event-log.read.ts';
import type { Places } from './event-log.places.ts';

export type FollowOptions = Readonly<{ batchSize: number; pollMs: number }>;

/** Every event after a position up to a last one. Fetches a batch while another is handled. */
export async function* replay(reader: Reader, batchSize: number, from: number, last: number) {
  let next = from < last ? reader.after(from, batchSize) : undefined;
  while (next) {
    const batch = await next;
    const end = batch.at(-1)?.position ?? last;
    next = end < last ? reader.after(end, batchSize) : undefined;
    // The consumer may stop early or throw: then nobody waits for this one.
    next?.catch(() => undefined);
    const wanted = batch.filter(({ position }) => position <= last);
    if (wanted.length > 0) yield wanted;
  }
}

type Following = Readonly<{ reader: Reader; places: Places; bells: Bells }>;

/** Every event after a position, then every new one. Waits while the engine is gone. */
export async function* follow(
  { reader, places, bells }: Following,
  { batchSize, pollMs }: FollowOptions,
  { from, stop }: Readonly<{ from: number; stop: AbortSignal }>,
): AsyncGenerator<Batch> {
  const bell = bells.hire();
  let place: number | undefined;
  const next = async () => reader.after((place ??= await places.atOrBefore(from)), batchSize);
  try {
    while (!stop.aborted) {
      const batch = await unlessStopped(next().catch(emptyWhenGone), stop);
      if (!batch) return;
      place = batch.at(-1)?.position ?? place;
      const wanted = batch.filter(({ position }) => position > from);
      if (wanted.length > 0) yield wanted;
      if (batch.length < batchSize) await bell.rung(pollMs, stop);
    }
  } finally {
    bells.dismiss(bell);
  }
}

function emptyWhenGone(error: unknown): Batch {
  if (error instanceof Unavailable) return [];
  throw error;
}
