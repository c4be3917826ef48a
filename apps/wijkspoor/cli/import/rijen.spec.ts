import { describe, expect, it } from '@jest/globals';
import { rijenVan } from './rijen.ts';

async function rijen(...regels: readonly string[]) {
  const bron = async function* () {
    let einde = 0;
    for (const [i, tekst] of regels.entries()) {
      einde += tekst.length + 1;
      yield { nr: i + 1, tekst, einde };
    }
  };
  const gevonden: [number, string, string?][] = [];
  for await (const { nr, tekst, fout } of rijenVan(bron(), ';'))
    gevonden.push(fout ? [nr, tekst, fout] : [nr, tekst]);
  return gevonden;
}

const nergens = 'een aanhalingsteken wordt nergens gesloten';

describe('de rijen van een CSV', () => {
  it('zijn regels, tenzij een tekst tussen aanhalingstekens doorloopt', async () => {
    expect(await rijen('a;b', '"een', '', 'twee; drie";b', 'c;d')).toEqual([
      [1, 'a;b'],
      [2, '"een\n\ntwee; drie";b'],
      [5, 'c;d'],
    ]);
  });

  it('laten een aanhalingsteken midden in een veld met rust', async () => {
    expect(await rijen('een buis van 5";b', 'c;d')).toEqual([
      [1, 'een buis van 5";b'],
      [2, 'c;d'],
    ]);
  });

  it('kennen een dubbel aanhalingsteken als deel van de tekst', async () => {
    expect(await rijen('"zij zei ""ja""', 'en ging";b')).toEqual([
      [1, '"zij zei ""ja""\nen ging";b'],
    ]);
  });

  it('slokken niets op als een aanhalingsteken nooit sluit', async () => {
    expect(await rijen('"open;b', 'c;d', 'e;f')).toEqual([
      [1, '"open;b', nergens],
      [2, 'c;d'],
      [3, 'e;f'],
    ]);
  });

  it('slokken niets op als het pas in een volgende rij lijkt te sluiten', async () => {
    expect(await rijen('"open;b', 'c;d', 'e;"een tekst"', '"twee', 'regels";f')).toEqual([
      [1, '"open;b', nergens],
      [2, 'c;d'],
      [3, 'e;"een tekst"'],
      [4, '"twee\nregels";f'],
    ]);
  });

  it('houden op te zoeken na 64 KB', async () => {
    const regels = Array.from({ length: 200 }, (_, i) => `${i};${'x'.repeat(1000)}`);
    const gevonden = await rijen('"open;b', ...regels);
    expect(gevonden.length).toBe(201);
    expect(gevonden.filter(([, , fout]) => fout)).toEqual([[1, '"open;b', nergens]]);
  });
});
