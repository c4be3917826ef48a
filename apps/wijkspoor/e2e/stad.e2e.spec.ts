import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testFolder, type TestFolder } from '@wijkspoor/testing';
import { leesmodellenNaHerbouw } from './herbouw.ts';
import { Loket, verloop } from './loket.ts';
import type { Stad } from './proces.ts';
import { draai, startStad, tot } from './proces.ts';
import { volgDeRoute } from './route.ts';
import { werkbezoek, zaken } from './zaken.ts';

type Document = { paths: Record<string, Record<string, unknown>> };

const minuten = 60_000;

/** Messages without end, of every soort. */
function* eindeloos(reeks: string): Generator<[pad: string, bericht: object]> {
  for (let n = 0; ; n++) {
    yield ['/v1/werkbezoeken', werkbezoek(`${reeks}-${n}`)];
    for (const registratie of zaken(`${reeks}-${n}`)) yield ['/v1/zaken', registratie];
  }
}

describe('een stad in één proces', () => {
  let map: TestFolder;
  let stad: Stad;
  let loket: Loket;

  const begin = async () => {
    stad = await startStad(map.path);
    loket = new Loket(stad.adres);
  };

  beforeAll(async () => {
    map = await testFolder();
    await begin();
  }, 3 * minuten);

  afterAll(async () => {
    await stad?.stop();
    await map?.[Symbol.asyncDispose]();
  }, minuten);

  volgDeRoute(() => loket);

  it('heeft achter elk adres precies wat het API-document zegt', async () => {
    const document = (await loket.get('/v1/openapi.json')).json as Document;
    const paden = Object.entries(document.paths);
    expect(paden.length).toBeGreaterThan(20);
    for (const [pad, methoden] of paden) {
      const antwoord = await fetch(stad.adres + pad.replaceAll(/\{\w+\}/g, 'x'), { method: 'PUT' });
      const allow = antwoord.headers.get('allow')?.split(', ') ?? [];
      const gezegd = Object.keys(methoden).map((methode) => methode.toUpperCase());
      expect([pad, allow.filter((methode) => methode !== 'HEAD').sort()]).toEqual([
        pad,
        gezegd.sort(),
      ]);
    }
  });

  it('doet wat de README van de eerste vraag en het eerste advies zegt', async () => {
    const readme = await readFile(new URL('../../../README.md', import.meta.url), 'utf8');
    const berichten = [...readme.matchAll(/\/v1\/zaken -H .* -d '(\{[^']*\})'/g)];
    expect(berichten).toHaveLength(2);
    const ids = await Promise.all(
      berichten.map(async ([, bericht = '']) => loket.meldAan(JSON.parse(bericht) as object)),
    );
    await loket.ingehaald();
    const [vraag, advies] = await Promise.all(ids.map(async (zaakId) => loket.zaak(zaakId)));
    expect(vraag).toMatchObject({ behandelaar: 'hub:wijkhub-tarwewijk', einde: '2026-12-04' });
    expect(advies).toMatchObject({ behandelaar: 'wijk-mt:tarwewijk', einde: '2027-01-01' });
  });

  it(
    'verliest en verdubbelt niets als het midden in het werk wordt doodgeslagen',
    async () => {
      const toegezegd = new Set<string>();
      const gestuurd: [pad: string, bericht: object][] = [];
      const zend = async (pad: string, bericht: object) => {
        const { status, json } = await loket.post(pad, bericht);
        if (status !== 202) throw new Error(`${pad}: ${status} ${JSON.stringify(json)}`);
        const gekregen = (json.zaken as { zaakId: string }[]) ?? [json];
        for (const { zaakId } of gekregen) toegezegd.add(zaakId);
      };
      const zendTotDeKlap = async (berichten: Iterable<[string, object]>) => {
        for (const bericht of berichten) {
          gestuurd.push(bericht);
          await zend(...bericht);
        }
      };
      const klap = Array.from({ length: 16 }, (_, n) => zendTotDeKlap(eindeloos(`crash-${n}`)));
      const uitslagen = Promise.allSettled(klap);
      await tot(async () => toegezegd.size >= 60);
      await stad.doodslaan();
      // What fetch says when the other side is gone, and nothing else.
      const weg = Array.from(klap, () => ({ status: 'rejected', reason: { name: 'TypeError' } }));
      expect(await uitslagen).toMatchObject(weg);
      const voorDeKlap = [...toegezegd];

      await begin();
      await loket.ingehaald();
      const gebleven = (await loket.alleZaken()).map(({ zaakId }) => zaakId);
      expect(new Set(gebleven).size).toBe(gebleven.length);
      expect(voorDeKlap.filter((zaakId) => !gebleven.includes(zaakId))).toEqual([]);

      await Promise.all(gestuurd.map(async (bericht) => zend(...bericht)));
      await loket.ingehaald();
      const nu = (await loket.alleZaken()).map(({ zaakId }) => zaakId);
      expect(new Set(nu).size).toBe(nu.length);
      for (const zaakId of toegezegd) {
        const gebeurd = verloop(await loket.zaak(zaakId));
        const keer = (naam: RegExp) =>
          gebeurd.filter((gebeurtenis) => naam.test(gebeurtenis)).length;
        expect([
          zaakId,
          keer(/Geregistreerd|Ontvangen|Vastgelegd$/),
          keer(/^ZaakToegewezen$/),
        ]).toEqual([zaakId, 1, 1]);
        expect(keer(/^TermijnGestart$/)).toBeLessThanOrEqual(1);
      }
    },
    3 * minuten,
  );

  it(
    'heeft rij voor rij de leesmodellen die het logboek maakt, ook na een herbouw',
    async () => {
      await stad.stop();
      const verder = async () => {
        await begin();
        await loket.ingehaald();
        await stad.stop();
      };
      expect(await leesmodellenNaHerbouw(map.path, verder)).toBe('kloppen');
      await begin();
      expect((await loket.alleZaken()).length).toBeGreaterThan(60);
    },
    2 * minuten,
  );

  it(
    'weigert een tweede start op dezelfde map, met een zin en zonder schade',
    async () => {
      const { code, uitvoer } = await draai('start', '--gegevens', map.path, '--poort', '0');
      expect(code).toBe(1);
      expect(uitvoer).toContain(map.path);
      expect(uitvoer).not.toMatch(/\n\s+at /);
      expect((await loket.get('/health/ready')).json.gereed).toBe(true);
    },
    minuten,
  );
});
