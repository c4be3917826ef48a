import type { Lengte } from '../gemeente/termijnbeleid.ts';
import { opmerkingenBijAtw, weekdag } from './atw.ts';
import type { Beletsel, Stap } from './bereken-stappen.ts';
import * as stap from './bereken-stappen.ts';
import type { Datum } from './datum.ts';
import { isDatum, plusDagen } from './datum.ts';
import type { Dienstkalender } from './kalender-dienst.ts';
import { dagnaam } from './kalender-tekst.ts';
import type { Dekking, Kalender } from './kalender.ts';
import { isGedekt } from './kalender.ts';

/**
 * What a term is computed by. `geen` leaves the last day where it falls; `atw` moves it off a day
 * off.
 */
export type Rekenregel = Readonly<{ lengte: Lengte; regel: 'geen' | 'atw' }>;

/** A promise of the municipality to itself. `werkdag` moves an end off its own days off too. */
export type Servicenorm = Readonly<{ lengte: Lengte; regel: 'geen' | 'werkdag' }>;

/**
 * The last day with every step that led to it; null, with the reason, where no calendar can tell.
 */
export type Einde =
  | Readonly<{ einde: Datum; stappen: readonly Stap[] }>
  | Readonly<{ einde: null; reden: string; stappen: readonly Stap[] }>;

/**
 * What moves a last day: which days it cannot be, within which days that is known, and by what
 * right.
 */
type Rol = Readonly<{
  dekking: Dekking;
  beletsels(datum: Datum): readonly Beletsel[];
  bron: string;
}>;

// A day has four digits for its year, and the day after the last one must be a day too.
const VERSTE: Datum = '9999-12-31';

/**
 * The last day of a legal term, with its proof.
 *
 * The day of the start does not count; the last day counts until 24:00 in Amsterdam. Under `atw`
 * an end on a Saturday, a Sunday, a recognised holiday or a day put on a par moves to the next
 * day that is none of these (Atw art. 1). Under `geen` the calendar is not asked, so its window
 * sets no bounds.
 */
export function berekenEinde(startdatum: Datum, regel: Rekenregel, kalender: Kalender): Einde {
  if (regel.regel === 'geen') return berekenMetRol(startdatum, regel.lengte);
  const opmerkingen = opmerkingenBijAtw(dagenVan(regel.lengte));
  const { dekking } = kalender;
  const rol = {
    dekking,
    bron: stap.ATW,
    beletsels: (datum: Datum) => beletselsVan(kalender, datum),
  };
  return berekenMetRol(startdatum, regel.lengte, rol, opmerkingen);
}

/** The last day of a service norm: as `berekenEinde`, with the municipality's own days off. */
export function berekenServicenorm(
  startdatum: Datum,
  norm: Servicenorm,
  { wettelijk, dekking, eigen }: Dienstkalender,
): Einde {
  if (norm.regel === 'geen') return berekenMetRol(startdatum, norm.lengte);
  const beletsels = (datum: Datum) => {
    const eigenDag = eigen.get(datum);
    return [...beletselsVan(wettelijk, datum), ...(eigenDag ? [eigenDag] : [])];
  };
  return berekenMetRol(startdatum, norm.lengte, { dekking, beletsels, bron: stap.SERVICENORM });
}

/**
 * A length in days. A policy with another length than a whole number from 1 was refused at the
 * door.
 */
function dagenVan(lengte: Lengte): number {
  const dagen = 'dagen' in lengte ? lengte.dagen : lengte.weken * 7;
  if (!Number.isInteger(dagen) || dagen < 1) throw new RangeError(`a term of ${dagen} days`);
  return dagen;
}

/**
 * Why a legal term cannot end on this day, for a day that the calendar knows: nothing if it can.
 */
function beletselsVan({ vrij }: Kalender, datum: Datum): readonly Beletsel[] {
  const feest = vrij.get(datum);
  if (weekdag(datum) <= 5) return feest ? [feest] : [];
  return [{ naam: dagnaam(datum), grond: stap.ATW_WEEKEND }, ...(feest ? [feest] : [])];
}

/** The computation itself: without `rol` the last day stays where it falls. */
function berekenMetRol(
  startdatum: Datum,
  lengte: Lengte,
  rol?: Rol,
  opmerkingen: readonly string[] = [],
): Einde {
  const start = stap.stapStart(startdatum);
  const laatste = plusDagen(startdatum, dagenVan(lengte));
  if (!isDatum(laatste) || laatste === VERSTE)
    return zonderEinde([start], stap.stapTeVer(startdatum, tekstVan(lengte)));
  const begin = [
    start,
    stap.stapLengte(tekstVan(lengte), laatste),
    ...opmerkingen.map((tekst) => stap.stapLetOp(laatste, tekst)),
  ];
  if (rol) return verschuif(laatste, rol, begin);
  const stappen = [...begin, stap.stapGeenRol(laatste), stap.stapLaatsteDag(laatste)];
  return { einde: laatste, stappen };
}

function verschuif(laatste: Datum, rol: Rol, begin: readonly Stap[]): Einde {
  const stappen = [...begin];
  for (let dag = laatste; ; dag = plusDagen(dag, 1)) {
    if (!isGedekt(rol.dekking, dag))
      return zonderEinde(stappen, stap.stapNietGedekt(dag, rol.dekking));
    const beletsels = rol.beletsels(dag);
    if (beletsels.length > 0) stappen.push(stap.stapOvergeslagen(dag, beletsels));
    else return { einde: dag, stappen: [...stappen, ...slot(dag, laatste, rol.bron)] };
  }
}

function slot(einde: Datum, laatste: Datum, bron: string): Stap[] {
  const hoe = einde === laatste ? stap.stapWerkdag(einde, bron) : stap.stapVerschoven(einde, bron);
  return [hoe, stap.stapLaatsteDag(einde)];
}

function zonderEinde(stappen: readonly Stap[], waarom: Stap): Einde {
  return { einde: null, reden: waarom.tekst, stappen: [...stappen, waarom] };
}

function tekstVan(lengte: Lengte): string {
  if ('dagen' in lengte) return lengte.dagen === 1 ? '1 dag' : `${lengte.dagen} dagen`;
  const weken = lengte.weken === 1 ? '1 week' : `${lengte.weken} weken`;
  return `${weken} (${lengte.weken * 7} dagen)`;
}
