import type { Datum } from './datum.ts';
import { dagenTussen } from './datum.ts';

/**
 * Whether a term is kept, as seen on a day. "Open" and "late" are two facts, so an overdue case
 * that is still open has a word of its own and can never fall off a list of open ones. A term of
 * which no end can be told is not the same as no term: somebody must look at it.
 */
export type Oordeel =
  | 'geen-termijn'
  | 'geen-einde-bepaald'
  | 'loopt'
  | 'open-te-laat'
  | 'op-tijd'
  | 'te-laat-beantwoord';

/** What is needed to judge: the date that holds, and the day on which the clock stopped. */
export type TeBeoordelen = Readonly<{
  einde?: Datum | null;
  gestoptOp?: Datum | null;
  nietBepaald?: boolean | null;
}>;

/** The judgement on a day. What was answered after that day was still open then. */
export function oordeel(
  { einde, gestoptOp, nietBepaald }: TeBeoordelen,
  peildatum: Datum,
): Oordeel {
  if (!einde) return nietBepaald ? 'geen-einde-bepaald' : 'geen-termijn';
  if (gestoptOp && gestoptOp <= peildatum)
    return gestoptOp <= einde ? 'op-tijd' : 'te-laat-beantwoord';
  return peildatum <= einde ? 'loopt' : 'open-te-laat';
}

/** Days past the end, counted to the answer or else to the day of looking; 0 when not late. */
export function dagenTeLaat({ einde, gestoptOp }: TeBeoordelen, peildatum: Datum): number {
  if (!einde) return 0;
  const tot = gestoptOp && gestoptOp <= peildatum ? gestoptOp : peildatum;
  return Math.max(0, dagenTussen(einde, tot));
}
