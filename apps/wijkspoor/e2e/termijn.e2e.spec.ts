import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testFolder, type TestFolder } from '@wijkspoor/testing';
import { laadGemeente, readConfig } from '@wijkspoor/platform';
import type { ZaakTermijn } from '@wijkspoor/wire';
import { naastElkaar } from '../cli/naast-elkaar.ts';
import { toonTermijnblad } from '../cli/termijnblad.ts';
import { Loket } from './loket.ts';
import type { Stad } from './proces.ts';
import { draai, startStad, tot } from './proces.ts';

const minuten = 60_000;
const peildatum = '2026-11-15';
const DAG = 86_400_000;

/** The auditor with a paper calendar: knows nothing of the program, and counts day by day. */
function telMetDeHand(startdatum: string, dagen: number): string {
  let dag = Date.parse(`${startdatum}T00:00:00Z`);
  for (let geteld = 0; geteld < dagen; geteld++) dag += DAG;
  return new Date(dag).toISOString().slice(0, 10);
}

/** The date that follows from what stands on the sheet: the count, then each agreement. */
function nagerekend({ bewijs, revisies, begin }: ZaakTermijn): string | null {
  if (!bewijs) return null;
  const { startdatum, regel, berekening } = bewijs;
  const overgeslagen = berekening.filter(({ soort }) => soort === 'overgeslagen').length;
  const vanRegel = ({ lengte }: typeof regel) => {
    if (lengte === 'zoals-afgesproken') return berekening[0]?.datum ?? null;
    if (lengte === 'geen' || !startdatum) return null;
    const dagen = 'dagen' in lengte ? lengte.dagen : lengte.weken * 7;
    return telMetDeHand(startdatum, dagen + overgeslagen);
  };
  const later = revisies
    .filter(({ feit }) => feit.revisie > (begin?.revisie ?? 0))
    .flatMap(({ afspraak }) => afspraak?.einde ?? []);
  return later.at(-1) ?? vanRegel(regel);
}

describe('het bewijs van een termijn', () => {
  let map: TestFolder;
  let stad: Stad;
  let bladen: ZaakTermijn[];

  beforeAll(async () => {
    map = await testFolder();
    stad = await startStad(map.path, ['--voorbeeld']);
    const loket = new Loket(stad.adres);
    await tot(
      async () => stad.uitvoer().includes('Het voorbeeld staat erin'),
      () => stad.uitvoer(),
    );
    await loket.ingehaald();
    bladen = await naastElkaar(await loket.alleZaken(), 8, async ({ zaakId }) => {
      const { json } = await loket.get(`/v1/zaken/${zaakId}/termijn?peildatum=${peildatum}`);
      return json as ZaakTermijn;
    });
  }, 5 * minuten);

  afterAll(async () => {
    await stad?.stop();
    await map?.[Symbol.asyncDispose]();
  }, minuten);

  it('laat van elke zaak van de voorbeeldstad de datum narekenen', () => {
    expect(bladen.length).toBeGreaterThan(700);
    const anders = bladen.filter((blad) => nagerekend(blad) !== blad.einde);
    expect(anders.map(({ zaakId, einde }) => ({ zaakId, einde }))).toEqual([]);
    expect(bladen.filter(({ einde }) => einde).length).toBeGreaterThan(600);
    expect(bladen.filter(({ einde, reden }) => !einde && !reden)).toEqual([]);
  });

  it('laat ook het oordeel en de dagen narekenen', () => {
    for (const { zaakId, einde, gestoptOp, dagenTeLaat, dagenOver } of bladen) {
      if (!einde) continue;
      const tot = gestoptOp ?? peildatum;
      const verschil = (Date.parse(tot) - Date.parse(einde)) / DAG;
      expect({ zaakId, dagenTeLaat }).toEqual({ zaakId, dagenTeLaat: Math.max(0, verschil) });
      const over = gestoptOp || verschil > 0 ? null : -verschil;
      expect({ zaakId, dagenOver }).toEqual({ zaakId, dagenOver: over });
    }
  });

  it('past op papier, en zegt alles wat nodig is', async () => {
    const config = readConfig();
    const gemeente = await laadGemeente(config.gemeente, config.kalender);
    for (const blad of bladen) {
      const tekst = toonTermijnblad(blad, gemeente);
      expect(Math.max(...tekst.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100);
      expect(tekst).toContain(blad.zaakId);
      expect(tekst.match(/Oude datum/g)?.length ?? 0).toBe(
        blad.revisies.filter(({ afspraak }) => afspraak).length,
      );
    }
  });

  it('is dat van de README', async () => {
    const readme = await readFile(new URL('../../../README.md', import.meta.url), 'utf8');
    const [, opdracht = '', getoond = ''] =
      /\$ npx wijkspoor (termijn zaak-.*)\n([\s\S]*?)```/.exec(readme) ?? [];
    const { code, uitvoer } = await draai(...opdracht.split(' '), '--adres', stad.adres);
    expect(code).toBe(0);
    expect(zonderPlekken(uitvoer)).toBe(zonderPlekken(getoond));
  });
});

// Where and when something was stored differs from city to city, so does how much the clock had
// said of the case by then, and with all of that where a line ends.
function zonderPlekken(tekst: string): string {
  return tekst
    .replace(/\s+/g, ' ')
    .replace(/plaats \d+/g, 'plaats …')
    .replace(/feit [1-9]\d*/g, 'feit …')
    .replace(/\d+ \w+ \d{4} om \d\d:\d\d/g, '… om …')
    .replace(/ [0-9a-f]{8}-[0-9a-f-]{27} /g, ' … ')
    .trim();
}

describe('rekenen zonder stad', () => {
  const soort = ['--soort', 'ongevraagd-advies'];

  it('geeft de laatste dag met elke stap, ook als er niets draait', async () => {
    const opties = ['--vanaf', '2026-02-20', '--regel', 'atw', '--json'];
    const { code, gegeven } = await draai('termijn', ...soort, ...opties);
    expect(code).toBe(0);
    expect(JSON.parse(gegeven)).toMatchObject({ einde: '2026-04-07', reden: null, regel: 'atw' });
  });

  it('geeft een reden waar de kalender niet reikt', async () => {
    const opties = ['--vanaf', '2028-12-01', '--regel', 'atw', '--json'];
    const { code, gegeven } = await draai('termijn', ...soort, ...opties);
    expect(code).toBe(0);
    expect(JSON.parse(gegeven)).toMatchObject({
      einde: null,
      reden: expect.stringContaining('31 december 2028'),
    });
  });

  it.each([
    [['--soort', 'x', '--vanaf', '2026-02-30'], /--soort: 'x'[\s\S]*--vanaf: '2026-02-30'/],
    [['zaak-4c2f6f0e-7a51-5b0e-9d7c-2f1f4f6f8a10', ...soort], /niet beide/],
    [soort, /--soort met --vanaf/],
    [['dossier-1'], /geen nummer van een zaak/],
  ])('zegt wat er mis is: %j', async (woorden, zin) => {
    const { code, uitvoer } = await draai('termijn', ...woorden);
    expect(code).toBe(2);
    expect(uitvoer).toMatch(zin);
  });
});
