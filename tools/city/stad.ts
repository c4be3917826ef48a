import type { Datum } from '@wijkspoor/domain';
import { plusDagen } from '@wijkspoor/domain';
import { advies } from './adviezen.ts';
import { bezoek } from './bezoeken.ts';
import type { Stof } from './stof.ts';
import { toeval } from './toeval.ts';
import { toezegging } from './toezeggingen.ts';
import { bijzonder, uitBrieven } from './uitgeschreven.ts';
import type { Stap, Verhaal } from './verhaal.ts';
import { bronnen } from './verhaal.ts';
import type { Lijn } from './vragen.ts';
import { vraag } from './vragen.ts';

/** The last day of the sample city. Everything in it happened in the eighteen months before. */
export const peildag: Datum = '2026-11-15';
const dagen = 549;
const zaadVanDeStad = 'wijkspoor';

/** How many of each, in the sample city. About 175 adviezen a year, two to six visits a month. */
const aantallen = { vraag: 345, advies: 262, bezoek: 58, toezegging: 14 };

type Reeks = keyof typeof aantallen;

const makers: Record<Reeks, (stof: Stof, lijn: Lijn) => Verhaal> = {
  vraag,
  advies,
  bezoek,
  toezegging,
};

/** The sample city, in order of time: what came in, and what happened later. */
export function voorbeeldstad(stof: Stof): { verhalen: Verhaal[]; stappen: Stap[] } {
  const verzonnen = Object.entries(aantallen).flatMap(([reeks, aantal]) => [
    ...verhalen(stof, reeks as Reeks, { bron: bronnen.verzonnen, aantal, zaad: zaadVanDeStad }),
  ]);
  const alle = [...uitBrieven(stof), ...bijzonder(stof, peildag), ...verzonnen];
  const stappen = alle.flatMap((een) => een.stappen);
  return {
    verhalen: alle.toSorted((a, b) => volgorde(a.bericht.time, b.bericht.time)),
    stappen: stappen.toSorted((a, b) => volgorde(a.op, b.op)),
  };
}

function volgorde(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * As many made-up cases as wanted, in the same proportions, one at a time: for a load test. Each
 * seed is a source of its own, so that two of these never meet under one id.
 */
export function* grotereStad(stof: Stof, aantal: number, zaad: string): Generator<Verhaal> {
  const bron = `voorbeeld:stad-${encodeURIComponent(zaad)}`;
  for (const [reeks, deel] of Object.entries(verdeeld(aantal)))
    yield* verhalen(stof, reeks as Reeks, { bron, aantal: deel, zaad });
}

function verdeeld(aantal: number): typeof aantallen {
  const som = Object.values(aantallen).reduce((a, b) => a + b, 0);
  const deel = (reeks: Reeks) => Math.round((aantal * aantallen[reeks]) / som);
  const [advies, bezoek, toezegging] = [deel('advies'), deel('bezoek'), deel('toezegging')];
  return { vraag: aantal - advies - bezoek - toezegging, advies, bezoek, toezegging };
}

// Each case has chance of its own, so that one more or one less changes no other.
function* verhalen(
  stof: Stof,
  reeks: Reeks,
  { bron, aantal, zaad }: { bron: string; aantal: number; zaad: string },
): Generator<Verhaal> {
  const eerste = plusDagen(peildag, -dagen + 1);
  for (let nr = 1; nr <= aantal; nr++) {
    const t = toeval(`${zaad} ${reeks} ${nr}`);
    const plaats = Math.floor(((nr - 1 + t.geheel(0, 99) / 100) * dagen) / aantal);
    const dag = plusDagen(eerste, plaats);
    yield makers[reeks](stof, { bron, nr, dag, peildag, t });
  }
}
