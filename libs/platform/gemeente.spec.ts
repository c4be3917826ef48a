import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { beleidVoor, eersteBehandelaar, isGeldigOp, wijkVan } from '@wijkspoor/domain';
import type { Datum, Soort } from '@wijkspoor/domain';
import { laadGemeente } from './gemeente.ts';
import { gemeenteMap, kopie, meldingen } from './gemeente-kopie.ts';
import type { Wijziging } from './gemeente-kopie.ts';

const mappen: string[] = [];
afterAll(() => Promise.all(mappen.map((map) => rm(map, { recursive: true }))));

async function stad(...wijzigingen: readonly Wijziging[]): Promise<string> {
  const map = await kopie(...wijzigingen);
  mappen.push(map);
  return map;
}

describe('een map', () => {
  it('geeft alle fouten van alle bestanden in één keer, in volgorde', async () => {
    const map = await stad(
      ['partners.yaml', 'wijken: [vlietdorp]', 'wijken: [vliet]'],
      ['hubs.yaml', 'code: huiskamer-havenkwartier', 'code: huiskamer-molenbuurt'],
      ['wijken.yaml', 'geldigVan: 2023-07-01', 'geldigVan: 2023-02-29'],
      ['termijnen.yaml', '{ dagen: 56 }', '{ maanden: 2 }'],
      ['themas.yaml', 'naam: Water en dijken', 'naam: "Water en dijken'],
    );
    expect(await meldingen(map)).toEqual([
      "wijken.yaml:27: /wijken/2/geldigVan: '2023-02-29' is een dag die niet bestaat",
      "hubs.yaml:14: /hubs/1/code: code 'huiskamer-molenbuurt' is al gebruikt: zie /hubs/0",
      "partners.yaml:17: /partners/1/wijken/0: 'vliet' is geen code van wijken",
      'themas.yaml:13:5: een tekst tussen aanhalingstekens wordt niet afgesloten (MISSING_CHAR)',
      'termijnen.yaml:24: /termijnbeleid/2/lengte/maanden: is een onbekend veld',
    ]);
  });

  it('geeft ook van een regel met een fout de andere fouten', async () => {
    const map = await stad(
      ['hubs.yaml', 'wijk: molenbuurt', 'wijk: vliet'],
      ['hubs.yaml', 'adres: Molenplein 1', 'adres: 1'],
      ['hubs.yaml', 'geldigVan: 2023-03-01', 'geldigVan: 2023-03-01\n    geldigTot: morgen'],
    );
    expect(await meldingen(map)).toEqual([
      "hubs.yaml:5: /hubs/0/wijk: 'vliet' is geen code van wijken",
      'hubs.yaml:6: /hubs/0/adres: moet tekst zijn, maar is het getal 1',
      "hubs.yaml:12: /hubs/0/geldigTot: 'morgen' is geen datum; schrijf jaar-maand-dag, zoals" +
        ' 2026-03-02',
    ]);
  });

  it('houdt de fouten van twee regels uit elkaar', async () => {
    const map = await stad(
      ['termijnen.yaml', '{ dagen: 10 }', 'tien dagen'],
      ['termijnen.yaml', '{ dagen: 21 }', '{ dagen: 0 }'],
    );
    expect(await meldingen(map)).toEqual([
      'termijnen.yaml:6: /termijnbeleid/0/lengte: moet een object met velden of' +
        " 'zoals-afgesproken' of 'geen' zijn, maar is de tekst 'tien dagen'",
      'termijnen.yaml:15: /termijnbeleid/1/lengte/dagen: moet minstens 1 zijn, maar is 0',
    ]);
  });

  it('leest een verwijzing binnen een bestand, en meldt een fout waar zij staat', async () => {
    const goed = await stad(
      ['hubs.yaml', 'bron: { tekst', 'bron: &b { tekst'],
      ['hubs.yaml', 'geldigVan: 2024-01-15', 'geldigVan: 2024-01-15\n    bronGeldigheid: *b'],
    );
    expect((await laadGemeente(goed)).hubs[1]?.bronGeldigheid?.tekst).toBe('verzonnen');
    const fout = await stad(
      ['hubs.yaml', 'bron: { tekst: verzonnen', 'bron: &b { tekst: 3'],
      ['hubs.yaml', 'geldigVan: 2024-01-15', 'geldigVan: 2024-01-15\n    bronGeldigheid: *b'],
    );
    expect(await meldingen(fout)).toEqual([
      'hubs.yaml:12: /hubs/0/bron/tekst: moet tekst zijn, maar is het getal 3',
      'hubs.yaml:22: /hubs/1/bronGeldigheid/tekst: moet tekst zijn, maar is het getal 3',
    ]);
  });

  it('geeft elke fout met bestand, regel, plek en melding', async () => {
    const map = await stad(['hubs.yaml', 'wijk: molenbuurt', 'wijk: vliet']);
    await expect(laadGemeente(map)).rejects.toMatchObject({
      name: 'OngeldigeConfiguratie',
      faults: [
        {
          bestand: 'hubs.yaml',
          regel: 5,
          pointer: '/hubs/0/wijk',
          melding: "'vliet' is geen code van wijken",
        },
      ],
    });
  });

  it('meldt een bestand dat ontbreekt, en een dat niemand kent', async () => {
    const map = await stad();
    await rename(join(map, 'kanalen.yaml'), join(map, 'kanaal.yml'));
    expect(await meldingen(map)).toEqual([
      expect.stringMatching(/^kanaal\.yml:1: \(geheel\): onbekend bestand; bekend zijn: gem/),
      'kanalen.yaml:1: (geheel): ontbreekt',
    ]);
  });

  it('meldt een leeg bestand, en een dat geen tekst is', async () => {
    const map = await stad();
    await writeFile(join(map, 'hubs.yaml'), '');
    await writeFile(join(map, 'themas.yaml'), Buffer.from([0x6e, 0xff, 0xfe]));
    expect(await meldingen(map)).toEqual([
      'hubs.yaml:1: (geheel): is leeg',
      'themas.yaml:1: (geheel): is geen UTF-8-tekst: sla het bestand op als UTF-8',
    ]);
  });

  it('die er niet is, wordt gemeld', async () => {
    const map = join(await stad(), 'nergens');
    expect(await meldingen(map)).toEqual([`${map}:1: (geheel): ontbreekt`]);
  });
});

describe('de meegeleverde gemeenten', () => {
  it('Rotterdam heeft 14 gebieden en 39 wijken, elk met een wijkhub', async () => {
    const gemeente = await laadGemeente(gemeenteMap('rotterdam'));
    expect(gemeente.gebieden).toHaveLength(14);
    expect(gemeente.wijken).toHaveLength(39);
    expect(gemeente.themas).toHaveLength(14);
    expect(gemeente.hubs.map(({ wijk }) => wijk)).toEqual(gemeente.wijken.map(({ code }) => code));
    expect(gemeente.partners.filter(({ naam }) => naam.startsWith('Vraagwijzer'))).toHaveLength(14);
    expect(new Set(gemeente.welzijnsaanbieders.map(({ code }) => code)).size).toBe(6);
  });

  it('Rotterdam antwoordt zoals de brieven zeggen', async () => {
    const gemeente = await laadGemeente(gemeenteMap('rotterdam'));
    const op = '2024-06-01';
    const lengte = (soort: Soort) => beleidVoor(gemeente, soort, op)?.lengte;
    expect(lengte('vraag-uit-de-wijk')).toEqual({ dagen: 42 });
    expect(lengte('ongevraagd-advies')).toEqual({ dagen: 42 });
    expect(lengte('toezegging')).toBe('zoals-afgesproken');
    expect(wijkVan(gemeente, 'Middelland-NieuweWesten')?.code).toBe('middelland-nieuwe-westen');
    expect(wijkVan(gemeente, 'Carnisse-Zuiderpark', '2023-10-01')?.gebied).toBe('charlois');
    expect(wijkVan(gemeente, 'Carnisse-Zuiderpark', op)).toBeUndefined();
    expect(eersteBehandelaar(gemeente, 'wijkhubvraag', ['tarwewijk'], op)).toBe(
      'hub:wijkhub-tarwewijk',
    );
    const hoek = gemeente.welzijnsaanbieders.filter(({ gebied }) => gebied === 'hoek-van-holland');
    const welzijn = (dag: Datum) => hoek.find((aanbieder) => isGeldigOp(aanbieder, dag))?.naam;
    expect(welzijn('2022-04-01')).toBe('Humanitas (Welzijn op de Hoek)');
    expect(welzijn('2032-01-01')).toBeUndefined();
  });

  it('Voorbeeldstad is een andere stad: geen code van Rotterdam komt er terug', async () => {
    const codes = async (naam: string) => {
      const stad = await laadGemeente(gemeenteMap(naam));
      const { gebieden, wijken, hubs, themas, kanalen, portefeuilles } = stad;
      return [gebieden, wijken, hubs, themas, kanalen, portefeuilles].flatMap((lijst) =>
        lijst.map(({ code }) => code),
      );
    };
    const rotterdam = await codes('rotterdam');
    const voorbeeldstad = await codes('voorbeeldstad');
    expect(voorbeeldstad.filter((code) => rotterdam.includes(code))).toEqual([]);
    expect(voorbeeldstad.length).toBeGreaterThan(10);
  });
});
