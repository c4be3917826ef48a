import { wait } from '@wijkspoor/ports';
import { Connection } from './connection.ts';
import { whileLocked } from './group-lock.ts';

export type LeaseOptions = Readonly<{
  url: string;
  /** What is leased, e.g. `relay`. One holder at a time in the whole database. */
  name: string;
  /** After so long without a sign of life the holder has lost it. Default 5,000. */
  leaseMs?: number;
  /** How often who waits looks whether it is free. Default 1,000. */
  retryMs?: number;
  stop: AbortSignal;
}>;

/**
 * Does work while this process has the lease of that name, and no other can. Waits while another
 * has it; begins anew when it was lost and comes back. `Unavailable` ends the work for a moment.
 *
 * It is a lock of a session of PostgreSQL, so the end of the process gives it back at once. When a
 * process hangs, or its machine is gone, the server hears nothing more and ends the session after
 * `leaseMs`. `held` aborts when the lease is lost. The work may still have something under way at
 * that moment, so it must be harmless when two do it.
 */
export async function whileLeased(
  { url, name, leaseMs = 5_000, retryMs = 1_000, stop }: LeaseOptions,
  work: (held: AbortSignal) => Promise<void>,
): Promise<void> {
  const prepare = `set idle_session_timeout = ${leaseMs}`;
  const line = new Connection({ url, timeoutMs: leaseMs, prepare, name: `wijkspoor ${name}` });
  try {
    await whileLocked(line, { name: `lease ${name}`, retryMs, stop }, (held) =>
      whileAlive(line, leaseMs / 4, held, work),
    );
  } finally {
    await line.close();
  }
}

async function whileAlive(
  line: Connection,
  everyMs: number,
  held: AbortSignal,
  work: (held: AbortSignal) => Promise<void>,
) {
  const over = new AbortController();
  const signal = AbortSignal.any([held, over.signal]);
  const giveSigns = async () => {
    while (!signal.aborted) {
      await wait(everyMs, signal);
      await line.rows({ text: 'select' });
    }
  };
  // A server that does not answer has ended the session, or is about to.
  const signs = giveSigns()
    .catch(() => undefined)
    .finally(() => over.abort());
  try {
    await work(signal);
  } finally {
    over.abort();
    await signs;
  }
}
