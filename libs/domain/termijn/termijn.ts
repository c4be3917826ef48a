import type { Gemeente, Termijnbeleid } from '../gemeente/gemeente.ts';
import type { Stap, StapSoort } from './bereken-stappen.ts';
import { stapAfgesproken, stapLaatsteDag, startOnbekend } from './bereken-stappen.ts';
import { berekenEinde, berekenServicenorm } from './bereken.ts';
import type { Datum } from './datum.ts';
import { dienstkalender } from './kalender-dienst.ts';
import type { Dekking } from './kalender.ts';

/** What a term is counted by: basis, start, length and the rule for days off. */
export type Termijnregel = Pick<Termijnbeleid, 'basis' | 'start' | 'lengte' | 'regel'> &
  Readonly<{ aard?: Termijnbeleid['aard'] }>;

/** A step as it is stored; its text stands at the same place in `stappen`. */
export type Bewijsstap = Readonly<{
  soort: StapSoort;
  datum: Datum;
  bron: string;
  naam?: string;
}>;

/** Which calendar was asked. A later one does not change what this one said. */
export type Kalenderversie = Readonly<{ naam: string; bijgewerktOp: Datum; dekking: Dekking }>;

/**
 * How an end date came to be, so that anyone can recompute it. `berekening` and `kalender` are
 * not in what was stored before there was a calendar; those terms never moved for a day off.
 */
export type TermijnBewijs = Readonly<{
  startdatum: Datum;
  regel: Termijnregel;
  stappen: readonly string[];
  berekening?: readonly Bewijsstap[];
  kalender?: Kalenderversie;
}>;

export type Termijn = Readonly<{ einde: Datum; bewijs: TermijnBewijs }>;

/** How far the proof got of a term without an end; the very first day may be unknown. */
export type OnbepaaldBewijs = Omit<TermijnBewijs, 'startdatum'> & Readonly<{ startdatum?: Datum }>;

/** A term of which the end cannot be told, with the reason in Dutch. Never a guess. */
export type OnbepaaldeTermijn = Readonly<{
  einde: null;
  reden: string;
  bewijs: OnbepaaldBewijs;
}>;

export type Kalenders = Pick<Gemeente, 'kalender' | 'dienstkalender'>;

/** What of a municipality decides about terms. */
export type Termijnregels = Kalenders & Pick<Gemeente, 'termijnbeleid'>;

/** What a term is computed from. `afgesproken`: the day that was promised, if there is one. */
export type Termijnvraag = Readonly<{
  startdatum: Datum | undefined;
  regel: Termijnregel;
  afgesproken?: Datum | undefined;
}>;

/**
 * The last day on which an answer is on time, with its proof.
 *
 * The day of the start does not count and the last day counts until 24:00 in Amsterdam, so a term
 * of 42 days from Monday 2 March ends on Monday 13 April (six weeks: 002:61, 002:78). Gives nothing
 * when the policy sets no term, or when the end is "as agreed" and no date was agreed. Where the
 * calendar does not reach, or the first day is not known, there is a reason and no date.
 */
export function berekenTermijn(
  { startdatum, regel, afgesproken }: Termijnvraag,
  kalenders: Kalenders,
): Termijn | OnbepaaldeTermijn | undefined {
  const { lengte } = regel;
  if (lengte === 'geen' || (lengte === 'zoals-afgesproken' && !afgesproken)) return undefined;
  if (!startdatum) {
    const reden = startOnbekend(regel.start);
    return { einde: null, reden, bewijs: bewijsVan(regel, [], kalenders) };
  }
  const { einde, ...uitkomst } = eindeVan(startdatum, { regel, afgesproken }, kalenders);
  const bewijs = { startdatum, ...bewijsVan(regel, uitkomst.stappen, kalenders) };
  return einde === null ? { einde, reden: uitkomst.reden ?? '', bewijs } : { einde, bewijs };
}

type Uitkomst = Readonly<{ einde: Datum | null; reden?: string; stappen: readonly Stap[] }>;

function eindeVan(
  startdatum: Datum,
  { regel: { lengte, regel }, afgesproken }: Omit<Termijnvraag, 'startdatum'>,
  { kalender, dienstkalender: dienst }: Kalenders,
): Uitkomst {
  if (lengte === 'zoals-afgesproken' || lengte === 'geen')
    return zoalsAfgesproken(afgesproken ?? startdatum);
  return regel === 'werkdag'
    ? berekenServicenorm(startdatum, { lengte, regel }, dienst)
    : berekenEinde(startdatum, { lengte, regel }, kalender);
}

function zoalsAfgesproken(einde: Datum): Uitkomst {
  return { einde, stappen: [stapAfgesproken(einde), stapLaatsteDag(einde)] };
}

function bewijsVan(regel: Termijnregel, stappen: readonly Stap[], { kalender }: Kalenders) {
  return {
    regel: alleenDeRegel(regel),
    stappen: stappen.map(({ tekst }) => tekst),
    berekening: stappen.map(({ tekst: _tekst, ...stap }) => stap),
    ...(regel.regel !== 'geen' && { kalender: versieVan(kalender) }),
  };
}

function alleenDeRegel({ aard, basis, start, lengte, regel }: Termijnregel): Termijnregel {
  return { ...(aard && { aard }), basis, start, lengte, regel };
}

/** What of a calendar goes into a proof. */
export function versieVan({ naam, bijgewerktOp, dekking }: Kalenderversie): Kalenderversie {
  return { naam, bijgewerktOp, dekking };
}

/** The step-by-step proof with its texts; the steps of an old proof have a text only. */
export function stappenVan({ stappen, berekening = [] }: OnbepaaldBewijs) {
  return stappen.map((tekst, i) => ({ ...berekening[i], tekst }));
}

const niets = { van: '9999-12-30', tot: '9999-12-30' } as const;
const geenKalender = {
  soort: 'wettelijk',
  naam: 'geen kalender',
  bijgewerktOp: '9999-12-30',
  dekking: niets,
  vrij: new Map(),
} as const;

/** Calendars that know no day at all: enough where a policy asks for none. */
export const zonderKalender: Kalenders = {
  kalender: geenKalender,
  dienstkalender: dienstkalender(geenKalender, []),
};
