import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testFolder, type TestFolder } from '@wijkspoor/testing';
import { naastElkaar } from '../cli/naast-elkaar.ts';
import { laadVoorbeeld } from '../voorbeeld.ts';
import { Loket } from './loket.ts';
import type { Stad } from './proces.ts';
import { draai, startStad } from './proces.ts';

type Feit = { gebeurtenis: string; gegevens: Record<string, unknown> };
type Zaak = { zaakId: string; geschiedenis: Feit[] };
type Regel = Record<'zaakId' | 'soortTeLaat' | 'einde' | 'gestoptOp', string> & {
  dagenTeLaat: number;
};

const minuten = 60_000;
const rotterdam = new URL('../../../infra/gemeenten/rotterdam', import.meta.url).pathname;
const registraties = /Geregistreerd$|^AdviesOntvangen$|^ToezeggingVastgelegd$|^ActiepuntVast/;

/** The day of a fact, by the table in docs/reference/leesmodellen.md. */
function dagVan({ gebeurtenis, gegevens }: Feit): string {
  const velden: Readonly<Record<string, unknown>> = {
    TermijnGestart: (gegevens['bewijs'] as { startdatum?: string } | undefined)?.startdatum,
    TermijnAfgesproken: gegevens['afgesprokenOp'],
    AntwoordGegeven: gegevens['antwoordOp'],
    AfdoeningVoorgesteld: gegevens['voorgesteldOp'],
    ZaakGesloten: gegevens['geslotenOp'],
    ZaakHeropend: gegevens['heropendOp'],
  };
  return (velden[gebeurtenis] as string | undefined) ?? '9999-12-31';
}

/** What a history says of a day by itself: no code of Wijkspoor is asked. */
function opDag({ zaakId, geschiedenis }: Zaak, peildatum: string): unknown[] {
  const begin = geschiedenis.find(({ gebeurtenis }) => registraties.test(gebeurtenis));
  if (!begin || String(begin.gegevens['ontvangenOp']) > peildatum) return [];
  let einde = '';
  let gestoptOp = '';
  for (const feit of geschiedenis) {
    if (dagVan(feit) > peildatum) continue;
    if (feit.gebeurtenis === 'ZaakHeropend') einde = gestoptOp = '';
    else if (feit.gebeurtenis.startsWith('Termijn')) einde = String(feit.gegevens['einde']);
    else gestoptOp ||= dagVan(feit);
  }
  const tot = gestoptOp || peildatum;
  if (einde === '' || tot <= einde) return [];
  const dagen = (Date.parse(tot) - Date.parse(einde)) / 86_400_000;
  return [[zaakId, gestoptOp ? 'beantwoord' : 'open', dagen, einde, gestoptOp || null]];
}

describe('wat te laat is in de voorbeeldstad', () => {
  let map: TestFolder;
  let stad: Stad;
  let loket: Loket;
  let zaken: readonly Zaak[];

  beforeAll(async () => {
    map = await testFolder();
    stad = await startStad(join(map.path, 'gegevens'));
    loket = new Loket(stad.adres);
    await laadVoorbeeld(stad.adres, join(rotterdam, 'voorbeeld'));
    const lijst = await loket.alleZaken();
    zaken = await naastElkaar(lijst, 8, async ({ zaakId }) => {
      const { json } = await loket.get(`/v1/zaken/${zaakId}`);
      return json as Zaak;
    });
  }, 5 * minuten);

  afterAll(async () => {
    await stad?.stop();
    await map?.[Symbol.asyncDispose]();
  }, minuten);

  async function gelezen(peildatum: string): Promise<unknown[]> {
    const regels: Regel[] = [];
    for (let na: string | undefined = ''; na !== undefined;) {
      const vraag = `peildatum=${peildatum}&limiet=200${na && `&na=${na}`}`;
      const { json } = await loket.get(`/v1/zaken/te-laat?${vraag}`);
      regels.push(...(json.zaken as Regel[]));
      na = json.volgende as string | undefined;
    }
    return regels.map(({ zaakId, soortTeLaat, dagenTeLaat, einde, gestoptOp }) => [
      ...[zaakId, soortTeLaat, dagenTeLaat, einde, gestoptOp],
    ]);
  }

  it('is op het einde van elke maand wat de feiten tot die dag zeggen', async () => {
    const einden = Array.from({ length: 30 }, (_, n) =>
      new Date(Date.UTC(2024, 6 + n, 0)).toISOString().slice(0, 10),
    );
    let geteld = 0;
    for (const peildatum of einden) {
      const verwacht = zaken.flatMap((zaak) => opDag(zaak, peildatum));
      expect([peildatum, (await gelezen(peildatum)).toSorted()]).toEqual([
        ...[peildatum, verwacht.toSorted()],
      ]);
      geteld += verwacht.length;
    }
    expect(geteld).toBeGreaterThan(100);
  });

  it('staat in de CSV van de opdrachtregel met net zoveel regels', async () => {
    const dag = ['--peildatum', '2026-10-31', '--adres', stad.adres];
    const { code, gegeven } = await draai('te-laat', '--alle', '--csv', ...dag);
    const verwacht = zaken.flatMap((zaak) => opDag(zaak, '2026-10-31'));
    expect(code).toBe(0);
    expect(gegeven.split('\r\n').filter(Boolean)).toHaveLength(verwacht.length + 1);
    const json = await draai('te-laat', '--alle', '--json', ...dag);
    expect((JSON.parse(json.gegeven) as { zaken: unknown[] }).zaken).toHaveLength(verwacht.length);
  });

  it('wordt met een voorstel bekeken zonder dat er iets verandert', async () => {
    const voorstel = join(map.path, 'voorstel');
    await cp(rotterdam, voorstel, { recursive: true });
    await rm(join(voorstel, 'voorbeeld'), { recursive: true });
    const termijnen = join(voorstel, 'termijnen.yaml');
    const tekst = await readFile(termijnen, 'utf8');
    await writeFile(termijnen, tekst.replaceAll('dagen: 42', 'weken: 8'));
    const vraag = ['wat-als', '--gemeente', voorstel, '--adres', stad.adres];
    const { code, gegeven } = await draai(...vraag, '--json');
    expect(code).toBe(0);
    const { verschuift } = JSON.parse(gegeven) as { verschuift: { dagen: number }[] };
    expect(new Set(verschuift.map(({ dagen }) => dagen))).toEqual(new Set([14]));
    await writeFile(termijnen, tekst.replaceAll('dagen: 42', 'weken: -8'));
    const fout = await draai(...vraag);
    expect(fout.code).toBe(2);
    expect(fout.uitvoer).toMatch(/termijnen\.yaml:\d+: .*moet minstens 1 zijn, maar is -8/);
  });
});
