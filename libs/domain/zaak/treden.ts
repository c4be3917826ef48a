import type { Ladder } from '../gemeente/gemeente.ts';
import type { Datum } from '../termijn/datum.ts';
import { dagenTussen, plusDagen } from '../termijn/datum.ts';

/**
 * Days on which something falls due, counted from a fixed day: some of their own, rising, and then
 * every so many days after the fixed day, without end.
 */
export type Reeks = Readonly<{ dag: Datum; vast: readonly number[]; elke: number }>;

/**
 * Where a series stands: the day on which it was written down, and the last of its days that has
 * been raised, counted from its fixed day.
 */
export type Stand = Readonly<{ vanaf: Datum; laatste: number | undefined }>;

/** The rungs of a ladder around the end of a term: -14 is fourteen days before it. */
export function reeksVan({ voor, daarnaElke }: Ladder, einde: Datum): Reeks {
  return { dag: einde, vast: voor.map((dagen) => 0 - dagen), elke: daarnaElke };
}

/**
 * What of a series is to be raised on a day, in order: all that has fallen due since the last one,
 * however long ago that was.
 *
 * What had fallen due when the series was written down (an old letter, an imported case) was never
 * anybody's to raise. Of those days only the last one counts, as how things stand, and not before
 * the day after: whoever writes it down sees it, and an import has time to bring the answer too.
 */
export function opgekomen(reeks: Reeks, { vanaf, laatste }: Stand, vandaag: Datum): number[] {
  const alles = tussen(reeks, laatste, dagenTussen(reeks.dag, vandaag));
  const begin = dagenTussen(reeks.dag, vanaf);
  const eerder = vandaag > vanaf ? alles.filter((dag) => dag <= begin).slice(-1) : [];
  return [...eerder, ...alles.filter((dag) => dag > begin)];
}

/** The first day on which a series has something more to raise. */
export function eerstvolgende(reeks: Reeks, { vanaf, laatste }: Stand): Datum {
  const dag = plusDagen(reeks.dag, volgende(reeks, laatste));
  return dag > vanaf ? dag : plusDagen(vanaf, 1);
}

function tussen({ vast, elke }: Reeks, na: number | undefined, tot: number): number[] {
  const dagen = vast.filter((dag) => (na === undefined || dag > na) && dag <= tot);
  const eerste = Math.max(1, Math.floor((na ?? 0) / elke) + 1);
  for (let keer = eerste; keer * elke <= tot; keer++) dagen.push(keer * elke);
  return dagen;
}

function volgende({ vast, elke }: Reeks, na: number | undefined): number {
  const eerste = vast.find((dag) => na === undefined || dag > na);
  return eerste ?? Math.max(1, Math.floor((na ?? 0) / elke) + 1) * elke;
}
