import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { buildSync } from 'esbuild';

// Every hour around both changes of the clock, the turn of the year and a leap day, and the
// machine's own zone with it.
const vragen = `
  import 'temporal-polyfill/global';
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
  const uren = ['2027-03-28', '2027-10-31', '2027-12-31', '2028-02-29'].flatMap((einde) =>
    Array.from({ length: 72 }, (_, uur) => {
      const nu = new Date(Date.parse(einde + 'T00:30:00Z') + (uur - 30) * 3_600_000);
      return zeg(einde, nu.toISOString());
    }));
  const verschil = new Date('2026-07-01T00:00:00Z').getTimezoneOffset();
  console.log(JSON.stringify({ verschil, uren }));
`;

const [programma] = buildSync({
  stdin: { contents: vragen, resolveDir: import.meta.dirname, loader: 'ts' },
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
}).outputFiles;

type Gezegd = readonly [string, readonly { trede?: number; peildatum?: string }[], string, string];
type Antwoord = Readonly<{ verschil: number; uren: readonly Gezegd[] }>;

function gevraagdIn(TZ: string): Antwoord {
  const input = programma?.contents ?? '';
  const opties = { input, env: { ...process.env, TZ }, encoding: 'utf8' } as const;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module'], opties)) as Antwoord;
}

describe('wat de bewaking zegt', () => {
  const zones = ['Europe/Amsterdam', 'Pacific/Kiritimati', 'America/Los_Angeles'];
  const [hier, ...elders] = zones.map(gevraagdIn);

  it('is op elke machine hetzelfde, in welke tijdzone zij ook staat', () => {
    expect([hier, ...elders].map((antwoord) => antwoord?.verschil)).toEqual([-120, -840, 420]);
    expect(hier?.uren).toHaveLength(288);
    for (const antwoord of elders) expect(antwoord.uren).toEqual(hier?.uren);
  });

  it('begint met de laatste dag om middernacht in Amsterdam, zomer en winter', () => {
    const eerste = (dag: string) =>
      hier?.uren.find(([, gezegd]) =>
        gezegd.some(({ trede, peildatum }) => trede === 0 && peildatum === dag),
      )?.[0];
    expect(eerste('2027-03-28')).toBe('2027-03-27T23:30:00.000Z');
    expect(eerste('2027-10-31')).toBe('2027-10-30T22:30:00.000Z');
    expect(eerste('2027-12-31')).toBe('2027-12-30T23:30:00.000Z');
    expect(eerste('2028-02-29')).toBe('2028-02-28T23:30:00.000Z');
  });
});
