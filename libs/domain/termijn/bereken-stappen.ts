import type { Datum } from './datum.ts';
import { plusDagen } from './datum.ts';
import { datumTekst, langeDatum } from './kalender-tekst.ts';
import type { Dekking } from './kalender.ts';

/** Which rule a step applied; the numbers are those of docs/termijnen.md. */
export type StapSoort =
  | 'start'
  | 'lengte'
  | 'let-op'
  | 'niet-verschoven'
  | 'overgeslagen'
  | 'verschoven'
  | 'laatste-dag'
  | 'afgesproken'
  | 'niet-gedekt';

/**
 * One applied rule, such that anyone can follow it with a paper calendar: the day that it is
 * about or leads to, what it says in plain Dutch, and on what it rests. `naam` names a day that
 * was skipped.
 */
export type Stap = Readonly<{
  soort: StapSoort;
  datum: Datum;
  tekst: string;
  bron: string;
  naam?: string;
}>;

/** Why a term cannot end on a day. */
export type Beletsel = Readonly<{ naam: string; grond: string }>;

const REKENREGEL = {
  telling: 'rekenregel 1',
  lengte: 'rekenregel 2',
  einde: 'rekenregel 3',
  dekking: 'rekenregel 6',
  afspraak: 'rekenregel 8',
};

const GEEN_ROL = 'rekenregel 4, keuze "geen"';
export const ATW = 'rekenregel 4, keuze "atw": Algemene termijnenwet, artikel 1, eerste lid';
export const ATW_WEEKEND = 'Algemene termijnenwet, artikel 1, eerste lid';
export const SERVICENORM = 'rekenregel 7: servicenorm van de gemeente';

export function stapStart(start: Datum): Stap {
  const tekst = `De startdag, ${langeDatum(start)}, telt niet mee.`;
  return { soort: 'start', datum: start, tekst, bron: REKENREGEL.telling };
}

/** `lengte` as people say it, such as `6 weken (42 dagen)`. */
export function stapLengte(lengte: string, laatste: Datum): Stap {
  const tekst = `De termijn is ${lengte}. De laatste dag is dan ${langeDatum(laatste)}.`;
  return { soort: 'lengte', datum: laatste, tekst, bron: REKENREGEL.lengte };
}

export function stapLetOp(datum: Datum, tekst: string): Stap {
  return { soort: 'let-op', datum, tekst, bron: 'Algemene termijnenwet, artikelen 2 en 4' };
}

export function stapGeenRol(datum: Datum): Stap {
  const tekst = 'De laatste dag schuift niet op, ook niet in een weekend of op een feestdag.';
  return { soort: 'niet-verschoven', datum, tekst, bron: GEEN_ROL };
}

export function stapWerkdag(datum: Datum, bron: string): Stap {
  const tekst = `De laatste dag schuift niet op: ${langeDatum(datum)} is geen vrije dag.`;
  return { soort: 'niet-verschoven', datum, tekst, bron };
}

export function stapOvergeslagen(datum: Datum, beletsels: readonly Beletsel[]): Stap {
  const naam = beletsels.map((beletsel) => beletsel.naam).join(' en ');
  const bron = beletsels.map(({ grond }) => grond).join('; ');
  const tekst = `De termijn kan niet eindigen op ${langeDatum(datum)}: ${naam}.`;
  return { soort: 'overgeslagen', datum, tekst, bron, naam };
}

export function stapVerschoven(datum: Datum, bron: string): Stap {
  const tekst = `De laatste dag wordt de eerstvolgende dag die niet vrij is: ${langeDatum(datum)}.`;
  return { soort: 'verschoven', datum, tekst, bron };
}

export function stapLaatsteDag(einde: Datum): Stap {
  const morgen = langeDatum(plusDagen(einde, 1));
  const tekst =
    'De laatste dag telt mee tot 24.00 uur Nederlandse tijd. ' + `Te laat is het vanaf ${morgen}.`;
  return { soort: 'laatste-dag', datum: einde, tekst, bron: REKENREGEL.einde };
}

export function stapNietGedekt(datum: Datum, { van, tot }: Dekking): Stap {
  const tekst =
    `De kalender kent de vrije dagen van ${datumTekst(van)} tot en met ${datumTekst(tot)}. ` +
    `Daar valt ${langeDatum(datum)} buiten: de laatste dag is niet te berekenen.`;
  return { soort: 'niet-gedekt', datum, tekst, bron: REKENREGEL.dekking };
}

export function stapTeVer(start: Datum, lengte: string): Stap {
  const tekst = `De termijn is ${lengte}. Na 30 december 9999 is geen laatste dag te berekenen.`;
  return { soort: 'niet-gedekt', datum: start, tekst, bron: REKENREGEL.dekking };
}

export function stapAfgesproken(einde: Datum): Stap {
  const tekst = `De afgesproken dag is ${langeDatum(einde)}. Die schuift niet op.`;
  return { soort: 'afgesproken', datum: einde, tekst, bron: REKENREGEL.afspraak };
}

/** Why there is no first day to count from. */
export function startOnbekend(feit: string): string {
  return `De dag van de ${feit} is niet vastgelegd: zonder startdag is er geen laatste dag.`;
}
