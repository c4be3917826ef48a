import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { OngeldigeConfiguratie } from './gemeente-bestand.ts';
import { kalenderVanNederland } from './gemeente-kalender.ts';
import { kopie } from './gemeente-kopie.ts';
import { laadGemeente } from './gemeente.ts';

const mappen: string[] = [];
afterAll(() => Promise.all(mappen.map((map) => rm(map, { recursive: true }))));

async function stad(): Promise<string> {
  const map = await kopie();
  mappen.push(map);
  return map;
}

async function kalender(van: string, naar: string): Promise<string> {
  const map = await mkdtemp(join(tmpdir(), 'wijkspoor-kalender-'));
  mappen.push(map);
  const bestand = join(map, 'nederland.yaml');
  await cp(kalenderVanNederland, bestand);
  const tekst = await readFile(bestand, 'utf8');
  expect(tekst).toContain(van);
  await writeFile(bestand, tekst.replace(van, naar));
  return bestand;
}

async function meldingen(map: string, pad?: string): Promise<readonly string[]> {
  const error: unknown = await laadGemeente(map, pad).catch((error: unknown) => error);
  if (!(error instanceof OngeldigeConfiguratie)) throw new Error('no faults', { cause: error });
  return error.message.split('\n');
}

const ketiKoti = (datum: string) => `eigenDagen:
  - { datum: ${datum}, naam: Keti Koti, bron: { tekst: collegebesluit, zekerheid: A } }
`;

describe('de kalender van een gemeente', () => {
  it('is die van het land, met eigen vrije dagen apart', async () => {
    const map = await stad();
    await writeFile(join(map, 'vrije-dagen.yaml'), ketiKoti('2026-07-01'));
    const { kalender: wettelijk, dienstkalender } = await laadGemeente(map);
    expect(wettelijk.vrij.get('2026-05-05')?.naam).toBe('Bevrijdingsdag');
    expect(wettelijk.vrij.get('2026-07-01')).toBeUndefined();
    expect(dienstkalender.eigen.get('2026-07-01')?.naam).toBe('Keti Koti');
  });

  it('weigert een eigen dag buiten de dekking, en een die er twee keer staat', async () => {
    const map = await stad();
    await writeFile(join(map, 'vrije-dagen.yaml'), ketiKoti('2031-07-01'));
    expect(await meldingen(map)).toEqual([
      'vrije-dagen.yaml:2: /eigenDagen/0/datum: 2031-07-01 ligt buiten de kalender' +
        ' (2017-01-01 tot en met 2028-12-31)',
    ]);
    const twee = ketiKoti('2026-07-01') + ketiKoti('2026-07-01').replace('eigenDagen:\n', '');
    await writeFile(join(map, 'vrije-dagen.yaml'), twee);
    expect(await meldingen(map)).toEqual([
      'vrije-dagen.yaml:3: /eigenDagen/1/datum: 2026-07-01 staat er al: zie /eigenDagen/0',
    ]);
  });

  it.each([
    [
      'een dag buiten de jaren van het besluit',
      '- { datum: 2026-05-15, naam: de dag na Hemelvaartsdag',
      '- { datum: 2029-05-11, naam: de dag na Hemelvaartsdag',
      /^nederland\.yaml:\d+: \/besluiten\/3\/dagen\/1\/datum: .*buiten de jaren van dit besluit/,
    ],
    [
      'een dekking waar geen besluit over gaat',
      'tot: 2028-12-31',
      'tot: 2029-12-31',
      /^nederland\.yaml:\d+: \/dekking: 2029 valt in de dekking, maar geen besluit gaat over 2029/,
    ],
    [
      'een dag die niet bestaat',
      'datum: 2027-05-07',
      'datum: 2027-02-30',
      /^nederland\.yaml:\d+: \/besluiten\/3\/dagen\/2\/datum: '2027-02-30' is een dag die niet/,
    ],
    [
      'een regel die ontbreekt',
      'regel: bevrijdingsdag',
      'regel: bevrijding',
      /^nederland\.yaml:\d+: \/feestdagen/,
    ],
  ])('weigert %s, met bestand en regel', async (_naam, van, naar, zin) => {
    const gezegd = await meldingen(await stad(), await kalender(van, naar));
    expect(gezegd.some((regel) => zin.test(regel))).toBe(true);
  });

  it('zegt dat het bestand er niet is', async () => {
    expect(await meldingen(await stad(), '/nergens/kalender.yaml')).toEqual([
      'kalender.yaml:1: (geheel): ontbreekt',
    ]);
  });
});
