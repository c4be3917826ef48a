import { describe, expect, it } from '@jest/globals';
import {
  FEESTDAGREGELS,
  eerstePaasdag,
  feestdag,
  isFeestdagregel,
  opmerkingenBijAtw,
} from './atw.ts';
import type { Datum } from './datum.ts';

// From the almanacs: the years that matter now, the earliest and the latest Easter that there
// are, and the years in which Gauss' method needs an exception.
const PASEN: [Datum, string][] = [
  ['1818-03-22', '(vroeger kan niet)'],
  ['1954-04-18', '(een uitzondering bij Gauss)'],
  ['1981-04-19', '(een uitzondering bij Gauss)'],
  ['2015-04-05', ''],
  ['2016-03-27', ''],
  ['2017-04-16', ''],
  ['2018-04-01', ''],
  ['2019-04-21', ''],
  ['2020-04-12', ''],
  ['2021-04-04', ''],
  ['2022-04-17', ''],
  ['2023-04-09', ''],
  ['2024-03-31', ''],
  ['2025-04-20', ''],
  ['2026-04-05', ''],
  ['2027-03-28', ''],
  ['2028-04-16', ''],
  ['2029-04-01', ''],
  ['2030-04-21', ''],
  ['2038-04-25', '(later kan niet)'],
  ['2049-04-18', '(een uitzondering bij Gauss)'],
  ['2076-04-19', '(een uitzondering bij Gauss)'],
];

describe('Eerste Paasdag', () => {
  it.each(PASEN)('valt op %s %s', (datum) => {
    expect(eerstePaasdag(Number(datum.slice(0, 4)))).toBe(datum);
  });
});

describe('een algemeen erkende feestdag', () => {
  it.each([
    ['nieuwjaarsdag', '2026-01-01'],
    ['goede-vrijdag', '2026-04-03'],
    ['tweede-paasdag', '2026-04-06'],
    ['koningsdag', '2026-04-27'],
    ['bevrijdingsdag', '2026-05-05'],
    ['hemelvaartsdag', '2026-05-14'],
    ['tweede-pinksterdag', '2026-05-25'],
    ['eerste-kerstdag', '2026-12-25'],
    ['tweede-kerstdag', '2026-12-26'],
  ] as const)('%s is %s in 2026', (regel, datum) => {
    expect(feestdag(regel, 2026)).toBe(datum);
  });

  it('is er een van negen, voor en na 2014', () => {
    const aantal = (jaar: number) =>
      FEESTDAGREGELS.filter((regel) => feestdag(regel, jaar) !== undefined).length;
    expect([2013, 2014, 2026, 2045].map(aantal)).toEqual([9, 9, 9, 9]);
  });

  it('is 5 mei elk jaar, niet eens in de vijf jaar', () => {
    for (let jaar = 2015; jaar <= 2045; jaar++)
      expect(feestdag('bevrijdingsdag', jaar)).toBe(`${jaar}-05-05`);
  });

  it.each([
    [2014, '2014-04-26'],
    [2019, '2019-04-27'],
    [2025, '2025-04-26'],
    [2026, '2026-04-27'],
    [2031, '2031-04-26'],
  ])('is Koningsdag op 27 april, op een zondag de dag ervoor: %s', (jaar, datum) => {
    expect(feestdag('koningsdag', jaar)).toBe(datum);
  });

  it.each([
    [2006, '2006-04-29'],
    [2011, '2011-04-30'],
    [2013, '2013-04-30'],
  ])('was Koninginnedag op 30 april, op een zondag de dag ervoor: %s', (jaar, datum) => {
    expect(feestdag('koninginnedag', jaar)).toBe(datum);
    expect(feestdag('koningsdag', jaar)).toBeUndefined();
  });

  it('is Koninginnedag niet meer vanaf 2014', () => {
    expect(feestdag('koninginnedag', 2014)).toBeUndefined();
  });

  it('heet alleen zoals zijn code', () => {
    expect(['koningsdag', 'Koningsdag', 'toString'].map(isFeestdagregel)).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('een lengte waarbij de wet meer zegt dan artikel 1', () => {
  it.each([
    [2, 0],
    [3, 1],
    [6, 1],
    [7, 0],
    [42, 0],
    [90, 0],
    [91, 1],
  ])('van %s dagen krijgt %s opmerkingen', (dagen, aantal) => {
    expect(opmerkingenBijAtw(dagen)).toHaveLength(aantal);
  });
});
