import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { laadGemeente } from './gemeente.ts';
import { gemeenteMap } from './gemeente-kopie.ts';

const wortel = fileURLToPath(new URL('../..', import.meta.url));

/** The code of a text: its comments may give examples from the city, the code may not. */
const zonderCommentaar = (tekst: string) =>
  tekst.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');

/** Which of these words a text contains as words, whatever their case. */
function gevonden(tekst: string, woorden: readonly string[]): readonly string[] {
  const code = zonderCommentaar(tekst).toLowerCase();
  return woorden.filter((woord) => {
    const letterlijk = woord.toLowerCase();
    return code.includes(letterlijk) && alsWoord(letterlijk).test(code);
  });
}

const alsWoord = (woord: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${woord.replace(/\W/g, '\\W')}(?![\\p{L}\\p{N}])`, 'u');

async function bronbestanden(): Promise<readonly string[]> {
  const mappen = ['libs', 'apps'].map((map) => join(wortel, map));
  const gelezen = await Promise.all(
    mappen.map((map) => readdir(map, { recursive: true, withFileTypes: true })),
  );
  return gelezen
    .flat()
    .filter((bestand) => bestand.isFile())
    .map((bestand) => join(bestand.parentPath, bestand.name))
    .filter(
      (pad) =>
        /\.(ts|tsx|js|mjs|json|sql)$/.test(pad) &&
        !/\.(spec|fixture)\.|node_modules|[/\\]e2e[/\\]/.test(pad),
    );
}

async function woordenVanRotterdam(): Promise<readonly string[]> {
  const { wijken, gebieden } = await laadGemeente(gemeenteMap('rotterdam'));
  return [
    ...wijken.flatMap(({ code, naam }) => [code, naam]),
    ...gebieden.map(({ cbsCode }) => cbsCode),
  ];
}

describe('de code', () => {
  it('kent geen wijk van Rotterdam', async () => {
    const woorden = await woordenVanRotterdam();
    const bestanden = await bronbestanden();
    const vondsten = await Promise.all(
      bestanden.map(async (pad) => {
        const namen = gevonden(await readFile(pad, 'utf8'), woorden);
        return namen.map((naam) => `${relative(wortel, pad)}: ${naam}`);
      }),
    );
    expect(bestanden.length).toBeGreaterThan(50);
    expect(vondsten.flat()).toEqual([]);
  });

  it.each([
    ["if (wijk === 'tarwewijk') return;", ['tarwewijk', 'Tarwewijk']],
    ["const hub = 'wijkhub-hoek-van-holland';", ['hoek-van-holland']],
    ['const naam = `Oud Charlois-Wielewaal`;', ['Oud Charlois-Wielewaal']],
    ["const cbs = 'WK059901';", ['WK059901']],
    ['// zoals tarwewijk', []],
    ["/* zoals tarwewijk */ const wijk = 'tarwewijkse';", []],
  ])('zou met %j betrapt worden', async (code, betrapt) => {
    expect(gevonden(code, await woordenVanRotterdam())).toEqual(betrapt);
  });
});
