import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testFolder, type TestFolder } from '@wijkspoor/testing';
import { gemeenteBestanden } from '@wijkspoor/wire';
import { kalenderVanNederland } from './gemeente-kalender.ts';
import { gemeenteMap } from './gemeente-kopie.ts';
import { laadGemeente, OngeldigeConfiguratie } from './gemeente.ts';

const KALENDER = 'kalender';
let map: TestFolder;
beforeAll(async () => {
  map = await testFolder();
});
afterAll(async () => map?.[Symbol.asyncDispose]());
beforeEach(async () => {
  await cp(gemeenteMap('voorbeeldstad'), map.path, { recursive: true });
  await cp(kalenderVanNederland, join(map.path, KALENDER));
});

/** The lines that are told about a municipality of which one file is spoilt; none if it is fine. */
async function gezegd(bestand: string, bederf: (tekst: string) => string | Buffer) {
  const pad = join(map.path, bestand);
  await writeFile(pad, bederf(await readFile(pad, 'utf8')));
  try {
    await laadGemeente(map.path, join(map.path, KALENDER));
    return [];
  } catch (error) {
    if (!(error instanceof OngeldigeConfiguratie)) throw error;
    return error.message.split('\n');
  }
}

const bestanden = [...Object.keys(gemeenteBestanden), KALENDER];

/** The last line with a key and a value. */
const laatste = (regels: readonly string[]) =>
  regels.findLastIndex((regel) => /^[^#]*\w: \S/.test(regel));

/** Changes the last line with a key and a value. */
const opLaatste = (wijzig: (regel: string) => string) => (tekst: string) => {
  const regels = tekst.split('\n');
  const n = laatste(regels);
  return regels.map((regel, i) => (i === n ? wijzig(regel) : regel)).join('\n');
};

const opEenRegel: readonly (readonly [string, (tekst: string) => string])[] = [
  ['een tab om in te springen', opLaatste((regel) => `\t${regel}`)],
  ['een tekst die niet wordt afgesloten', opLaatste((regel) => regel.replace(': ', ': "'))],
  ['een lijst die niet wordt afgesloten', opLaatste((regel) => regel.replace(': ', ': ['))],
  ['een { te veel', opLaatste((regel) => regel.replace(': ', ': {'))],
  ['een losse [ op een regel', opLaatste((regel) => `[\n${regel}`)],
  ['een losse } op een regel', opLaatste((regel) => `}\n${regel}`)],
  ['een verwijzing naar niets', opLaatste((regel) => regel.replace(/: .*/, ': *niets'))],
  ['een teken waar YAML iets mee wil', opLaatste((regel) => regel.replace(': ', ': @'))],
];

describe('een fout in de tekst', () => {
  it.each(opEenRegel)('is één fout, op de goede regel: %s', async (_wat, bederf) => {
    for (const bestand of bestanden) {
      const goed = await readFile(join(map.path, bestand), 'utf8');
      const regel = laatste(goed.split('\n')) + 1;
      const fouten = await gezegd(bestand, bederf);
      await writeFile(join(map.path, bestand), goed);
      expect(fouten).toEqual([expect.stringMatching(`^${bestand}:${regel}:\\d+: `)]);
    }
  });
});

const inHetGeheel: readonly (readonly [string, (tekst: string) => string | Buffer, RegExp])[] = [
  ['niets', () => '', /^\S+:1: \(geheel\): is leeg$/],
  ['alleen commentaar', () => '# niets\n', /^\S+:1: \(geheel\): is leeg$/],
  ['een lijst', () => '- a\n', /^\S+:1: \(geheel\): moet een object met velden zijn/],
  ['een zin', () => 'zomaar', /^\S+:1: \(geheel\): moet een object met velden zijn/],
  ['een onbekende sleutel', (tekst) => `${tekst}\nonbekend: 1\n`, /: \/onbekend: is een onbekend/],
  ['tekens van Windows', (tekst) => Buffer.from(`# a\n# é\n${tekst}`, 'latin1'), /:2: .*UTF-8$/],
  ['UTF-16', (tekst) => Buffer.from(`\uFEFF${tekst}`, 'utf16le'), /:1: .*UTF-8$/],
];

describe('een heel bestand', () => {
  it.each(inHetGeheel)('met %s is één fout', async (_wat, bederf, zegt) => {
    for (const bestand of bestanden) {
      const goed = await readFile(join(map.path, bestand), 'utf8');
      const fouten = await gezegd(bestand, bederf);
      await writeFile(join(map.path, bestand), goed);
      expect(fouten).toEqual([expect.stringMatching(zegt)]);
      expect(fouten[0]).toMatch(new RegExp(`^${bestand}:`));
    }
  });

  it('mag regels van Windows hebben, en een merkteken vooraan', async () => {
    for (const bestand of bestanden)
      expect(await gezegd(bestand, (tekst) => `\uFEFF${tekst.replaceAll('\n', '\r\n')}`)).toEqual(
        [],
      );
  });
});
