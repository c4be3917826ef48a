import { randomUUID } from 'node:crypto';
import type { Datum, ZaakId } from '@wijkspoor/domain';
import { kalenderWaarschuwing } from '@wijkspoor/domain';
import type { Calendar, Logger } from '@wijkspoor/platform';
import { wait } from '@wijkspoor/ports';
import { zonderEinde } from '@wijkspoor/views';
import type { DataSource } from 'typeorm';
import { beginTermijn, type Termijnstart } from './start-termijn.ts';

export type Kalenderwacht = Termijnstart &
  Readonly<{ views: DataSource; calendar: Calendar; logger: Logger }>;

const pageSize = 500;

/**
 * Minds the legal calendar: at once and then every day. Whoever keeps it is warned from a year
 * before it ends. The calendar of a process never changes while it runs, so terms without an end
 * are computed anew at the start; every day again, for the view may have been behind.
 */
export async function bewaakKalender(wacht: Kalenderwacht, stop: AbortSignal): Promise<void> {
  const { calendar, logger } = wacht;
  while (!stop.aborted) {
    waarschuw(wacht, calendar.today());
    try {
      await berekenOpnieuw(wacht, stop);
    } catch (err) {
      logger.error({ err }, 'Terms without an end could not be computed anew. Tomorrow again.');
    }
    await wait(calendar.untilTomorrowMs() + 1, stop);
  }
}

function waarschuw({ gemeente, logger }: Kalenderwacht, vandaag: Datum): void {
  const waarschuwing = kalenderWaarschuwing(gemeente.kalender, vandaag);
  const { naam, dekking } = gemeente.kalender;
  if (waarschuwing) logger.warn({ kalender: naam, dekking }, waarschuwing);
}

/** Asks every case without an end to begin its term again; only what can be told now is stored. */
async function berekenOpnieuw(wacht: Kalenderwacht, stop: AbortSignal): Promise<void> {
  const begin = beginTermijn(wacht);
  let na: string | undefined = '';
  while (na !== undefined && !stop.aborted) {
    const page: readonly ZaakId[] = await zonderEinde(wacht.views, pageSize, na);
    for (const zaakId of page) {
      const commandId = randomUUID();
      const aanleiding = { commandId, correlationId: commandId, causationId: commandId };
      await begin({ zaakId, revision: 'last' }, aanleiding);
    }
    na = page.length < pageSize ? undefined : page.at(-1);
  }
}
