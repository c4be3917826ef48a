import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Datum } from './datum.ts';
import { controleerKalender } from './kalender-controle.ts';
import type { Kalenderbestand } from './kalender.ts';
import { dekkingLooptAf, isGedekt, kalenderVan, vrijeDagen } from './kalender.ts';

const file = new URL('../../../infra/kalender/nederland.yaml', import.meta.url);
const bestand = parse(readFileSync(file, 'utf8')) as Kalenderbestand;
const nederland = kalenderVan(bestand);

function datums(jaar: number): string {
  const dagen = vrijeDagen(nederland, jaar);
  return dagen === 'niet-gedekt' ? dagen : dagen.map(({ datum }) => datum.slice(5)).join(' ');
}

function dag(datum: Datum): unknown {
  return nederland.vrij.get(datum);
}

describe('de kalender van Nederland', () => {
  it('heeft geen fouten', () => {
    expect(controleerKalender(bestand)).toEqual([]);
  });

  // Read from printed calendars and the decrees, not from this program.
  it.each([
    [2017, '01-01 04-14 04-17 04-27 04-28 05-05 05-25 05-26 06-05 12-25 12-26'],
    [2018, '01-01 03-30 04-02 04-27 05-05 05-10 05-11 05-21 12-24 12-25 12-26 12-31'],
    [2019, '01-01 04-19 04-22 04-27 05-05 05-30 05-31 06-10 12-25 12-26 12-27'],
    [2020, '01-01 04-10 04-13 04-27 05-05 05-21 05-22 06-01 12-25 12-26'],
    [2021, '01-01 04-02 04-05 04-27 05-05 05-13 05-14 05-24 12-25 12-26'],
    [2022, '01-01 04-15 04-18 04-27 05-05 05-26 05-27 06-06 12-25 12-26'],
    [2023, '01-01 04-07 04-10 04-27 04-28 05-05 05-18 05-19 05-29 12-25 12-26'],
    [2024, '01-01 03-29 04-01 04-27 05-05 05-09 05-10 05-20 12-25 12-26 12-27'],
    [2025, '01-01 04-18 04-21 04-26 05-05 05-29 05-30 06-09 12-25 12-26'],
    [2026, '01-01 01-02 04-03 04-06 04-27 05-05 05-14 05-15 05-25 12-25 12-26'],
    [2027, '01-01 03-26 03-29 04-27 05-05 05-06 05-07 05-17 12-25 12-26'],
    [2028, '01-01 04-14 04-17 04-27 04-28 05-05 05-25 05-26 06-05 12-25 12-26'],
  ])('kent elke vrije dag van %s', (jaar, dagen) => {
    expect(datums(jaar)).toBe(dagen);
  });

  it('zegt hoe een vrije dag heet en waarom hij vrij is', () => {
    expect(dag('2026-04-03')).toEqual({
      datum: '2026-04-03',
      naam: 'Goede Vrijdag',
      grond: 'Algemene termijnenwet, artikel 3, tweede lid (gelijkgesteld)',
    });
    expect(dag('2026-05-15')).toEqual({
      datum: '2026-05-15',
      naam: 'de dag na Hemelvaartsdag',
      grond: 'Algemene termijnenwet, artikel 3, derde lid; Stcrt. 2025, 24713',
    });
  });

  it('noemt een gewone dag niet vrij, en een zaterdag zonder feest evenmin', () => {
    expect([dag('2026-04-02'), dag('2026-04-04'), dag('2026-05-04')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('zegt buiten de dekking dat zij het niet weet, ook van een vaste feestdag', () => {
    const buiten: Datum[] = ['2016-12-31', '2029-01-01', '2029-12-25', '2045-05-05'];
    expect(buiten.map((datum) => isGedekt(nederland.dekking, datum))).not.toContain(true);
    expect([datums(2016), datums(2029)]).toEqual(['niet-gedekt', 'niet-gedekt']);
  });

  it('kent de eerste en de laatste dag van de dekking', () => {
    expect(dag('2017-01-01')).toMatchObject({ naam: 'Nieuwjaarsdag' });
    expect(dag('2028-12-31')).toBeUndefined();
  });

  it('waarschuwt een jaar van tevoren dat zij afloopt', () => {
    const vandaag: Datum[] = ['2026-11-20', '2027-12-31', '2028-01-01', '2028-12-31', '2029-01-10'];
    expect(vandaag.map((datum) => dekkingLooptAf(nederland, datum))).toEqual([
      undefined,
      undefined,
      365,
      0,
      -10,
    ]);
  });
});

describe('een kalender', () => {
  const ander = (van: Datum, tot: Datum): Kalenderbestand => {
    const koninginnedag = { regel: 'koninginnedag', naam: 'Koninginnedag', grond: 'besluit' };
    const feestdagen = [...bestand.feestdagen, koninginnedag];
    return { ...bestand, dekking: { van, tot }, feestdagen, besluiten: [] };
  };

  it('maakt een dag van twee die samenvallen', () => {
    expect(kalenderVan(ander('2016-01-01', '2016-12-31')).vrij.get('2016-05-05')).toEqual({
      datum: '2016-05-05',
      naam: 'Bevrijdingsdag en Hemelvaartsdag',
      grond: 'Algemene termijnenwet, artikel 3, eerste lid',
    });
  });

  it('die teruggaat tot voor 2014 heeft daar Koninginnedag en daarna Koningsdag', () => {
    const kalender = kalenderVan(ander('2013-01-01', '2014-12-31'));
    const april: Datum[] = ['2013-04-27', '2013-04-30', '2014-04-26', '2014-04-30'];
    expect(april.map((datum) => kalender.vrij.get(datum))).toMatchObject([
      undefined,
      { naam: 'Koninginnedag' },
      { naam: 'Koningsdag' },
      undefined,
    ]);
  });

  it('kent een jaar niet dat zij maar voor een deel dekt', () => {
    const kalender = kalenderVan(ander('2020-01-01', '2021-06-30'));
    expect(vrijeDagen(kalender, 2020)).toHaveLength(9);
    expect(vrijeDagen(kalender, 2021)).toBe('niet-gedekt');
    expect(kalender.vrij.get('2021-05-05')).toMatchObject({ naam: 'Bevrijdingsdag' });
  });

  it('wordt niet gemaakt van een regel die niemand kent', () => {
    const feestdagen = [{ regel: 'prinsjesdag', naam: 'Prinsjesdag', grond: 'geen' }];
    expect(() => kalenderVan({ ...bestand, feestdagen })).toThrow('prinsjesdag is no rule');
  });
});
