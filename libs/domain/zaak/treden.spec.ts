import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { STANDAARDBELEID } from '../gemeente/gemeente.ts';
import type { Datum } from '../termijn/datum.ts';
import { dagenTussen, plusDagen } from '../termijn/datum.ts';
import { eerstvolgende, opgekomen, reeksVan } from './treden.ts';

const seed = 20261121;
const einde = '2026-04-13';
const ladder = reeksVan(STANDAARDBELEID.ladder, einde);
const lang = '2026-01-01';

const op = (vandaag: Datum, laatste?: number, vanaf: Datum = lang) =>
  opgekomen(ladder, { vanaf, laatste }, vandaag);

describe('de ladder van een termijn', () => {
  it.each([
    ['de dag vóór de eerste trede', '2026-03-29', []],
    ['twee weken ervoor', '2026-03-30', [-14]],
    ['de laatste dag', '2026-04-13', [-14, -7, -2, 0]],
    ['de dag erna', '2026-04-14', [-14, -7, -2, 0]],
    ['een week erna', '2026-04-20', [-14, -7, -2, 0, 7]],
    ['drie weken erna', '2026-05-04', [-14, -7, -2, 0, 7, 14, 21]],
  ] as const)('geeft op %s', (_naam, dag, treden) => expect(op(dag)).toEqual(treden));

  it('geeft wat al gegeven is niet nog eens, ook niet na jaren', () => {
    expect(op('2026-04-11', -7)).toEqual([-2]);
    expect(op('2026-04-11', -2)).toEqual([]);
    expect(op('2029-04-15', 1092)).toEqual([]);
    expect(op('2029-04-16', 1092)).toEqual([1099]);
  });

  it('geeft na een week stilstand elke gemiste trede, op volgorde', () =>
    expect(op('2026-04-20', -7)).toEqual([-2, 0, 7]));

  it('geeft niets terug als de klok is teruggezet', () => {
    expect(op('2026-03-30', 0)).toEqual([]);
    expect(op('2026-04-13', 7)).toEqual([]);
  });

  it('telt wat voorbij was toen het werd opgeschreven als één stand, vanaf de dag erna', () => {
    expect(op('2026-04-16', undefined, '2026-04-16')).toEqual([]);
    expect(op('2026-04-17', undefined, '2026-04-16')).toEqual([0]);
    expect(op('2027-04-13', undefined, '2027-04-13')).toEqual([]);
    expect(op('2027-04-14', undefined, '2027-04-13')).toEqual([364]);
    expect(op('2027-04-19', undefined, '2027-04-13')).toEqual([364, 371]);
  });

  it('wacht ook met een trede op de dag van opschrijven zelf', () => {
    expect(op('2026-04-06', undefined, '2026-04-06')).toEqual([]);
    expect(op('2026-04-07', undefined, '2026-04-06')).toEqual([-7]);
  });

  it('loopt ook zonder vaste treden, en over een schrikkeldag', () => {
    const kaal = reeksVan({ voor: [], daarnaElke: 1 }, '2028-02-28');
    expect(opgekomen(kaal, { vanaf: lang, laatste: undefined }, '2028-03-01')).toEqual([1, 2]);
    const voor = reeksVan({ voor: [1], daarnaElke: 7 }, '2028-03-01');
    expect(opgekomen(voor, { vanaf: lang, laatste: undefined }, '2028-02-28')).toEqual([]);
    expect(opgekomen(voor, { vanaf: lang, laatste: undefined }, '2028-02-29')).toEqual([-1]);
  });
});

const aanloop = fc
  .uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 5 })
  .map((dagen) => dagen.toSorted((a, b) => b - a));
const verloop = fc.record({
  ladder: fc.record({ voor: aanloop, daarnaElke: fc.integer({ min: 1, max: 30 }) }),
  vanaf: fc.integer({ min: -80, max: 80 }),
  dagen: fc.array(fc.integer({ min: -60, max: 120 }), { minLength: 1, maxLength: 30 }),
});

/** Another way to know: day by day, from the first one on. */
function dagVoorDag(voor: readonly number[], elke: number, tot: number): number[] {
  const alles = Array.from({ length: 300 }, (_, n) => n - 100);
  return alles.filter((dag) => dag <= tot && (dag > 0 ? dag % elke === 0 : voor.includes(-dag)));
}

describe(`een ladder, op welke dagen er ook wordt gekeken (seed ${seed})`, () => {
  it('geeft elke trede één keer, op volgorde, nooit te vroeg, en geen enkele te weinig', () =>
    fc.assert(
      fc.property(verloop, ({ ladder: { voor, daarnaElke }, vanaf, dagen }) => {
        const reeks = reeksVan({ voor, daarnaElke }, einde);
        const gegeven: number[] = [];
        for (const dag of dagen) {
          const stand = { vanaf: plusDagen(einde, vanaf), laatste: gegeven.at(-1) };
          const nu = opgekomen(reeks, stand, plusDagen(einde, dag));
          for (const trede of nu) expect(trede).toBeLessThanOrEqual(dag);
          gegeven.push(...nu);
        }
        expect(gegeven).toEqual([...new Set(gegeven)].toSorted((a, b) => a - b));
        const laatst = Math.max(...dagen);
        const verwacht = dagVoorDag(voor, daarnaElke, laatst);
        const eerder = laatst > vanaf ? verwacht.filter((dag) => dag <= vanaf).slice(-1) : [];
        expect(gegeven).toEqual([...eerder, ...verwacht.filter((dag) => dag > vanaf)]);
      }),
      { seed, numRuns: 500 },
    ));

  it('zegt op de dag af wanneer er weer iets te geven is', () =>
    fc.assert(
      fc.property(verloop, ({ ladder: { voor, daarnaElke }, vanaf, dagen: [dag = 0] }) => {
        const reeks = reeksVan({ voor, daarnaElke }, einde);
        const begin = { vanaf: plusDagen(einde, vanaf), laatste: undefined };
        const laatste = opgekomen(reeks, begin, plusDagen(einde, dag)).at(-1);
        const stand = { ...begin, laatste };
        const straks = eerstvolgende(reeks, stand);
        expect(opgekomen(reeks, stand, plusDagen(straks, -1))).toEqual([]);
        expect(opgekomen(reeks, stand, straks)).not.toEqual([]);
        expect(dagenTussen(plusDagen(einde, dag), straks)).toBeGreaterThan(0);
      }),
      { seed, numRuns: 500 },
    ));
});
