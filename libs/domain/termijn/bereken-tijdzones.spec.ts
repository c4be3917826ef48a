import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const bestand: unknown = parse(readFileSync(`${root}/infra/kalender/nederland.yaml`, 'utf8'));

// Two months around each change of the clock and around New Year, and the machine's own zone with
// it.
const vragen = `
  import 'temporal-polyfill/global';
  import { berekenEinde, verstrijktOp } from './bereken.ts';
  import { plusDagen } from './datum.ts';
  import { kalenderVan } from './kalender.ts';
  const kalender = kalenderVan(${JSON.stringify(bestand)});
  const antwoord = (start) => {
    const einden = ['geen', 'atw'].map((regel) =>
      berekenEinde(start, { lengte: { weken: 6 }, regel }, kalender));
    return [start, ...einden, verstrijktOp(start)];
  };
  const dagen = ['2026-03-01', '2026-10-01', '2026-12-01'].flatMap((eerste) =>
    Array.from({ length: 60 }, (_, i) => plusDagen(eerste, i)));
  const verschil = new Date('2026-07-01T00:00:00Z').getTimezoneOffset();
  console.log(JSON.stringify({ verschil, antwoorden: dagen.map(antwoord) }));
`;

const [programma] = buildSync({
  stdin: { contents: vragen, resolveDir: import.meta.dirname, loader: 'ts' },
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
}).outputFiles;

type Antwoord = Readonly<{ verschil: number; antwoorden: readonly unknown[] }>;

function gevraagdIn(TZ: string): Antwoord {
  const input = programma?.contents ?? '';
  const opties = { input, env: { ...process.env, TZ }, encoding: 'utf8' } as const;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module'], opties)) as Antwoord;
}

describe('een einddatum en het moment van verstrijken', () => {
  it('zijn op elke machine dezelfde, in welke tijdzone zij ook staat', () => {
    const zones = ['Europe/Amsterdam', 'Pacific/Kiritimati', 'America/Los_Angeles'];
    const [hier, ...elders] = zones.map(gevraagdIn);
    expect([hier, ...elders].map((antwoord) => antwoord?.verschil)).toEqual([-120, -840, 420]);
    expect(hier?.antwoorden).toHaveLength(180);
    for (const antwoord of elders) expect(antwoord.antwoorden).toEqual(hier?.antwoorden);
  });
});
