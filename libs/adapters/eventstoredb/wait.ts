import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves after `ms`, or at once when `stop` comes. */
export async function wait(ms: number, stop: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal: stop }).catch((error: unknown) => {
    if (!stop.aborted) throw error;
  });
}
