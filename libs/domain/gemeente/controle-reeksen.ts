import type { Fault } from '@wijkspoor/kernel';
import type { Datum } from '../termijn/datum.ts';
import { plusDagen } from '../termijn/datum.ts';
import type { Concept } from './concept.ts';
import { SOORTEN } from './model.ts';

/**
 * Periods that must follow one another: of the term policy per soort, and of the welfare work per
 * gebied. Two at once is never right, and neither is a hole. Term policy may not end either: a
 * calendar that silently runs out is a term that nobody watches. A contract may (003:394).
 */
export function controleerReeksen(concept: Concept): readonly Fault[] {
  const beleid = concept.termijnbeleid?.map((rij) => ({ ...rij, sleutel: rij.soort }));
  const welzijn = concept.welzijnsaanbieders?.map((rij) => ({ ...rij, sleutel: rij.gebied }));
  return [
    ...ontbrekend('termijnbeleid', concept.termijnbeleid),
    ...ontbrekend('eersteBehandelaars', concept.eersteBehandelaars),
    ...controleerReeks({ lijst: 'termijnbeleid', rijen: beleid ?? [], magEindigen: false }),
    ...controleerReeks({ lijst: 'welzijnsaanbieders', rijen: welzijn ?? [], magEindigen: true }),
  ];
}

type Rij = Readonly<{ sleutel: string | undefined; geldigVan?: Datum; geldigTot?: Datum }>;
type Reeks = Readonly<{ lijst: string; rijen: readonly Rij[]; magEindigen: boolean }>;
type Periode = Readonly<{ sleutel: string; van: Datum; tot: Datum | undefined; pointer: string }>;

// A row whose soort could not be read may be the very one that seems to be missing.
function ontbrekend(lijst: string, rijen?: readonly { readonly soort?: string }[]): Fault[] {
  if (!rijen || rijen.some(({ soort }) => soort === undefined)) return [];
  return SOORTEN.filter((soort) => !rijen.some((rij) => rij.soort === soort)).map((soort) => ({
    pointer: `/${lijst}`,
    message: `soort '${soort}' ontbreekt`,
  }));
}

function controleerReeks({ lijst, rijen, magEindigen }: Reeks): Fault[] {
  const perioden = rijen.flatMap((rij, i) => leesPeriode(rij, `/${lijst}/${i}`));
  const volledig = perioden.length === rijen.length;
  const sleutels = [...new Set(perioden.map(({ sleutel }) => sleutel))];
  return sleutels.flatMap((sleutel) => {
    const reeks = perioden
      .filter((periode) => periode.sleutel === sleutel)
      .toSorted((een, ander) => (een.van < ander.van ? -1 : 1));
    return controleerOpeenvolging(reeks, { volledig, magEindigen });
  });
}

function leesPeriode({ sleutel, geldigVan, geldigTot }: Rij, pointer: string): Periode[] {
  if (!sleutel || !geldigVan || (geldigTot && geldigTot < geldigVan)) return [];
  return [{ sleutel, van: geldigVan, tot: geldigTot, pointer }];
}

function controleerOpeenvolging(
  reeks: readonly Periode[],
  { volledig, magEindigen }: { volledig: boolean; magEindigen: boolean },
): Fault[] {
  const faults: Fault[] = [];
  let laatste: Periode | undefined;
  for (const periode of reeks) {
    if (laatste) faults.push(...aansluiting(laatste, periode, volledig));
    if (!laatste || einde(laatste) < einde(periode)) laatste = periode;
  }
  if (laatste?.tot && volledig && !magEindigen) faults.push(houdtOp(laatste, laatste.tot));
  return faults;
}

function einde({ tot }: Periode): string {
  return tot ?? '9999-12-31';
}

function aansluiting(vorige: Periode, volgende: Periode, volledig: boolean): Fault[] {
  const pointer = `${volgende.pointer}/geldigVan`;
  const voor = `voor '${volgende.sleutel}'`;
  if (!vorige.tot || volgende.van <= vorige.tot) {
    const dagen = `${vorige.van} tot en met ${vorige.tot ?? 'nu'}`;
    return [{ pointer, message: `overlapt met ${vorige.pointer} (${dagen}) ${voor}` }];
  }
  const eersteDag = plusDagen(vorige.tot, 1);
  if (eersteDag === volgende.van || !volledig) return [];
  const laatsteDag = plusDagen(volgende.van, -1);
  return [
    { pointer, message: `gat: van ${eersteDag} tot en met ${laatsteDag} geldt niets ${voor}` },
  ];
}

function houdtOp({ sleutel, pointer }: Periode, tot: Datum): Fault {
  return {
    pointer: `${pointer}/geldigTot`,
    message: `gat: na ${tot} geldt niets voor '${sleutel}'`,
  };
}
