import { Unavailable } from '@wijkspoor/kernel';
import { wait } from '@wijkspoor/ports';
import type { Connection } from './connection.ts';

/**
 * Does `work` while this process has the lock of that name, and nobody else can: one consumer per
 * group. Waits while another has it, and takes over when that one ends.
 *
 * The signal that `work` gets says when to end: at `stop`, or when the connection with the lock is
 * lost. In that case it begins again as soon as the lock is back.
 */
export async function whileLocked(
  line: Connection,
  { name, retryMs, stop }: Readonly<{ name: string; retryMs: number; stop: AbortSignal }>,
  work: (stop: AbortSignal) => Promise<void>,
): Promise<void> {
  while (!stop.aborted) {
    try {
      // Asked before: of a connection that is lost after the lock was taken it says so at once.
      const lost = await line.loss();
      if (await lock(line, name)) await work(AbortSignal.any([stop, lost]));
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
    }
    await wait(retryMs, stop);
  }
}

async function lock(line: Connection, name: string): Promise<boolean> {
  const text = 'select pg_try_advisory_lock(hashtextextended($1, 0))';
  const [row] = await line.rows({ text, values: [name] });
  return row?.[0] === 't';
}
