import { describe, expect, it } from '@jest/globals';
import type { Instant } from '@wijkspoor/kernel';
import { inTimeZones } from '@wijkspoor/testing';
import fc from 'fast-check';
import type { Datum } from './datum.ts';
import { dagenTussen, datumIn, isDatum, plusDagen } from './datum.ts';

const seed = 20261120;

describe('een datum', () => {
  it.each(['2026-03-02', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2026-12-31'])(
    'is %s',
    (tekst) => expect(isDatum(tekst)).toBe(true),
  );

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-06-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
    '26-01-01',
    '2026-1-1',
    '2026-03-02T00:00:00Z',
    ' 2026-03-02',
    '2026-03-02\n',
    '+02026-03-02',
    '',
  ])('is niet %p', (tekst) => expect(isDatum(tekst)).toBe(false));

  it(`bestaat precies als de kalender hem kent (seed ${seed})`, () => {
    const delen = fc.tuple(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    );
    fc.assert(
      fc.property(delen, ([jaar, maand, dag]) => {
        const tekst = `${String(jaar).padStart(4, '0')}-${tweeCijfers(maand)}-${tweeCijfers(dag)}`;
        expect({ tekst, bestaat: isDatum(tekst) }).toEqual({ tekst, bestaat: kentKalender(tekst) });
      }),
      { seed, numRuns: 2000 },
    );
  });
});

const tweeCijfers = (getal: number) => String(getal).padStart(2, '0');

function kentKalender(tekst: string): boolean {
  try {
    return Temporal.PlainDate.from(tekst, { overflow: 'reject' }).toString() === tekst;
  } catch {
    return false;
  }
}

describe('rekenen met dagen', () => {
  it.each([
    ['over een schrikkeldag', '2024-02-28', 2, '2024-03-01'],
    ['over een jaareinde', '2025-12-30', 3, '2026-01-02'],
    ['over het begin van de zomertijd', '2026-03-28', 2, '2026-03-30'],
    ['over het einde van de zomertijd', '2026-10-24', 2, '2026-10-26'],
    ['terug', '2026-03-01', -1, '2026-02-28'],
    ['niet', '2026-03-01', 0, '2026-03-01'],
  ] as const)('telt hele dagen: %s', (_naam, van, dagen, tot) => {
    expect(plusDagen(van, dagen)).toBe(tot);
    expect(dagenTussen(van, tot)).toBe(dagen);
  });
});

/** Moments and the day on which each falls in Amsterdam, around midnight in winter and summer. */
const rondMiddernacht = [
  ['winter, een tel voor middernacht', '2026-01-14T22:59:59.999Z', '2026-01-14'],
  ['winter, middernacht', '2026-01-14T23:00:00Z', '2026-01-15'],
  ['zomer, een tel voor middernacht', '2026-07-14T21:59:59.999Z', '2026-07-14'],
  ['zomer, middernacht', '2026-07-14T22:00:00Z', '2026-07-15'],
  ['de nacht waarin de klok vooruit gaat', '2026-03-28T23:00:00Z', '2026-03-29'],
  ['de avond daarna, nu in zomertijd', '2026-03-29T21:59:59Z', '2026-03-29'],
  ['de avond daarna, middernacht', '2026-03-29T22:00:00Z', '2026-03-30'],
  ['de nacht waarin de klok terug gaat', '2026-10-24T22:00:00Z', '2026-10-25'],
  ['de avond daarna, weer wintertijd', '2026-10-25T22:59:59Z', '2026-10-25'],
  ['oud en nieuw', '2025-12-31T23:00:00Z', '2026-01-01'],
  ['schrikkeldag', '2024-02-28T23:00:00Z', '2024-02-29'],
] as const satisfies readonly (readonly [string, Instant, Datum])[];

describe('de dag waarop een moment valt in Amsterdam', () => {
  it.each(rondMiddernacht)('%s', (_naam, moment, dag) => expect(datumIn(moment)).toBe(dag));

  it('is elders een andere', () => {
    expect(datumIn('2026-01-14T23:30:00Z', 'America/Paramaribo')).toBe('2026-01-14');
  });

  it('hangt niet af van de tijdzone van de machine', async () => {
    const momenten = rondMiddernacht.map(([, moment]) => moment);
    const vraag = `
      import { datumIn } from './datum.ts';
      const answer = ${JSON.stringify(momenten)}.map((moment) => datumIn(moment));
    `;
    const verwacht = rondMiddernacht.map(([, , dag]) => dag);
    expect(await inTimeZones(import.meta.dirname, vraag)).toEqual([verwacht, verwacht, verwacht]);
  });
});
