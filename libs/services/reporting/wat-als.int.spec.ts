import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Termijnbeleid, ZaakId } from '@wijkspoor/domain';
import { get, testClock, testService } from '@wijkspoor/testing';
import type { WatAlsUitkomst } from '@wijkspoor/wire';
import {
  advies,
  beantwoord,
  bijgewerkt,
  doe,
  inBehandeling,
  startReporting,
} from './fixtures/reporting.fixture.ts';

const clock = testClock('2026-04-20T09:00:00.000Z');
const reporting = testService(async (url) => startReporting(url, clock));
let open: ZaakId;
let afgesproken: ZaakId;

beforeAll(async () => {
  open = await inBehandeling(reporting.running, advies('open'));
  afgesproken = await inBehandeling(
    reporting.running,
    advies('afgesproken', { wijken: ['pernis'] }),
  );
  await doe(reporting.running, {
    type: 'SpreekTermijnAf',
    data: {
      ...{ zaakId: afgesproken, door: 'wijk-mt:pernis', now: '2026-04-20T09:00:00.000Z' },
      ...{ einde: '2026-06-01', met: 'wijkraad', afgesprokenOp: '2026-04-10', reden: 'onderzoek' },
    },
  });
  await beantwoord(
    reporting.running,
    await inBehandeling(reporting.running, advies('klaar')),
    '2026-04-10',
  );
  await bijgewerkt(reporting.running);
}, 60_000);

async function vraag(body: object) {
  const antwoord = await fetch(`${reporting.running.url}/v1/termijnen/wat-als`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
    body: JSON.stringify(body),
  });
  return { status: antwoord.status, body: (await antwoord.json()) as WatAlsUitkomst };
}

const plekken = (body: object) =>
  (body as { fouten: { pointer: string }[] }).fouten.map(({ pointer }) => pointer);

const geldtNu = ({ soort, geldigTot }: Termijnbeleid) =>
  soort === 'ongevraagd-advies' && geldigTot === undefined;

const voorstel = (anders: (beleid: Termijnbeleid) => readonly Termijnbeleid[]) =>
  reporting.running.gemeente.termijnbeleid.flatMap((een) => (geldtNu(een) ? anders(een) : [een]));

describe('POST /v1/termijnen/wat-als', () => {
  it('gives which open cases move under a corrected policy, from when to when', async () => {
    const termijnbeleid = voorstel((een) => [{ ...een, lengte: { weken: 8 } }]);
    const { status, body } = await vraag({ termijnbeleid });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      vanaf: null,
      aantallen: { open: 2, verschuift: 1, afgesproken: 1, nietGeraakt: 0 },
      perSoort: [{ soort: 'ongevraagd-advies', verschuift: 1, blijft: 1 }],
      perWijk: expect.arrayContaining([
        { wijk: 'tarwewijk', naam: 'Tarwewijk', verschuift: 1, blijft: 0 },
      ]),
      verschuift: [{ zaakId: open, van: '2026-04-13', naar: '2026-04-27', dagen: 14, reden: null }],
      blijft: [
        {
          zaakId: afgesproken,
          onderwerp: 'Dak afgesproken',
          einde: '2026-06-01',
          waarom: 'afgesproken',
        },
      ],
    });
    expect(body.verschuift[0]?.stappen.join()).toContain('8 weken');
    expect(body.uitleg).toContain('niets opgeslagen');
  });

  it('gives that a new policy moves nothing that began before it', async () => {
    const termijnbeleid = voorstel((een) => [
      { ...een, geldigTot: '2026-04-30' },
      { ...een, geldigVan: '2026-05-01', lengte: { weken: 4 } },
    ]);
    const { body } = await vraag({ termijnbeleid });
    expect(body.aantallen).toMatchObject({ verschuift: 0, beleidVanDeDag: 2 });
    expect(body.blijft.map(({ waarom }) => waarom)).toEqual([
      ...['beleid-van-de-dag', 'beleid-van-de-dag'],
    ]);
  });

  it('stores nothing: the same question has the same answer', async () => {
    const before = await reporting.running.log.head();
    const termijnbeleid = voorstel((een) => [{ ...een, lengte: { weken: 8 } }]);
    expect(await vraag({ termijnbeleid })).toEqual(await vraag({ termijnbeleid }));
    expect(await reporting.running.log.head()).toBe(before);
    expect((await get(`${reporting.running.url}/v1/zaken/${open}`)).body['einde']).toBe(
      '2026-04-13',
    );
  });

  it('refuses a proposal with every fault, as at the start of a city', async () => {
    const termijnbeleid = voorstel((een) => [
      { ...een, lengte: { weken: 0 } },
      { ...een, ontvangers: { herinnering: [], overschreden: [] } },
    ]);
    const { status, body } = await vraag({ termijnbeleid });
    expect({ status, fouten: plekken(body) }).toMatchObject({
      status: 400,
      fouten: expect.arrayContaining([
        expect.stringMatching(/^\/termijnbeleid\/\d+\/lengte\/weken$/),
        expect.stringMatching(/^\/termijnbeleid\/\d+\/ontvangers\/herinnering$/),
        expect.stringMatching(/^\/termijnbeleid\/\d+\/geldigVan$/),
      ]),
    });
    expect(plekken((await vraag({ vanaf: 'ooit', kleur: 'rood' })).body)).toEqual([
      ...['/kleur', '/vanaf'],
    ]);
  });
});
