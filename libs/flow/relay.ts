import type { Bus, Checkpoint, EventLog, StoredEvent } from '@wijkspoor/ports';

/** So many batches are with the bus at a time; more would fill the memory of a relay that waits. */
const aheadMax = 4;

/**
 * Carries every event from the log to the bus: in order, at least once.
 *
 * The checkpoint moves only after the bus has said yes. A crash in between repeats a batch, which
 * consumers expect. The other order would lose one, which nobody would notice.
 *
 * The next batches are read while the bus is busy with one. They reach it in order, and the bus
 * lets nothing pass what failed. Ends when nothing is under way any more, also when it fails.
 */
export async function relay(
  log: EventLog,
  bus: Bus,
  checkpoint: Checkpoint,
  stop: AbortSignal,
): Promise<void> {
  const failed = new AbortController();
  const until = AbortSignal.any([stop, failed.signal]);
  const ahead: Promise<void>[] = [];
  let last: Promise<void> = Promise.resolve();
  try {
    for await (const batch of log.follow(await checkpoint.load(), until)) {
      last = carry(batch, last, bus, checkpoint);
      last.catch(() => failed.abort());
      ahead.push(last);
      if (ahead.length === aheadMax) await ahead.shift();
    }
    for (const carried of ahead) await carried;
  } finally {
    await Promise.allSettled(ahead);
  }
}

async function carry(
  batch: readonly StoredEvent[],
  before: Promise<void>,
  bus: Bus,
  checkpoint: Checkpoint,
): Promise<void> {
  await Promise.all([bus.publish(batch), before]);
  const last = batch.at(-1);
  if (last) await checkpoint.save(last.position);
}
