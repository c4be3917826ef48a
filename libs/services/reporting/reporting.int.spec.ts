import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ZaakId } from '@wijkspoor/domain';
import { get, testClock, testService } from '@wijkspoor/testing';
import { zaakIdVan } from '@wijkspoor/wire';
import {
  advies,
  beantwoord,
  bijgewerkt,
  inBehandeling,
  startReporting,
} from './fixtures/reporting.fixture.ts';

const clock = testClock('2026-04-20T09:00:00.000Z');
const reporting = testService(async (url) => startReporting(url, clock));
let laatBeantwoord: ZaakId;

const ask = async (pad: string) => get(`${reporting.running.url}${pad}`);

beforeAll(async () => {
  await inBehandeling(reporting.running, advies('open'));
  laatBeantwoord = await inBehandeling(
    reporting.running,
    advies('laat', { kenmerken: ['21bo5701'] }),
  );
  await beantwoord(reporting.running, laatBeantwoord, '2026-04-15');
  const pernis = { wijken: ['pernis'], ontvangenOp: '2026-04-13', themas: ['zorg'] };
  await inBehandeling(reporting.running, advies('pernis', pernis));
  await bijgewerkt(reporting.running);
}, 60_000);

const zaken = async (vraag: string) => {
  const { status, body } = await ask(`/v1/zaken${vraag}`);
  expect(status).toBe(200);
  return (body['zaken'] as { zaakId: string }[]).map(({ zaakId }) => zaakId);
};

describe('GET /v1/zaken', () => {
  it('gives every case in one line, the last received first', async () => {
    const { body } = await ask('/v1/zaken');
    expect(body['zaken']).toMatchObject([
      { wijken: ['pernis'], oordeel: 'loopt' },
      { ontvangenOp: '2026-03-02', behandelaar: 'wijk-mt:tarwewijk' },
      { ontvangenOp: '2026-03-02', einde: '2026-04-13' },
    ]);
  });

  it.each([
    ['?wijk=pernis', 1],
    ['?wijk=tarwewijk', 2],
    ['?thema=wonen&soort=ongevraagd-advies', 2],
    ['?oordeel=open-te-laat', 1],
    ['?oordeel=te-laat-beantwoord&status=beantwoord', 1],
    ['?kenmerk=21bb5701', 1],
    ['?kenmerk=22BB4407', 1],
    ['?behandelaar=wijk-mt:tarwewijk&kanaal=wijkraad', 3],
    ['?peildatum=2026-04-13&oordeel=open-te-laat', 0],
    ['?soort=motie', 0],
  ])('keeps to what is asked: %s', async (vraag, aantal) => {
    expect(await zaken(vraag)).toHaveLength(aantal);
  });

  it('goes from page to page, and gives each case once', async () => {
    const seen: unknown[] = [];
    let na = '';
    do {
      const { body } = await ask(`/v1/zaken?limiet=1${na && `&na=${encodeURIComponent(na)}`}`);
      seen.push(...(body['zaken'] as unknown[]));
      na = (body['volgende'] as string | undefined) ?? '';
    } while (na);
    expect(seen).toHaveLength(3);
    expect(new Set(await zaken(''))).toEqual(
      new Set(seen.map((zaak) => (zaak as { zaakId: string }).zaakId)),
    );
  });

  it.each([
    ['?wijk=tarwewyk', '/wijk'],
    ['?oordeel=laat', '/oordeel'],
    ['?limiet=0', '/limiet'],
    ['?limiet=veel', '/limiet'],
    ['?peildatum=2026-02-30', '/peildatum'],
    ['?kleur=rood', '/kleur'],
    ['?na=zomaar', '/na'],
    ['?wijk=pernis&wijk=tarwewijk', '/wijk'],
  ])('refuses what it does not know: %s', async (vraag, pointer) => {
    const { status, body } = await ask(`/v1/zaken${vraag}`);
    expect(status).toBe(400);
    expect(body['fouten']).toMatchObject([{ pointer, melding: expect.any(String) }]);
  });
});

describe('GET /v1/zaken/{zaakId}', () => {
  it('gives a case with all that happened, as new as the log', async () => {
    const elders = { wijken: ['bloemhof'], tekst: 'Dank u! 🌳' };
    const zaakId = await inBehandeling(reporting.running, advies('nieuw', elders));
    const { status, body } = await ask(`/v1/zaken/${zaakId}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ zaakId, tekst: 'Dank u! 🌳', behandelaar: 'wijk-mt:tarwewijk' });
    const feiten = body['geschiedenis'] as { gebeurtenis: string }[];
    expect(feiten.map(({ gebeurtenis }) => gebeurtenis)).toEqual([
      ...['AdviesOntvangen', 'ZaakToegewezen', 'TermijnGestart'],
    ]);
  });

  it.each([zaakIdVan({ bron: 'niemand', id: 'niets' }), 'zaak-1', 'overzicht'])(
    'is 404 for a case that is not there: %s',
    async (zaakId) => {
      const { status, body } = await ask(`/v1/zaken/${zaakId}`);
      expect({ status, code: body['code'] }).toEqual({ status: 404, code: 'zaak-onbekend' });
    },
  );
});

describe('GET /v1/wijken', () => {
  it('gives every wijk with what is open in it', async () => {
    const { body } = await ask('/v1/wijken');
    const wijken = body['wijken'] as { code: string }[];
    expect(wijken).toHaveLength(reporting.running.gemeente.wijken.length);
    expect(wijken.find(({ code }) => code === 'tarwewijk')).toMatchObject({
      ...{ naam: 'Tarwewijk', gebied: 'charlois', openTeLaat: 1 },
    });
  });

  it('gives one wijk in numbers, as seen on a day', async () => {
    const { body } = await ask('/v1/wijken/tarwewijk/overzicht?peildatum=2026-04-13');
    expect(body).toMatchObject({
      ...{ wijk: 'tarwewijk', naam: 'Tarwewijk', peildatum: '2026-04-13' },
      totaal: { totaal: 2, nieuw: 2, inBehandeling: 0, loopt: 2, openTeLaat: 0 },
      perThema: [{ thema: 'wonen', aantallen: { totaal: 2 } }],
      perSoort: [{ soort: 'ongevraagd-advies' }],
    });
  });

  it('is 404 for a wijk that is not there, with the one that was meant', async () => {
    const { status, body } = await ask('/v1/wijken/tarwewyk/overzicht');
    expect(status).toBe(404);
    expect(body).toMatchObject({
      code: 'wijk-onbekend',
      detail: expect.stringContaining("bedoelt u 'tarwewijk'"),
    });
  });

  it.each(['/v1/wijken?wijk=pernis', '/v1/wijken/pernis/overzicht?peildatum=nu'])(
    'refuses a question that it does not know: %s',
    async (pad) => {
      expect(await ask(pad)).toMatchObject({ status: 400 });
    },
  );
});
