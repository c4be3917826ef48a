import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Datum, ZaakId } from '@wijkspoor/domain';
import { zaakDecider } from '@wijkspoor/domain';
import { handle } from '@wijkspoor/flow';
import { Refused } from '@wijkspoor/kernel';
import type { Calendar, Logger } from '@wijkspoor/platform';
import type { Clock, EventLog } from '@wijkspoor/ports';
import { eventId, zaakCodec } from '@wijkspoor/wire';

const door = 'dienst:deadline-monitor';

/** A term that has ended while nobody answered. */
export type TeLaat = Readonly<{ zaakId: ZaakId; einde: Datum }>;

export type Monitor = Readonly<{
  log: EventLog;
  clock: Clock;
  calendar: Calendar;
  logger: Logger;
  /** Terms that ended before today and of which the view does not know yet that they did. */
  teLaat(vandaag: Datum, limiet: number): Promise<readonly TeLaat[]>;
}>;

const pageSize = 500;
const tickMs = 60_000;

/** While the view catches up with what was just established, the same page comes back. */
const catchUpMs = 250;
const catchUpsMax = 20;

/**
 * Establishes every term that has been exceeded: at once, then every minute, and at midnight of the
 * municipality, when the terms of yesterday become late.
 */
export async function bewaakTermijnen(monitor: Monitor, stop: AbortSignal): Promise<void> {
  const { calendar, logger } = monitor;
  while (!stop.aborted) {
    try {
      await stelOverschrijdingenVast(monitor, stop);
    } catch (err) {
      logger.error({ err }, 'The terms could not be looked at. It is tried again within a minute.');
    }
    const waitMs = Math.min(tickMs, calendar.untilTomorrowMs() + 1);
    await sleep(waitMs, undefined, { signal: stop }).catch(() => undefined);
  }
}

/** Looks at page after page until no late term is left. */
export async function stelOverschrijdingenVast(monitor: Monitor, stop: AbortSignal): Promise<void> {
  let catchUps = 0;
  while (!stop.aborted && catchUps < catchUpsMax) {
    const page = await monitor.teLaat(monitor.calendar.today(), pageSize);
    if (page.length === 0) return;
    const established = await Promise.all(page.map((late) => stelVast(monitor, late)));
    catchUps = established.some(Boolean) ? 0 : catchUps + 1;
    await sleep(catchUpMs, undefined, { signal: stop }).catch(() => undefined);
  }
}

// One case that will not go may not keep the others from being looked at; it comes back next time.
async function stelVast(monitor: Monitor, { zaakId, einde }: TeLaat): Promise<boolean> {
  const { log, clock, logger } = monitor;
  const handling = { log, codec: zaakCodec, decider: zaakDecider, eventId };
  const commandId = randomUUID();
  const cause = { commandId, actor: door, correlationId: commandId, causationId: commandId };
  const data = { zaakId, door, einde, now: clock.now() };
  try {
    const command = { type: 'StelOverschrijdingVast', data } as const;
    const { events } = await handle(handling, zaakId, command, cause);
    return events.length > 0;
  } catch (err) {
    if (err instanceof Refused) logger.info({ zaakId, code: err.code }, 'This term is not late.');
    else logger.error({ err, zaakId }, 'This term could not be established as late.');
    return false;
  }
}
