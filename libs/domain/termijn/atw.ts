import type { Datum } from './datum.ts';
import { plusDagen } from './datum.ts';

/*
 * The recognised holidays of the Algemene termijnenwet (Atw), article 3, by rule. A rule gives
 * the day of a year, or nothing in a year in which it does not hold. Names and sources stand in
 * the calendar file; days put on a par by decree are data, for no rule tells them.
 */

/** From this day on all the rules below hold: 5 May is a yearly holiday since 24 September 1990. */
export const REGELS_VANAF: Datum = '1991-01-01';

type Regel = (jaar: number) => Datum | undefined;

const vast =
  (maand: number, dag: number): Regel =>
  (jaar) =>
    datumVan(jaar, maand, dag);

const vanafPasen =
  (dagen: number): Regel =>
  (jaar) =>
    plusDagen(eerstePaasdag(jaar), dagen);

// 27 April, on a Sunday the day before; since 2014 (Besluit van 30 januari 2013, nr. 13.000173).
const koningsdag: Regel = (jaar) => (jaar < 2014 ? undefined : nietOpZondag(datumVan(jaar, 4, 27)));

// 30 April, on a Sunday the day before; until 2013 (Besluit van 24 april 1980).
const koninginnedag: Regel = (jaar) =>
  jaar >= 2014 ? undefined : nietOpZondag(datumVan(jaar, 4, 30));

const REGELS = {
  nieuwjaarsdag: vast(1, 1),
  'goede-vrijdag': vanafPasen(-2),
  'tweede-paasdag': vanafPasen(1),
  koningsdag,
  koninginnedag,
  bevrijdingsdag: vast(5, 5),
  hemelvaartsdag: vanafPasen(39),
  'tweede-pinksterdag': vanafPasen(50),
  'eerste-kerstdag': vast(12, 25),
  'tweede-kerstdag': vast(12, 26),
} as const satisfies Record<string, Regel>;

/** The code of a recognised holiday, as a calendar file names it. */
export type Feestdagregel = keyof typeof REGELS;

/** Every rule that there is; a calendar file names those that hold within its window. */
export const FEESTDAGREGELS = Object.keys(REGELS) as readonly Feestdagregel[];

export function isFeestdagregel(code: string): code is Feestdagregel {
  return Object.hasOwn(REGELS, code);
}

/**
 * The day of a holiday in a year; nothing for King's Day before 2014 and Queen's Day after 2013.
 */
export function feestdag(regel: Feestdagregel, jaar: number): Datum | undefined {
  return REGELS[regel](jaar);
}

/**
 * Easter Sunday of a year: the Gregorian computus in the form of Meeus, Jones and Butcher, which
 * has no exceptions to remember.
 */
export function eerstePaasdag(jaar: number): Datum {
  const gouden = jaar % 19;
  const eeuw = Math.floor(jaar / 100);
  const rest = jaar % 100;
  const maan = Math.floor((eeuw - Math.floor((eeuw + 8) / 25) + 1) / 3);
  const epacta = (19 * gouden + eeuw - Math.floor(eeuw / 4) - maan + 15) % 30;
  const week = (32 + 2 * (eeuw % 4) + 2 * Math.floor(rest / 4) - epacta - (rest % 4)) % 7;
  const correctie = 7 * Math.floor((gouden + 11 * epacta + 22 * week) / 451);
  return plusDagen(datumVan(jaar, 3, 22), epacta + week - correctie);
}

/**
 * 1 for Monday to 7 for Sunday. In UTC, where every day has 24 hours and no zone can move it; a
 * what-if over a million terms asks this several times for each, and Temporal takes thirty times
 * as long.
 */
export function weekdag(datum: Datum): number {
  return new Date(`${datum}T00:00:00Z`).getUTCDay() || 7;
}

export function jaarVan(datum: Datum): number {
  return Number(datum.slice(0, 4));
}

/**
 * What the Atw itself says beyond article 1, for a length in days under the rule `atw`.
 *
 * `atw` is article 1 as a municipality chooses it, nothing more. For very short and for long
 * terms the law goes another way, and whoever sets or reads such a term must know.
 */
export function opmerkingenBijAtw(dagen: number): readonly string[] {
  if (dagen > 90)
    return ['Let op: de wet zelf geldt niet voor termijnen van meer dan 90 dagen of 12 weken.'];
  if (dagen >= 3 && dagen <= 6)
    return ['Let op: de wet zelf vraagt ook dat er minstens twee werkdagen in de termijn zitten.'];
  return [];
}

function datumVan(jaar: number, maand: number, dag: number): Datum {
  const twee = (getal: number) => String(getal).padStart(2, '0');
  return `${String(jaar).padStart(4, '0')}-${twee(maand)}-${twee(dag)}` as Datum;
}

function nietOpZondag(datum: Datum): Datum {
  return weekdag(datum) === 7 ? plusDagen(datum, -1) : datum;
}
