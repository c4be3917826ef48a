import type { Datum } from '../termijn/datum.ts';
import type { Gemeente, PortefeuilleCode, WijkCode } from './model.ts';

/**
 * The name that a wijk had on a day. An alias with a last day is a former name: it was the name
 * until then. Other aliases are what people say, and are never put in its place. A code that the
 * configuration does not know is its own name, so that nothing falls off a list.
 */
export function wijknaamOp(
  { wijken }: Pick<Gemeente, 'wijken'>,
  code: WijkCode,
  datum: Datum,
): string {
  const wijk = wijken.find((een) => een.code === code);
  const toen = (wijk?.aliassen ?? [])
    .filter(
      ({ geldigVan = '', geldigTot }) => geldigTot && geldigVan <= datum && datum <= geldigTot,
    )
    .toSorted((a, b) => ((a.geldigTot ?? '') < (b.geldigTot ?? '') ? -1 : 1));
  return toen[0]?.naam ?? wijk?.naam ?? code;
}

/** The wijken of which this portfolio is the wijkwethouder (002:99). */
export function wijkenVanWethouder(
  { wijken }: Pick<Gemeente, 'wijken'>,
  portefeuille: PortefeuilleCode,
): readonly WijkCode[] {
  return wijken
    .filter(({ wijkwethouder }) => wijkwethouder === portefeuille)
    .map(({ code }) => code);
}
