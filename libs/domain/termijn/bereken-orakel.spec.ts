import { describe, expect, it } from '@jest/globals';
import type { Instant } from '@wijkspoor/kernel';
import fc from 'fast-check';
import { FEESTDAGREGELS } from './atw.ts';
import type { Rekenregel } from './bereken.ts';
import { berekenEinde, berekenServicenorm } from './bereken.ts';
import type { Datum } from './datum.ts';
import { datumIn, plusDagen } from './datum.ts';
import type { Kalenderbestand } from './kalender.ts';
import { dienstkalender } from './kalender-dienst.ts';
import { kalenderVan } from './kalender.ts';
import { GELIJKGESTELD, isVrij, naam, nummer, orakel } from './orakel.fixture.ts';

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

// Own days off in every year, next to a weekend and next to a day of the law as well.
const EIGEN = Array.from({ length: 33 }, (_, n) => 2014 + n).flatMap((jaar) =>
  ['07-01', '12-24', '12-31', '05-04'].map((dag) => `${jaar}-${dag}` as Datum),
);
const bron = { tekst: 'eigen besluit', zekerheid: 'open' } as const;
const dienst = dienstkalender(
  kalender,
  EIGEN.map((datum) => ({ datum, naam: 'eigen dag', bron })),
);
const vrijBij = { geen: new Set<string>(), atw: new Set<string>(), werkdag: new Set(EIGEN) };

// Every length that a municipality here has set, with every rule that may go with it.
const beleid = [
  ...[10, 14, 21, 30, 42, 56].map((dagen) => ['geen', dagen] as const),
  ...[1, 14, 42, 56].map((dagen) => ['atw', dagen] as const),
  ...[1, 10, 14, 42].map((dagen) => ['werkdag', dagen] as const),
];

function eindeVolgens(start: Datum, regel: 'geen' | 'atw' | 'werkdag', dagen: number) {
  const lengte = { dagen };
  return regel === 'werkdag'
    ? berekenServicenorm(start, { lengte, regel }, dienst).einde
    : berekenEinde(start, { lengte, regel }, kalender).einde;
}

describe('een einddatum', () => {
  it.each(beleid)(
    'is voor elke startdag van 2015 tot en met 2045 als bij het orakel: %s, %s dagen',
    (regel, dagen) => {
      const afwijkend: string[] = [];
      for (let start = EERSTE; start <= LAATSTE; start++) {
        const einde = eindeVolgens(naam(start) as Datum, regel, dagen);
        const verwacht = naam(orakel(start, dagen, regel !== 'geen', vrijBij[regel]));
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
    const klok = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });
    const uren = [21, 22, 23].flatMap((uur) => [uur * 3_600_000 - 1, uur * 3_600_000]);
    fc.assert(
      fc.property(startdag, fc.constantFrom(...uren), (dag, uur) => {
        const moment = new Date(dag * 86_400_000 + uur);
        expect(datumIn(moment.toISOString() as Instant)).toBe(klok.format(moment));
      }),
      { numRuns: 1_000 },
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
