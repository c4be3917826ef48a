import type { Bus, Checkpoint, EventLog } from '@wijkspoor/ports';

/**
 * Carries every event from the log to the bus: in order, at least once.
 *
 * The checkpoint moves only after the bus has said yes. A crash in between repeats a batch, which
 * consumers expect. The other order would lose one, which nobody would notice.
 */
export async function relay(
  log: EventLog,
  bus: Bus,
  checkpoint: Checkpoint,
  stop: AbortSignal,
): Promise<void> {
  for await (const batch of log.follow(await checkpoint.load(), stop)) {
    const last = batch.at(-1);
    if (!last) continue;
    await bus.publish(batch);
    await checkpoint.save(last.position);
  }
}
