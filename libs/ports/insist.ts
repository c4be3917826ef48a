import { Unavailable } from '@wijkspoor/kernel';
import { wait } from './wait.ts';

export type RetryPolicy = Readonly<{
  /** So often an event is given before it becomes a dead letter. */
  attempts: number;
  /** Pause after the first failure; doubles with each, up to `backoffMaxMs`. */
  backoffMs: number;
  backoffMaxMs: number;
}>;

/** Thrown inside a bus when it is time to end, so that nothing after it moves the checkpoint. */
export class Stopped extends Error {}

/** The policy of a bus where its options do not say otherwise. */
export function retryPolicy({
  attempts = 4,
  backoffMs = 100,
  backoffMaxMs = 5_000,
}: Partial<RetryPolicy>): RetryPolicy {
  return { attempts, backoffMs, backoffMaxMs };
}

/**
 * What fails because an engine is away is no fault of the event: again, as long as it takes, or
 * until it is time to end; then it throws `Stopped`. Tried once also then, so that a batch that was
 * handled is saved.
 */
export async function insist<T>(
  work: () => Promise<T>,
  policy: RetryPolicy,
  stop: AbortSignal,
): Promise<T> {
  for (let failed = 1; ; failed++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      await backOff(failed, policy, stop);
    }
  }
}

/** Waits as long as the policy says after so many failures. Throws `Stopped` at `stop`. */
export async function backOff(
  failed: number,
  { backoffMs, backoffMaxMs }: RetryPolicy,
  stop: AbortSignal,
): Promise<void> {
  await wait(Math.min(backoffMs * 2 ** (failed - 1), backoffMaxMs), stop);
  if (stop.aborted) throw new Stopped();
}
