import type { Instant } from '@wijkspoor/kernel';

/** A calendar day as `YYYY-MM-DD`. Text order is time order. */
export type Datum = `${number}-${number}-${number}`;

const vorm = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text names a day that exists: `2026-02-30` does not. */
export function isDatum(tekst: string): tekst is Datum {
  if (!vorm.test(tekst)) return false;
  const maand = tweeCijfers(tekst, 5);
  const dag = tweeCijfers(tekst, 8);
  if (maand < 1 || maand > 12 || dag < 1) return false;
  return dag <= 28 || dag <= dagenIn(Number(tekst.slice(0, 4)), maand);
}

// Every day of every event that is read passes here, so nothing is cut out of its text.
function tweeCijfers(tekst: string, plek: number): number {
  return tekst.charCodeAt(plek) * 10 + tekst.charCodeAt(plek + 1) - 11 * '0'.charCodeAt(0);
}

function dagenIn(jaar: number, maand: number): number {
  if (maand === 2) return jaar % 4 === 0 && (jaar % 100 !== 0 || jaar % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(maand) ? 30 : 31;
}

const dagMs = 86_400_000;

/**
 * The day that many calendar days later (earlier when negative). In UTC every day has 24 hours, so
 * this is exact; Temporal takes twenty times as long, and a tick asks it for every term.
 */
export function plusDagen(datum: Datum, dagen: number): Datum {
  const [dag] = new Date(Date.parse(datum) + dagen * dagMs).toISOString().split('T');
  return dag as Datum;
}

/** How many days lie between two days: positive when `tot` is later than `van`. */
export function dagenTussen(van: Datum, tot: Datum): number {
  return (Date.parse(tot) - Date.parse(van)) / dagMs;
}

/** The day on which a moment falls for the people of a place, DST and all. */
export function datumIn(moment: Instant, tijdzone = 'Europe/Amsterdam'): Datum {
  const minuut = `${moment.slice(0, 16)} ${tijdzone}`;
  const bekend = bekendeDatums.get(minuut);
  if (bekend) return bekend;
  const datum = berekendeDatum(moment, tijdzone);
  if (bekendeDatums.size >= 1_000) bekendeDatums.clear();
  bekendeDatums.set(minuut, datum);
  return datum;
}

// Decisions ask for today thousands of times a second, and a time zone is slow to compute. No zone
// begins a day within a minute.
const bekendeDatums = new Map<string, Datum>();

function berekendeDatum(moment: Instant, tijdzone: string): Datum {
  return Temporal.Instant.from(moment)
    .toZonedDateTimeISO(tijdzone)
    .toPlainDate()
    .toString() as Datum;
}
