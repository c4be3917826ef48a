import type { Termijnbeleid } from '../gemeente/gemeente.ts';
import { dagenVan } from './bereken.ts';
import type { Datum } from './datum.ts';
import { plusDagen } from './datum.ts';

/** What of a policy goes into the proof: basis, start, length and the rule for days off. */
export type Termijnregel = Pick<Termijnbeleid, 'basis' | 'start' | 'lengte' | 'regel'>;

/** How an end date came to be, so that anyone can recompute it. */
export type TermijnBewijs = Readonly<{
  startdatum: Datum;
  regel: Termijnregel;
  stappen: readonly string[];
}>;

export type Termijn = Readonly<{ einde: Datum; bewijs: TermijnBewijs }>;

/**
 * The last day on which an answer is on time, with its proof.
 *
 * The day of the start does not count and the last day counts until 24:00 in Amsterdam, so a term
 * of 42 days from Monday 2 March ends on Monday 13 April (six weeks: 002:61, 002:78). Gives nothing
 * when the policy sets no term, or when the end is "as agreed" and no date was agreed.
 */
export function berekenTermijn(
  startdatum: Datum,
  regel: Termijnregel,
  afgesproken?: Datum,
): Termijn | undefined {
  const { lengte } = regel;
  if (lengte === 'geen') return undefined;
  if (lengte === 'zoals-afgesproken')
    return (
      afgesproken && metBewijs(afgesproken, startdatum, regel, [`afgesproken: ${afgesproken}`])
    );
  const dagen = dagenVan(lengte);
  const einde = plusDagen(startdatum, dagen);
  return metBewijs(einde, startdatum, regel, [
    `de dag van de start, ${startdatum}, telt niet mee`,
    `${dagen} kalenderdagen later is ${einde}`,
    'geen verschuiving bij een weekend of feestdag',
  ]);
}

function metBewijs(
  einde: Datum,
  startdatum: Datum,
  { basis, start, lengte, regel }: Termijnregel,
  stappen: readonly string[],
): Termijn {
  return { einde, bewijs: { startdatum, regel: { basis, start, lengte, regel }, stappen } };
}
