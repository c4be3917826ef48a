import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Datum } from '@wijkspoor/domain';
import { zaakDecider } from '@wijkspoor/domain';
import { handle } from '@wijkspoor/flow';
import { Refused } from '@wijkspoor/kernel';
import type { Calendar, Logger } from '@wijkspoor/platform';
import type { Clock, EventLog } from '@wijkspoor/ports';
import type { TeLateLooptijd } from '@wijkspoor/views';
import { eventId, zaakCodec } from '@wijkspoor/wire';

const door = 'dienst:deadline-monitor';

export type Monitor = Readonly<{
  log: EventLog;
  clock: Clock;
  calendar: Calendar;
  logger: Logger;
  /** A page of the terms that ended before a day without that being established, after `na`. */
  teLaat(vandaag: Datum, limiet: number, na?: TeLateLooptijd): Promise<readonly TeLateLooptijd[]>;
}>;

const pageSize = 500;
const tickMs = 60_000;

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

/**
 * Looks at page after page until there are no more late terms. A view that is behind makes this
 * late, or ask for nothing new; never wrong, because the case itself decides.
 */
export async function stelOverschrijdingenVast(monitor: Monitor, stop: AbortSignal): Promise<void> {
  const vandaag = monitor.calendar.today();
  let na: TeLateLooptijd | undefined;
  do {
    const page = await monitor.teLaat(vandaag, pageSize, na);
    await Promise.all(page.map((late) => stelVast(monitor, late)));
    na = page.length < pageSize ? undefined : page.at(-1);
  } while (na && !stop.aborted);
}

// One case that will not go may not keep the others from being looked at; it comes back next time.
async function stelVast(monitor: Monitor, { zaakId, einde }: TeLateLooptijd): Promise<void> {
  const { log, clock, logger } = monitor;
  const handling = { log, codec: zaakCodec, decider: zaakDecider, eventId };
  const commandId = randomUUID();
  const cause = { commandId, actor: door, correlationId: commandId, causationId: commandId };
  const data = { zaakId, door, einde, now: clock.now() };
  try {
    const command = { type: 'StelOverschrijdingVast', data } as const;
    await handle(handling, zaakId, command, cause);
  } catch (err) {
    if (err instanceof Refused) logger.info({ zaakId, code: err.code }, 'This term is not late.');
    else logger.error({ err, zaakId }, 'This term could not be established as late.');
  }
}
