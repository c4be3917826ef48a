import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Regel } from './regels.ts';
import { leesRegels } from './regels.ts';

let map: string;

beforeAll(async () => {
  map = await mkdtemp(join(tmpdir(), 'wijkspoor-regels-'));
});

afterAll(async () => rm(map, { recursive: true, force: true }));

async function lees(inhoud: string | Buffer, vanaf = { nr: 1, byte: 0 }): Promise<Regel[]> {
  const pad = join(map, 'tekst');
  await writeFile(pad, inhoud);
  const regels: Regel[] = [];
  for await (const regel of leesRegels(pad, vanaf)) regels.push(regel);
  return regels;
}

describe('de regels van een bestand', () => {
  it('eindigen als op Windows of als overal, en de laatste hoeft niet te eindigen', async () => {
    const regels = await lees('een\r\ntwee\n\ndrie');
    expect(regels.map(({ nr, tekst, einde }) => [nr, tekst, einde])).toEqual([
      [1, 'een', 5],
      [2, 'twee', 10],
      [3, '', 11],
      [4, 'drie', 15],
    ]);
  });

  it('komen ook over de grens van een gelezen stuk heel aan', async () => {
    const lang = 'é'.repeat(30_000);
    const regels = await lees(Array.from({ length: 60 }, (_, i) => `${i} ${lang}`).join('\n'));
    expect(regels.length).toBe(60);
    expect(regels.filter(({ tekst }, i) => tekst !== `${i} ${lang}`)).toEqual([]);
  });

  it('worden geweigerd als zij geen UTF-8 of te lang zijn, en de rest blijft goed', async () => {
    const slecht = Buffer.from([0x61, 0xe9, 0x0a]);
    const reus = Buffer.from(`${'x'.repeat(3_000_000)}\n`);
    const regels = await lees(Buffer.concat([slecht, reus, Buffer.from('goed\n')]));
    expect(regels.map(({ fout }) => fout)).toEqual([
      'de regel is geen UTF-8; bewaar het bestand als UTF-8',
      'de regel is 2930 KB lang; dat mag hoogstens 64 KB zijn',
      undefined,
    ]);
    expect(regels[2]).toEqual({ nr: 3, tekst: 'goed', einde: 3_000_009 });
  });

  it('zijn vanaf elke plek dezelfde als vanaf het begin', async () => {
    const tekst = fc.array(
      fc.string({ unit: 'grapheme' }).map((een) => een.replace(/[\r\n]/g, '')),
    );
    await fc.assert(
      fc.asyncProperty(tekst, fc.nat(), async (regels, waar) => {
        const inhoud = regels.map((een) => `${een}\n`).join('');
        const alle = await lees(inhoud);
        expect(alle.map((een) => een.tekst)).toEqual(regels);
        const vorige = alle[waar % (alle.length || 1)];
        if (!vorige) return;
        const vanaf = { nr: vorige.nr + 1, byte: vorige.einde };
        expect(await lees(inhoud, vanaf)).toEqual(alle.slice(vorige.nr));
      }),
      { numRuns: 50 },
    );
  });
});
