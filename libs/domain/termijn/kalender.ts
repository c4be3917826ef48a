import type { Bron } from '../gemeente/model.ts';
import { feestdag, isFeestdagregel, jaarVan } from './atw.ts';
import type { Datum } from './datum.ts';
import { dagenTussen } from './datum.ts';

/**
 * The days between which a calendar knows every day off. Both count. Outside them it knows
 * nothing.
 */
export type Dekking = Readonly<{ van: Datum; tot: Datum }>;

/** A recognised holiday: the code of its rule in the Atw, its name, and where the law says so. */
export type Feestdag = Readonly<{ regel: string; naam: string; grond: string }>;

/**
 * A day put on a par. `naast`: the holiday before or after it, so that a typing error shows
 * itself.
 */
export type GelijkgesteldeDag = Readonly<{ datum: Datum; naam: string; naast?: string }>;

/**
 * A decree under Atw art. 3(3): for which years it was taken, and every day that it puts on a par.
 */
export type Gelijkstelling = Readonly<{
  naam: string;
  bron: Bron;
  jaren: Readonly<{ van: number; tot: number }>;
  dagen: readonly GelijkgesteldeDag[];
}>;

/** The calendar as it stands in its file, `infra/kalender/*.yaml`. */
export type Kalenderbestand = Readonly<{
  naam: string;
  bijgewerktOp: Datum;
  dekking: Dekking;
  feestdagen: readonly Feestdag[];
  besluiten: readonly Gelijkstelling[];
}>;

/**
 * A day off: what it is called and what makes it one. Two that fall together are one, with both.
 */
export type VrijeDag = Readonly<{ datum: Datum; naam: string; grond: string }>;

/**
 * The legal calendar, ready to be asked.
 *
 * `soort` keeps it apart from a `Dienstkalender`: a municipality's own days off can never get
 * into a legal term, for the compiler refuses it.
 */
export type Kalender = Readonly<{
  soort: 'wettelijk';
  naam: string;
  bijgewerktOp: Datum;
  dekking: Dekking;
  vrij: ReadonlyMap<Datum, VrijeDag>;
}>;

/** Makes a calendar of its file, once; the file must have passed `controleerKalender`. */
export function kalenderVan(bestand: Kalenderbestand): Kalender {
  const { naam, bijgewerktOp, dekking } = bestand;
  const dagen = [...feestdagenIn(bestand), ...gelijkgesteldIn(bestand)];
  const binnen = dagen.filter(({ datum }) => isGedekt(dekking, datum));
  return { soort: 'wettelijk', naam, bijgewerktOp, dekking, vrij: opDatum(binnen) };
}

/** Whether the calendar knows this day. */
export function isGedekt({ van, tot }: Dekking, datum: Datum): boolean {
  return van <= datum && datum <= tot;
}

/** Every day off of a year in order; `niet-gedekt` unless the calendar knows the whole year. */
export function vrijeDagen(kalender: Kalender, jaar: number): readonly VrijeDag[] | 'niet-gedekt' {
  const { dekking, vrij } = kalender;
  if (`${jaar}-01-01` < dekking.van || dekking.tot < `${jaar}-12-31`) return 'niet-gedekt';
  return [...vrij.values()].filter(({ datum }) => jaarVan(datum) === jaar);
}

/**
 * How many days the calendar still knows after today, once that is a year or less; 0 on its last
 * day and less after it. Nothing while there is time. Whoever keeps the calendar is warned by it.
 */
export function dekkingLooptAf(
  { dekking }: Pick<Kalender, 'dekking'>,
  vandaag: Datum,
): number | undefined {
  const over = dagenTussen(vandaag, dekking.tot);
  return over <= 365 ? over : undefined;
}

/** Days by date, in order. Two on one date become one with both names and both grounds. */
export function opDatum(dagen: readonly VrijeDag[]): ReadonlyMap<Datum, VrijeDag> {
  const vrij = new Map<Datum, VrijeDag>();
  for (const dag of dagen.toSorted(opVolgorde)) {
    const eerste = vrij.get(dag.datum);
    vrij.set(dag.datum, eerste ? samen(eerste, dag) : dag);
  }
  return vrij;
}

function opVolgorde(een: VrijeDag, ander: VrijeDag): number {
  return een.datum < ander.datum ? -1 : Number(een.datum > ander.datum);
}

function samen(een: VrijeDag, ander: VrijeDag): VrijeDag {
  const grond = een.grond === ander.grond ? een.grond : `${een.grond}; ${ander.grond}`;
  return { datum: een.datum, naam: `${een.naam} en ${ander.naam}`, grond };
}

function feestdagenIn({ dekking, feestdagen }: Kalenderbestand): VrijeDag[] {
  const [van, tot] = [jaarVan(dekking.van), jaarVan(dekking.tot)];
  const jaren = Array.from({ length: tot - van + 1 }, (_, i) => van + i);
  return jaren.flatMap((jaar) => feestdagen.flatMap((dag) => feestdagVan(dag, jaar)));
}

function feestdagVan({ regel, naam, grond }: Feestdag, jaar: number): VrijeDag[] {
  if (!isFeestdagregel(regel)) throw new Error(`${regel} is no rule of the Atw`);
  const datum = feestdag(regel, jaar);
  return datum ? [{ datum, naam, grond }] : [];
}

function gelijkgesteldIn({ besluiten }: Kalenderbestand): VrijeDag[] {
  return besluiten.flatMap(({ bron, dagen }) => {
    const grond = `Algemene termijnenwet, artikel 3, derde lid; ${bron.tekst}`;
    return dagen.map(({ datum, naam }) => ({ datum, naam, grond }));
  });
}
