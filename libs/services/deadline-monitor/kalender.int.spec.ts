import { cp, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ZaakId } from '@wijkspoor/domain';
import { project } from '@wijkspoor/flow';
import {
  eventually,
  get,
  testClock,
  testFolder,
  testService,
  type TestFolder,
} from '@wijkspoor/testing';
import { openViews, zakenView } from '@wijkspoor/views';
import { codec } from '@wijkspoor/wire';
import { advies, doe, startMonitor, verloop } from './fixtures/monitor.fixture.ts';

const infra = resolve(import.meta.dirname, '../../../infra');
const clock = testClock('2028-12-04T09:00:00.000Z');
let map: TestFolder;
const inMap = (pad: string) => join(map.path, pad);

/** Rotterdam with the rule `atw` for an advies, and a calendar that can reach further. */
async function stadMetAtw(): Promise<void> {
  map = await testFolder();
  await cp(join(infra, 'gemeenten/rotterdam'), inMap('stad'), { recursive: true });
  await cp(join(infra, 'kalender/nederland.yaml'), inMap('nederland.yaml'));
  const beleid = inMap('stad/termijnen.yaml');
  const tekst = await readFile(beleid, 'utf8');
  const [voor, na = ''] = tekst.split('- soort: ongevraagd-advies');
  const metAtw = `${voor}- soort: ongevraagd-advies${na.replace('regel: geen', 'regel: atw')}`;
  await writeFile(beleid, metAtw);
}

async function verlengKalender(): Promise<void> {
  const bestand = inMap('nederland.yaml');
  const besluit = `
  - naam: Besluit voor 2029
    bron: { tekst: verzonnen, zekerheid: open }
    jaren: { van: 2029, tot: 2029 }
    dagen: []
`;
  const tekst = await readFile(bestand, 'utf8');
  await writeFile(bestand, tekst.replace('tot: 2028-12-31', 'tot: 2029-12-31') + besluit);
}

beforeAll(stadMetAtw);

const monitor = testService(async (url) =>
  startMonitor(url, clock, { GEMEENTE: inMap('stad'), KALENDER: inMap('nederland.yaml') }),
);

afterAll(async () => map?.[Symbol.asyncDispose]());

/** Brings the read models up to date, as reporting does. */
async function projecteer({ running: { log }, databaseUrl }: typeof monitor): Promise<void> {
  const views = await openViews(databaseUrl);
  const apply = project(zakenView(views), log, codec);
  for await (const batch of log.replay(0)) await apply(batch);
  await views.destroy();
}

const wordt = async (zaakId: ZaakId, ...types: string[]) => {
  const found = await eventually(
    async () => verloop(monitor.running, zaakId),
    ({ length }) => length >= types.length,
  );
  expect(found).toEqual(types);
};

const blad = async (zaakId: ZaakId) =>
  (await get(`${monitor.running.url}/v1/zaken/${zaakId}/termijn`)).body;

describe('a term that ends where the calendar does not reach', () => {
  it('has no date but a reason, and gets its date when the calendar reaches further', async () => {
    const registratie = advies('voorbij de kalender', '2028-12-01');
    const zaakId = await doe(monitor.running, {
      ...{ type: 'RegistreerZaak', data: { registratie, now: clock.now() } },
    });
    await wordt(zaakId, 'AdviesOntvangen', 'TermijnNietBepaald');
    expect(await blad(zaakId)).toMatchObject({
      ...{ einde: null, nietBepaald: true, oordeel: 'geen-einde-bepaald', revisies: [] },
      reden: expect.stringContaining('tot en met 31 december 2028'),
      bewijs: { startdatum: '2028-12-01', kalender: { dekking: { tot: '2028-12-31' } } },
    });
    await projecteer(monitor);

    await monitor.restart();
    await wordt(zaakId, 'AdviesOntvangen', 'TermijnNietBepaald');

    await monitor.restart(verlengKalender);
    await wordt(zaakId, 'AdviesOntvangen', 'TermijnNietBepaald', 'TermijnGestart');
    expect(await blad(zaakId)).toMatchObject({
      ...{ einde: '2029-01-12', nietBepaald: false, reden: null },
      bewijs: { kalender: { dekking: { tot: '2029-12-31' } } },
    });
  }, 60_000);
});

describe('GET /v1/kalender', () => {
  it('says how far it reaches, warns a year before, and names every day off', async () => {
    const { status, body } = await get(`${monitor.running.url}/v1/kalender?jaar=2028`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ naam: 'Nederland', dekking: { van: '2017-01-01', tot: '2029-12-31' }, dagenOver: 392 },
      ...{ waarschuwing: null, eigenDagen: [] },
    });
    expect(body['vrijeDagen']).toContainEqual({
      ...{ datum: '2028-04-28', naam: 'de dag na Koningsdag' },
      grond: 'Algemene termijnenwet, artikel 3, derde lid; Stcrt. 2025, 24713',
    });
    expect(body['reden']).toBeNull();
    clock.set('2028-12-31T09:00:00.000Z');
    expect((await get(`${monitor.running.url}/v1/kalender`)).body['waarschuwing']).toMatch(
      /Nog 365 dagen/,
    );
    clock.set('2028-12-04T09:00:00.000Z');
  });
});

describe('GET /v1/kalender of a year that it does not know', () => {
  it('says so, instead of a year without days off', async () => {
    const { body } = await get(`${monitor.running.url}/v1/kalender?jaar=2030`);
    expect(body).toMatchObject({ vrijeDagen: [], reden: expect.stringContaining('van 2030') });
  });
});

describe('GET /v1/termijnen', () => {
  it('tells a term without an end from no term', async () => {
    const op = async (vraag: string) =>
      (await get(`${monitor.running.url}/v1/termijnen?vanaf=2029-12-01&${vraag}`)).body;
    expect(await op('soort=ongevraagd-advies')).toMatchObject({
      ...{ einde: null, oordeel: 'geen-einde-bepaald' },
      reden: expect.stringContaining('tot en met 31 december 2029'),
    });
    expect(await op('soort=motie')).toMatchObject({ einde: null, oordeel: 'geen-termijn' });
  });

  it('computes a term without a case, with every step', async () => {
    const vraag = 'soort=ongevraagd-advies&vanaf=2026-02-20&peildatum=2026-04-09';
    const { body } = await get(`${monitor.running.url}/v1/termijnen?${vraag}`);
    expect(body).toMatchObject({ einde: '2026-04-07', regel: 'atw', reden: null, dagenTeLaat: 2 });
    const namen = (body['stappen'] as { naam?: string }[]).flatMap(({ naam }) => naam ?? []);
    expect(namen).toEqual(['Goede Vrijdag', 'zaterdag', 'zondag', 'Tweede Paasdag']);
    const geen = await get(`${monitor.running.url}/v1/termijnen?${vraag}&regel=geen`);
    expect(geen.body).toMatchObject({ einde: '2026-04-03', regel: 'geen' });
  });

  it('refuses what it cannot read, with every fault', async () => {
    const { status, body } = await get(
      `${monitor.running.url}/v1/termijnen?soort=x&vanaf=2026-02-30`,
    );
    expect(status).toBe(400);
    const pointers = (body['fouten'] as { pointer: string }[]).map(({ pointer }) => pointer);
    expect(pointers.toSorted()).toEqual(['/soort', '/vanaf']);
  });
});
