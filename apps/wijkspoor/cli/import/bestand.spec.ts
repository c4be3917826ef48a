import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bekijk } from './bestand.ts';
import { lezerVan } from './lezer.ts';

let map: string;

beforeAll(async () => {
  map = await mkdtemp(join(tmpdir(), 'wijkspoor-bestand-'));
});

afterAll(async () => rm(map, { recursive: true, force: true }));

const gemeente = { wijken: [] };

async function open(naam: string, inhoud: string | Buffer) {
  const pad = join(map, naam);
  await writeFile(pad, inhoud);
  const bestand = await bekijk(pad);
  return { bestand, lezer: await lezerVan(bestand, gemeente) };
}

const kop = 'soort;bron;id;kanaal;wijken;onderwerp;tekst;ontvangenOp\n';

describe('een bestand om te importeren', () => {
  it.each([
    ['a.ndjson', '{"id":1}\n', 'ndjson'],
    ['a.jsonl', '\n', 'ndjson'],
    ['a.CSV', kop, 'csv'],
    ['zonder-naam', ' {"id":1}', 'ndjson'],
    ['zonder-naam-2', kop, 'csv'],
  ])('%s is te herkennen', async (naam, inhoud, vorm) => {
    const { bestand } = await open(naam, `${inhoud}{}`);
    expect(bestand.vorm).toBe(vorm);
  });

  it('mag met een merkteken van UTF-8 beginnen', async () => {
    const { bestand, lezer } = await open('bom.csv', `\uFEFF${kop}x`);
    expect(bestand.begin).toEqual({ nr: 1, byte: 3 });
    expect(lezer.begin).toEqual({ nr: 2, byte: 3 + kop.length });
  });
});

describe('een bestand dat niet te importeren is', () => {
  const gevallen: [string, string | Buffer, RegExp][] = [
    ['leeg.ndjson', '', /is leeg/],
    ['wit.csv', '\n  \n', /is leeg/],
    ['alleen-merk.csv', '\uFEFF', /is leeg/],
    ['utf16.csv', Buffer.from('\uFEFFsoort;bron', 'utf16le'), /geen tekst in UTF-8/],
    ['plaat.ndjson', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]), /geen tekst in UTF-8/],
    ['lijst.json', '[{"id":1}]', /één lijst in JSON/],
    ['kop.csv', 'soort;naam\nx;y\n', /'naam' is geen bekende kolom; 'bron' ontbreekt/],
    ['latijn.csv', Buffer.from('soort;wijk\xe9n', 'latin1'), /geen UTF-8/],
  ];

  it.each(gevallen)('%s krijgt een duidelijke zin', async (naam, inhoud, zin) => {
    await expect(open(naam, inhoud)).rejects.toThrow(zin);
  });

  it('is er niet, of is een map', async () => {
    await expect(bekijk(join(map, 'nergens.csv'))).rejects.toThrow(/bestaat niet/);
    await expect(bekijk(map)).rejects.toThrow(/een map/);
  });
});
