import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Rekenregel } from './bereken.ts';
import { berekenEinde } from './bereken.ts';
import type { Datum } from './datum.ts';
import { plusDagen } from './datum.ts';
import type { Kalenderbestand } from './kalender.ts';
import { kalenderVan } from './kalender.ts';

const file = new URL('../../../infra/kalender/nederland.yaml', import.meta.url);
const nederland = kalenderVan(parse(readFileSync(file, 'utf8')) as Kalenderbestand);

const strikt: Rekenregel = { lengte: { dagen: 42 }, regel: 'geen' };
const atw: Rekenregel = { lengte: { dagen: 42 }, regel: 'atw' };

const bereken = (start: Datum, regel: Rekenregel) => berekenEinde(start, regel, nederland);
const eindigend = (laatste: Datum) => bereken(plusDagen(laatste, -42), atw);
const overgeslagen = (laatste: Datum) =>
  eindigend(laatste)
    .stappen.filter(({ soort }) => soort === 'overgeslagen')
    .map(({ datum, naam }) => `${datum} ${naam}`);

describe('de regel atw', () => {
  it('laat een einde op een werkdag staan', () => {
    const { einde, stappen } = bereken('2026-03-02', atw);
    expect(einde).toBe('2026-04-13');
    expect(stappen.at(-2)).toEqual({
      soort: 'niet-verschoven',
      datum: '2026-04-13',
      tekst: 'De laatste dag schuift niet op: maandag 13 april 2026 is geen vrije dag.',
      bron: 'rekenregel 4, keuze "atw": Algemene termijnenwet, artikel 1, eerste lid',
    });
  });

  // Every kind of day off, with what follows it; checked on a printed calendar.
  it.each<[Datum, Datum, string[]]>([
    ['2026-04-18', '2026-04-20', ['2026-04-18 zaterdag', '2026-04-19 zondag']],
    ['2026-04-19', '2026-04-20', ['2026-04-19 zondag']],
    ['2024-01-01', '2024-01-02', ['2024-01-01 Nieuwjaarsdag']],
    [
      '2026-04-03',
      '2026-04-07',
      [
        '2026-04-03 Goede Vrijdag',
        '2026-04-04 zaterdag',
        '2026-04-05 zondag',
        '2026-04-06 Tweede Paasdag',
      ],
    ],
    ['2026-04-27', '2026-04-28', ['2026-04-27 Koningsdag']],
    ['2025-04-26', '2025-04-28', ['2025-04-26 zaterdag en Koningsdag', '2025-04-27 zondag']],
    ['2026-05-05', '2026-05-06', ['2026-05-05 Bevrijdingsdag']],
    ['2024-05-05', '2024-05-06', ['2024-05-05 zondag en Bevrijdingsdag']],
    [
      '2026-05-14',
      '2026-05-18',
      [
        '2026-05-14 Hemelvaartsdag',
        '2026-05-15 de dag na Hemelvaartsdag',
        '2026-05-16 zaterdag',
        '2026-05-17 zondag',
      ],
    ],
    ['2026-05-25', '2026-05-26', ['2026-05-25 Tweede Pinksterdag']],
    [
      '2024-12-25',
      '2024-12-30',
      [
        '2024-12-25 Eerste Kerstdag',
        '2024-12-26 Tweede Kerstdag',
        '2024-12-27 de dag na Tweede Kerstdag',
        '2024-12-28 zaterdag',
        '2024-12-29 zondag',
      ],
    ],
    [
      '2026-01-01',
      '2026-01-05',
      [
        '2026-01-01 Nieuwjaarsdag',
        '2026-01-02 de dag na Nieuwjaarsdag',
        '2026-01-03 zaterdag',
        '2026-01-04 zondag',
      ],
    ],
  ])('verschuift een einde op %s naar %s', (laatste, einde, dagen) => {
    expect(eindigend(laatste).einde).toBe(einde);
    expect(overgeslagen(laatste)).toEqual(dagen);
  });

  it.each([
    '2023-04-28',
    '2023-05-19',
    '2024-05-10',
    '2024-12-27',
    '2025-05-30',
    '2026-01-02',
    '2026-05-15',
    '2027-05-07',
    '2028-04-28',
    '2028-05-26',
  ] as const)('verschuift een einde op %s, gelijkgesteld bij besluit', (laatste) => {
    expect(eindigend(laatste).einde).toBe(plusDagen(laatste, 3));
    expect(overgeslagen(laatste)[0]).toContain('de dag na');
  });

  it('noemt van elke overgeslagen dag de grond', () => {
    const bronnen = eindigend('2026-05-15')
      .stappen.filter(({ soort }) => soort === 'overgeslagen')
      .map(({ bron }) => bron);
    expect(bronnen).toEqual([
      'Algemene termijnenwet, artikel 3, derde lid; Stcrt. 2025, 24713',
      'Algemene termijnenwet, artikel 1, eerste lid',
      'Algemene termijnenwet, artikel 1, eerste lid',
    ]);
  });

  it('zegt het erbij als de wet zelf meer of minder doet', () => {
    const letOp = (dagen: number) =>
      bereken('2026-03-02', { lengte: { dagen }, regel: 'atw' })
        .stappen.filter(({ soort }) => soort === 'let-op')
        .map(({ tekst }) => tekst);
    expect(letOp(42)).toEqual([]);
    expect(letOp(3)[0]).toContain('twee werkdagen');
    expect(letOp(91)[0]).toContain('90 dagen');
  });
});

describe('een einde dat de kalender niet kent', () => {
  it('is er niet na de dekking, en er staat waarom', () => {
    const antwoord = bereken('2028-12-01', atw);
    expect(antwoord).toMatchObject({
      einde: null,
      reden:
        'De kalender kent de vrije dagen van 1 januari 2017 tot en met 31 december 2028. ' +
        'Daar valt vrijdag 12 januari 2029 buiten: de laatste dag is niet te berekenen.',
    });
    expect(antwoord.stappen.map(({ soort }) => soort)).toEqual(['start', 'lengte', 'niet-gedekt']);
  });

  it('is er ook niet als de termijn pas door te schuiven buiten de dekking komt', () => {
    expect(eindigend('2028-12-31')).toMatchObject({ einde: null });
    expect(overgeslagen('2028-12-31')).toEqual(['2028-12-31 zondag']);
  });

  it('is er wel op de laatste werkdag en op de eerste', () => {
    expect(eindigend('2028-12-29').einde).toBe('2028-12-29');
    expect(eindigend('2017-01-01').einde).toBe('2017-01-02');
  });

  it('is er niet voor de dekking', () => {
    expect(eindigend('2016-12-30')).toMatchObject({ einde: null });
  });

  it('is er niet na het jaar 9999', () => {
    const einden = (['9999-11-18', '9999-11-19', '9999-12-01'] as Datum[]).map(
      (start) => bereken(start, strikt).einde,
    );
    expect(einden).toEqual(['9999-12-30', null, null]);
    expect(bereken('9999-12-01', atw).einde).toBeNull();
  });
});
