import type { Datum, Gemeente, WijkCode } from '@wijkspoor/domain';
import { isGeldigOp } from '@wijkspoor/domain';
import type { WijkenLijst } from '@wijkspoor/wire';
import type { DataSource } from 'typeorm';
import { reach } from '../outage.ts';
import { oordeelSql, opPeildatum } from './peildatum.ts';
import type { Groep } from './tellingen.ts';
import { isOpen } from './tellingen.ts';

type Wijkengroep = Groep & Readonly<{ wijken: readonly WijkCode[] }>;

const perWijken = opPeildatum(
  (vanZaken) => `
    select z.wijken, s.status, ${oordeelSql} as oordeel, count(*)::integer as aantal
    ${vanZaken} group by 1, 2, 3`,
);

/**
 * Every wijk with what is open in it, as it stood on a day, in the order of the names.
 *
 * The wijken are those of the configuration that exist on that day, and any other that has cases,
 * so that no case is left out. A case of several wijken counts in each; one of no wijk in none.
 */
export async function wijkenStand(
  ds: DataSource,
  peildatum: Datum,
  gemeente: Pick<Gemeente, 'wijken'>,
): Promise<WijkenLijst> {
  const groepen = await reach(() => ds.query<Wijkengroep[]>(perWijken, [peildatum]));
  const perWijk = verdeeld(groepen);
  const bestaand = gemeente.wijken.filter(
    (wijk) => perWijk.has(wijk.code) || isGeldigOp(wijk, peildatum),
  );
  const bekend = new Set(gemeente.wijken.map(({ code }) => code));
  const overig = [...perWijk.keys()].filter((code) => !bekend.has(code));
  const wijken = [...bestaand, ...overig.map((code) => ({ code, naam: code, gebied: '' }))];
  return {
    peildatum,
    wijken: wijken.map((wijk) => regel(wijk, perWijk.get(wijk.code) ?? [])).sort(opNaam),
  };
}

function verdeeld(groepen: readonly Wijkengroep[]): Map<WijkCode, Groep[]> {
  const perWijk = new Map<WijkCode, Groep[]>();
  for (const groep of groepen) {
    for (const wijk of new Set(groep.wijken))
      perWijk.set(wijk, [...(perWijk.get(wijk) ?? []), groep]);
  }
  return perWijk;
}

type Regel = WijkenLijst['wijken'][number];

function regel(
  { code, naam, gebied }: Pick<Regel, 'code' | 'naam' | 'gebied'>,
  groepen: readonly Groep[],
): Regel {
  const open = aantalVan(groepen.filter(isOpen));
  const openTeLaat = aantalVan(groepen.filter(({ oordeel }) => oordeel === 'open-te-laat'));
  return { code, naam, gebied, open, openTeLaat, totaal: aantalVan(groepen) };
}

const aantalVan = (groepen: readonly Groep[]) =>
  groepen.reduce((som, { aantal }) => som + aantal, 0);

const opNaam = (a: Regel, b: Regel) => a.naam.localeCompare(b.naam, 'nl');
