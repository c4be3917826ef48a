import { describe, expect, it } from '@jest/globals';
import { inTimeZones } from '@wijkspoor/testing';

// Every hour around both changes of the clock, the turn of the year and a leap day.
const vragen = `
  import { bewaking } from './bewaken.ts';
  import { goed } from '../gemeente/voorbeeld-gemeente.ts';
  import { volgendePoging } from '../bezorging/bericht.ts';
  import { advies, zaakId } from './zaak.fixture.ts';
  const { initial, evolve, decide, kijkdag } = bewaking(goed);
  const zeg = (einde, now) => {
    const gestart = { type: 'TermijnGestart', data: { zaakId, revisie: 1, einde,
      bewijs: { startdatum: '2026-01-01' } } };
    const recordedAt = '2020-01-01T10:00:00Z';
    const zaak = [advies, gestart]
      .map((event) => ({ ...event, recordedAt })).reduce(evolve, initial);
    const gezegd = decide({ zaakId, door: 'd', now }, zaak).map(({ data }) => data);
    return [now, gezegd, kijkdag(zaak, now), volgendePoging(2, now)];
  };
  const answer = ['2027-03-28', '2027-10-31', '2027-12-31', '2028-02-29'].flatMap((einde) =>
    Array.from({ length: 72 }, (_, uur) => {
      const nu = new Date(Date.parse(einde + 'T00:30:00Z') + (uur - 30) * 3_600_000);
      return zeg(einde, nu.toISOString());
    }));
`;

type Gezegd = readonly [string, readonly { trede?: number; peildatum?: string }[], string, string];
const [hier = [], ...elders] = await inTimeZones<Gezegd[]>(import.meta.dirname, vragen);

describe('wat de bewaking zegt', () => {
  it('is op elke machine hetzelfde, in welke tijdzone zij ook staat', () => {
    expect(hier).toHaveLength(288);
    expect(elders).toEqual([hier, hier]);
  });

  it('begint met de laatste dag om middernacht in Amsterdam, zomer en winter', () => {
    const eerste = (dag: string) =>
      hier.find(([, gezegd]) =>
        gezegd.some(({ trede, peildatum }) => trede === 0 && peildatum === dag),
      )?.[0];
    expect(eerste('2027-03-28')).toBe('2027-03-27T23:30:00.000Z');
    expect(eerste('2027-10-31')).toBe('2027-10-30T22:30:00.000Z');
    expect(eerste('2027-12-31')).toBe('2027-12-30T23:30:00.000Z');
    expect(eerste('2028-02-29')).toBe('2028-02-28T23:30:00.000Z');
  });
});
