import { describe, expect, it } from '@jest/globals';
import type { Instant } from '@wijkspoor/kernel';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Rekenregel } from './bereken.ts';
import { berekenEinde } from './bereken.ts';
import type { Datum } from './datum.ts';
import { datumIn, plusDagen } from './datum.ts';
import type { Kalenderbestand } from './kalender.ts';
import { kalenderVan } from './kalender.ts';

const file = new URL('../../../infra/kalender/nederland.yaml', import.meta.url);
const nederland = kalenderVan(parse(readFileSync(file, 'utf8')) as Kalenderbestand);

const strikt: Rekenregel = { lengte: { dagen: 42 }, regel: 'geen' };
const atw: Rekenregel = { lengte: { dagen: 42 }, regel: 'atw' };

const bereken = (start: Datum, regel: Rekenregel) => berekenEinde(start, regel, nederland);

describe('een termijn van zes weken', () => {
  it('telt 42 dagen, en de startdag niet mee', () => {
    expect(bereken('2026-03-02', strikt).einde).toBe('2026-04-13');
  });

  it('is in weken en in dagen hetzelfde', () => {
    const weken = { lengte: { weken: 6 }, regel: 'atw' } as const;
    expect(bereken('2026-02-20', weken).einde).toBe(bereken('2026-02-20', atw).einde);
  });

  it('is er een over een schrikkeldag heen', () => {
    expect(bereken('2028-01-18', strikt).einde).toBe('2028-02-29');
    expect(bereken('2027-01-18', strikt).einde).toBe('2027-03-01');
  });

  it('is er een over de zomertijd en de jaarwisseling heen', () => {
    expect(bereken('2026-03-16', strikt).einde).toBe('2026-04-27');
    expect(bereken('2026-12-01', strikt).einde).toBe('2027-01-12');
  });
});

describe('de regel geen', () => {
  it('laat een einde op een feestdag of in een weekend staan', () => {
    const einden = (['2026-02-20', '2026-03-07', '2026-11-13'] as Datum[]).map(
      (start) => bereken(start, strikt).einde,
    );
    expect(einden).toEqual(['2026-04-03', '2026-04-18', '2026-12-25']);
  });

  it('heeft geen kalender nodig, ook niet na de dekking', () => {
    expect(bereken('2028-12-01', strikt).einde).toBe('2029-01-12');
  });

  it('zegt stap voor stap wat er is gedaan', () => {
    expect(bereken('2026-03-07', strikt).stappen).toEqual([
      {
        soort: 'start',
        datum: '2026-03-07',
        tekst: 'De startdag, zaterdag 7 maart 2026, telt niet mee.',
        bron: 'rekenregel 1',
      },
      {
        soort: 'lengte',
        datum: '2026-04-18',
        tekst: 'De termijn is 42 dagen. De laatste dag is dan zaterdag 18 april 2026.',
        bron: 'rekenregel 2',
      },
      {
        soort: 'niet-verschoven',
        datum: '2026-04-18',
        tekst: 'De laatste dag schuift niet op, ook niet in een weekend of op een feestdag.',
        bron: 'rekenregel 4, keuze "geen"',
      },
      {
        soort: 'laatste-dag',
        datum: '2026-04-18',
        tekst:
          'De laatste dag telt mee tot 24.00 uur Nederlandse tijd. ' +
          'Te laat is het vanaf zondag 19 april 2026.',
        bron: 'rekenregel 3',
      },
    ]);
  });
});

describe('een lengte', () => {
  it.each([
    [{ dagen: 1 }, '1 dag'],
    [{ dagen: 14 }, '14 dagen'],
    [{ weken: 1 }, '1 week (7 dagen)'],
    [{ weken: 6 }, '6 weken (42 dagen)'],
  ])('%j heet %s', (lengte, tekst) => {
    const [, stap] = bereken('2026-03-02', { lengte, regel: 'geen' }).stappen;
    expect(stap?.tekst).toContain(`De termijn is ${tekst}. `);
  });

  it.each([{ dagen: 0 }, { dagen: -1 }, { dagen: 1.5 }, { dagen: NaN }, { weken: 0 }])(
    '%j is een fout van wie het vraagt',
    (lengte) => {
      expect(() => bereken('2026-03-02', { lengte, regel: 'geen' })).toThrow(RangeError);
    },
  );
});

describe('de laatste dag', () => {
  it.each<[Datum, Instant, string]>([
    ['2026-01-15', '2026-01-15T23:00:00.000Z', 'in de winter'],
    ['2026-07-15', '2026-07-15T22:00:00.000Z', 'in de zomer'],
    ['2026-03-28', '2026-03-28T23:00:00.000Z', 'voor de nacht waarin de zomertijd begint'],
    ['2026-03-29', '2026-03-29T22:00:00.000Z', 'op de dag van 23 uur'],
    ['2026-10-24', '2026-10-24T22:00:00.000Z', 'voor de nacht waarin de wintertijd begint'],
    ['2026-10-25', '2026-10-25T23:00:00.000Z', 'op de dag van 25 uur'],
    ['2028-02-29', '2028-02-29T23:00:00.000Z', 'op een schrikkeldag'],
    ['2026-12-31', '2026-12-31T23:00:00.000Z', 'op oudejaarsdag'],
  ])('%s is voorbij op %s, %s', (einde, moment) => {
    const net = new Date(Date.parse(moment) - 1).toISOString() as Instant;
    expect([datumIn(net), datumIn(moment)]).toEqual([einde, plusDagen(einde, 1)]);
  });
});
