import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { inTimeZones } from '@wijkspoor/testing';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const bestand: unknown = parse(readFileSync(`${root}/infra/kalender/nederland.yaml`, 'utf8'));

// Two months around each change of the clock and around New Year.
const vragen = `
  import { berekenEinde } from './bereken.ts';
  import { plusDagen } from './datum.ts';
  import { kalenderVan } from './kalender.ts';
  const kalender = kalenderVan(${JSON.stringify(bestand)});
  const antwoord = (start) => {
    const einden = ['geen', 'atw'].map((regel) =>
      berekenEinde(start, { lengte: { weken: 6 }, regel }, kalender));
    return [start, ...einden];
  };
  const dagen = ['2026-03-01', '2026-10-01', '2026-12-01'].flatMap((eerste) =>
    Array.from({ length: 60 }, (_, i) => plusDagen(eerste, i)));
  const answer = dagen.map(antwoord);
`;

describe('een einddatum', () => {
  it('is op elke machine dezelfde, in welke tijdzone zij ook staat', async () => {
    const [hier, ...elders] = await inTimeZones<unknown[]>(import.meta.dirname, vragen);
    expect(hier).toHaveLength(180);
    expect(elders).toEqual([hier, hier]);
  });
});
