import type { Datum } from './datum.ts';
import { plusDagen } from './datum.ts';

/** On what a term rests: the text, where it stands, and how the end date follows from the start. */
export type Termijnregel = Readonly<{
  basis: string;
  verwijzing: string;
  start: 'ontvangst' | 'bezoek' | 'toezegging' | 'adviesaanvraag';
  lengte: { dagen: number } | 'zoals-afgesproken';
  /** What happens to an end on a day off. `geen`: nothing, the day stands (strict). */
  regel: 'geen';
}>;

/** How an end date came to be, so that anyone can recompute it. */
export type TermijnBewijs = Readonly<{
  startdatum: Datum;
  regel: Termijnregel;
  stappen: readonly string[];
}>;

export type Termijn = Readonly<{ einde: Datum; bewijs: TermijnBewijs }>;

/**
 * The last day on which an answer is on time.
 *
 * The day of the start does not count and the last day counts until 24:00 in Amsterdam, so a term
 * of 42 days from Monday 2 March ends on Monday 13 April (DOMAIN "Terms"; six weeks: 002:61, 002:78).
 * Gives nothing when the end is "as agreed" and no date was agreed.
 */
export function berekenTermijn(
  startdatum: Datum,
  regel: Termijnregel,
  afgesproken?: Datum,
): Termijn | undefined {
  if (regel.lengte === 'zoals-afgesproken')
    return afgesproken && metStappen(startdatum, regel, afgesproken, ['zoals afgesproken']);
  const { dagen } = regel.lengte;
  const einde = plusDagen(startdatum, dagen);
  return metStappen(startdatum, regel, einde, [
    `de dag van de start (${startdatum}) telt niet mee`,
    `${dagen} kalenderdagen later is ${einde}`,
    'geen regel voor weekend of feestdag: deze datum staat',
  ]);
}

function metStappen(
  startdatum: Datum,
  regel: Termijnregel,
  einde: Datum,
  stappen: readonly string[],
): Termijn {
  return { einde, bewijs: { startdatum, regel, stappen } };
}
