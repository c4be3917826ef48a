import type { Datum } from '@wijkspoor/domain';
import { datumIn } from '@wijkspoor/domain';
import type { Instant } from '@wijkspoor/kernel';
import type { Clock } from '@wijkspoor/ports';

/** The clock of this machine. */
export const systemClock: Clock = {
  now: () => new Date().toISOString() as Instant,
};

/** Which day it is in the municipality, and how long that day still lasts. */
export type Calendar = Readonly<{
  today(): Datum;
  /** Milliseconds until the next day begins. */
  untilTomorrowMs(): number;
}>;

/**
 * The calendar of a place. The day is worked out once and then holds until its midnight: every
 * request asks for it, and time zones are slow to compute.
 */
export function calendarOf(clock: Clock, timeZone: string): Calendar {
  let day = { date: '' as Datum, from: '', until: '' };
  const present = (now: Instant) => {
    if (now < day.from || now >= day.until) day = dayAround(now, timeZone);
    return day;
  };
  return {
    today: () => present(clock.now()).date,
    untilTomorrowMs: () => {
      const now = clock.now();
      return Date.parse(present(now).until) - Date.parse(now);
    },
  };
}

function dayAround(now: Instant, timeZone: string) {
  const local = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone);
  const from = instantOf(local.startOfDay());
  const until = instantOf(local.add({ days: 1 }).startOfDay());
  return { date: datumIn(now, timeZone), from, until };
}

// With milliseconds always, as the clock writes them: text order is time order.
function instantOf(moment: Temporal.ZonedDateTime): string {
  return new Date(moment.epochMilliseconds).toISOString();
}
