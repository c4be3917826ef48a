import { jaarVan, weekdag } from './atw.ts';
import type { Datum } from './datum.ts';
import type { Kalender } from './kalender.ts';
import { dekkingLooptAf } from './kalender.ts';

const DAGEN = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'];

const MAANDEN = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
];

/** The name of the day of the week, such as `zaterdag`. */
export function dagnaam(datum: Datum): string {
  return DAGEN[weekdag(datum) - 1] ?? '';
}

/**
 * A day as a letter writes it: `13 april 2026`. The same on every machine, whatever its language.
 */
export function datumTekst(datum: Datum): string {
  const [, maand, dag] = datum.split('-').map(Number);
  return `${dag} ${MAANDEN[(maand ?? 0) - 1] ?? ''} ${jaarVan(datum)}`;
}

/** A day with its weekday, as a paper calendar shows it: `maandag 13 april 2026`. */
export function langeDatum(datum: Datum): string {
  return `${dagnaam(datum)} ${datumTekst(datum)}`;
}

/** What to tell whoever keeps the calendar, from a year before its end on; nothing until then. */
export function kalenderWaarschuwing(
  kalender: Pick<Kalender, 'dekking' | 'naam'>,
  vandaag: Datum,
): string | undefined {
  const over = dekkingLooptAf(kalender, vandaag);
  if (over === undefined) return undefined;
  const tot = datumTekst(kalender.dekking.tot);
  const nog = over < 0 ? 'Dat is voorbij.' : over === 1 ? 'Nog 1 dag.' : `Nog ${over} dagen.`;
  return (
    `De kalender van ${kalender.naam} kent de vrije dagen tot en met ${tot}. ${nog} ` +
    'Vul het nieuwe besluit aan; anders is van termijnen daarna geen einde te bepalen.'
  );
}
