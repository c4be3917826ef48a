import { wait } from '@wijkspoor/ports';

const firstMs = 200;
const mostMs = 5_000;

/** Waits after so many failures, a little longer each time, or until `stop`. */
export async function pauseOf(failed: number, stop: AbortSignal): Promise<void> {
  const ms = Math.min(firstMs * 2 ** (failed - 1), mostMs);
  await wait(ms, stop);
}
