import { createHash } from 'node:crypto';
import type { Gemeente } from '@wijkspoor/domain';
import type { Logger, Observability } from '@wijkspoor/platform';
import type { Bell } from '@wijkspoor/ports';
import { kijkOpnieuwBij } from '@wijkspoor/views';
import { bezorgBerichten, type Postbode } from './bezorging/bezorg-berichten.ts';
import { stelBerichtenOp } from './bezorging/stel-berichten-op.ts';
import type { Bewaker } from './tik.ts';
import { tik } from './tik.ts';

const tickMs = 60_000;

/** What the days of the clock were worked out by. */
function merkVan({ termijnbeleid }: Pick<Gemeente, 'termijnbeleid'>): string {
  return createHash('sha256').update(JSON.stringify(termijnbeleid)).digest('hex');
}

/**
 * Looks at every case that it is time for, tells who must hear of it and delivers that: at once,
 * then every minute, when the bell rings, and at midnight of the municipality, when a new day makes
 * things due. What fails is tried again a minute later. The clock does not wait for a mail server
 * that is slow.
 */
export async function bewaakTermijnen(
  bewaker: Bewaker & Postbode & Readonly<{ observability: Pick<Observability, 'tick'>; bel: Bell }>,
  stop: AbortSignal,
): Promise<void> {
  const { calendar, logger, views, gemeente, observability } = bewaker;
  const bezorg = eenTegelijk(async () => bezorgBerichten(bewaker, stop), logger);
  let merk: string | undefined = merkVan(gemeente);
  while (!stop.aborted) {
    try {
      // Once: two processes with different policies would undo each other's work for ever.
      if (merk) await kijkOpnieuwBij(views, merk, calendar.today());
      merk = undefined;
      const getikt = await observability.tick(async () => tik(bewaker, stop));
      if (getikt.bekeken > 0) logger.info(getikt, 'Looked at the cases that it was time for.');
      await stelBerichtenOp(bewaker, stop);
    } catch (err) {
      logger.error({ err }, 'The terms could not be looked at. It is tried again within a minute.');
    }
    void bezorg();
    const waitMs = Math.min(tickMs, calendar.untilTomorrowMs() + 1);
    await bewaker.bel.rung(waitMs, stop);
  }
  await bezorg();
}

/** Does something unless it is being done already; then that is waited for. It never fails. */
function eenTegelijk(doe: () => Promise<void>, logger: Logger): () => Promise<void> {
  let bezig: Promise<void> | undefined;
  return async () => {
    bezig ??= doe()
      .catch((err: unknown) => logger.error({ err }, 'Messages could not be delivered.'))
      .finally(() => (bezig = undefined));
    return bezig;
  };
}
