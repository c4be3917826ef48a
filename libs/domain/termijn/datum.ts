import type { Instant } from '@wijkspoor/kernel';

/** A calendar day as `YYYY-MM-DD`. Text order is time order. */
export type Datum = `${number}-${number}-${number}`;

/** Whether a text names a day that exists: `2026-02-30` does not. */
export function isDatum(tekst: string): tekst is Datum {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(tekst)) return false;
  const dag = new Date(`${tekst}T00:00:00Z`);
  return !Number.isNaN(dag.getTime()) && dag.toISOString().startsWith(tekst);
}

/** The day that many calendar days later (earlier when negative). */
export function plusDagen(datum: Datum, dagen: number): Datum {
  return Temporal.PlainDate.from(datum).add({ days: dagen }).toString() as Datum;
}

/** How many days lie between two days: positive when `tot` is later than `van`. */
export function dagenTussen(van: Datum, tot: Datum): number {
  return Temporal.PlainDate.from(van).until(tot, { largestUnit: 'days' }).days;
}

/** The day on which a moment falls for the people of a place, DST and all. */
export function datumIn(moment: Instant, tijdzone = 'Europe/Amsterdam'): Datum {
  return Temporal.Instant.from(moment)
    .toZonedDateTimeISO(tijdzone)
    .toPlainDate()
    .toString() as Datum;
}
