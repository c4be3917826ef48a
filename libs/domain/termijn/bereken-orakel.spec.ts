import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FEESTDAGREGELS } from './atw.ts';
import type { Rekenregel } from './bereken.ts';
import { berekenEinde, verstrijktOp } from './bereken.ts';
import type { Datum } from './datum.ts';
import { plusDagen } from './datum.ts';
import type { Kalenderbestand } from './kalender.ts';
import { kalenderVan } from './kalender.ts';

/*
 * The oracle: the same rules by other means, so that one mistake cannot stand in both. It walks
 * the days one by one over epoch days and `Date` in UTC, finds Easter with Gauss, counts weekdays
 * from a known Monday, and reads the decrees from a list of its own.
 */

const GELIJKGESTELD = new Set(
  `2017-04-28 2017-05-26 2018-05-11 2018-12-24 2018-12-31 2019-05-31 2019-12-27 2020-05-22
  2021-05-14 2022-05-27 2023-04-28 2023-05-19 2024-05-10 2024-12-27 2025-05-30 2026-01-02
  2026-05-15 2027-05-07 2028-04-28 2028-05-26`.split(/\s+/),
);

const DAG = 86_400_000;
const nummer = (datum: string) => Date.parse(`${datum}T00:00:00Z`) / DAG;
const naam = (dagnummer: number) => new Date(dagnummer * DAG).toISOString().slice(0, 10);

// Gauss, with his two exceptions; good for 1900 to 2099.
function pasenVolgensGauss(jaar: number): number {
  const a = jaar % 19;
  const d = (19 * a + 24) % 30;
  const e = (2 * (jaar % 4) + 4 * (jaar % 7) + 6 * d + 5) % 7;
  const teLaat = (d === 29 && e === 6) || (d === 28 && e === 6 && a > 10);
  return nummer(`${jaar}-03-22`) + d + e - (teLaat ? 7 : 0);
}

// 5 January 1970 was a Monday; so Saturday is 5 and Sunday is 6.
const isWeekend = (dagnummer: number) => (((dagnummer - 4) % 7) + 7) % 7 >= 5;

function isVrij(dagnummer: number): boolean {
  const datum = naam(dagnummer);
  const [jaar, dag] = [Number(datum.slice(0, 4)), datum.slice(5)];
  if (isWeekend(dagnummer) || GELIJKGESTELD.has(datum)) return true;
  if (['01-01', '05-05', '12-25', '12-26'].includes(dag)) return true;
  // On a Sunday King's Day is the Saturday before it, which is a day off either way.
  if (dag === '04-27') return true;
  return [-2, 1, 39, 50].includes(dagnummer - pasenVolgensGauss(jaar));
}

function orakel(start: number, dagen: number, schuift: boolean): number {
  let dag = start;
  for (let geteld = 0; geteld < dagen; geteld++) dag += 1;
  while (schuift && isVrij(dag)) dag += 1;
  return dag;
}

const besluit = { naam: 'besluiten', bron: { tekst: 'besluit', zekerheid: 'A' } } as const;
const bestand: Kalenderbestand = {
  naam: 'Proef',
  bijgewerktOp: '2026-11-20',
  dekking: { van: '2014-01-01', tot: '2047-12-31' },
  feestdagen: FEESTDAGREGELS.map((regel) => ({ regel, naam: regel, grond: 'artikel 3' })),
  besluiten: [
    {
      ...besluit,
      jaren: { van: 2014, tot: 2047 },
      dagen: [...GELIJKGESTELD].map((datum) => ({ datum: datum as Datum, naam: 'gelijkgesteld' })),
    },
  ],
};
const kalender = kalenderVan(bestand);

const EERSTE = nummer('2015-01-01');
const LAATSTE = nummer('2045-12-31');
const regels = ['geen', 'atw'] as const;

describe('een einddatum', () => {
  it.each([
    ['geen', 42],
    ['atw', 42],
  ] as const)(
    'is voor elke startdag van 2015 tot en met 2045 als bij het orakel: %s, %s dagen',
    (regel, dagen) => {
      const afwijkend: string[] = [];
      for (let start = EERSTE; start <= LAATSTE; start++) {
        const { einde } = berekenEinde(
          naam(start) as Datum,
          { lengte: { dagen }, regel },
          kalender,
        );
        const verwacht = naam(orakel(start, dagen, regel === 'atw'));
        if (einde !== verwacht) afwijkend.push(`${naam(start)}: ${einde}, orakel ${verwacht}`);
      }
      expect(afwijkend).toEqual([]);
    },
  );

  const startdag = fc.integer({ min: EERSTE, max: LAATSTE });
  const regel = fc.constantFrom(...regels);
  const dagen = fc.integer({ min: 1, max: 366 });
  const reken = (start: number, keuze: Rekenregel) =>
    berekenEinde(naam(start) as Datum, keuze, kalender);

  it('is voor elke lengte als bij het orakel', () => {
    fc.assert(
      fc.property(startdag, dagen, regel, (start, lengte, keuze) => {
        const { einde } = reken(start, { lengte: { dagen: lengte }, regel: keuze });
        expect(einde).toBe(naam(orakel(start, lengte, keuze === 'atw')));
      }),
      { numRuns: 1000 },
    );
  });

  it('is in weken zoveel keer zeven dagen', () => {
    fc.assert(
      fc.property(startdag, fc.integer({ min: 1, max: 52 }), regel, (start, weken, keuze) => {
        const inDagen = reken(start, { lengte: { dagen: weken * 7 }, regel: keuze });
        expect(reken(start, { lengte: { weken }, regel: keuze }).einde).toBe(inDagen.einde);
      }),
      { numRuns: 200 },
    );
  });

  it('komt nooit eerder als de start later is', () => {
    fc.assert(
      fc.property(startdag, dagen, regel, (start, lengte, keuze) => {
        const eerst = reken(start, { lengte: { dagen: lengte }, regel: keuze }).einde;
        const later = reken(start + 1, { lengte: { dagen: lengte }, regel: keuze }).einde;
        expect((eerst ?? '') <= (later ?? '')).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('is na te rekenen uit wat er staat: van de laatste dag over elke overgeslagen dag', () => {
    fc.assert(
      fc.property(startdag, dagen, (start, lengte) => {
        const { einde, stappen } = reken(start, { lengte: { dagen: lengte }, regel: 'atw' });
        const geteld = stappen.find(({ soort }) => soort === 'lengte')?.datum;
        const over = stappen.filter(({ soort }) => soort === 'overgeslagen');
        expect(einde).toBe(geteld && plusDagen(geteld, over.length));
        expect(over.every(({ naam: waarom, bron }) => waarom && bron)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('is voorbij om middernacht in Amsterdam, zomer en winter', () => {
    const klok = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Amsterdam',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    fc.assert(
      fc.property(startdag, (dag) => {
        const moment = Date.parse(verstrijktOp(naam(dag) as Datum));
        expect(klok.format(moment)).toBe(`${naam(dag + 1)} 00:00:00`);
        expect(klok.format(moment - 1)).toBe(`${naam(dag)} 23:59:59`);
      }),
      { numRuns: 300 },
    );
  });
});

// docs/termijnen.md says so: from seven days on, article 2 of the Atw has nothing left to add.
describe('een termijn van zeven dagen', () => {
  it('heeft er altijd minstens twee die niet vrij zijn', () => {
    const werkdagen = (start: number) =>
      [1, 2, 3, 4, 5, 6, 7].filter((dag) => !isVrij(start + dag)).length;
    let minste = 7;
    for (let start = EERSTE; start <= LAATSTE; start++) minste = Math.min(minste, werkdagen(start));
    expect(minste).toBe(2);
  });
});
