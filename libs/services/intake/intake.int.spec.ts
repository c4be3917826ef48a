import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Running } from '@wijkspoor/platform';
import { openLog, readConfig, start } from '@wijkspoor/platform';
import type { HttpAnswer, TestDatabase } from '@wijkspoor/testing';
import { eventually, get, post, testClock, testDatabase } from '@wijkspoor/testing';
import { zaakCodec, zaakIdVan } from '@wijkspoor/wire';
import { IntakeModule } from './index.ts';

const eersteMaandag = '2026-03-02T09:00:00.000Z';
const clock = testClock(eersteMaandag);
let database: TestDatabase;
let running: Running;

beforeAll(async () => {
  database = await testDatabase();
  const { url } = database;
  const given = { EVENT_LOG_URL: url, READ_DB_URL: url, PORT: '0', LOG_LEVEL: 'silent' };
  const config = readConfig(given, {});
  running = await start([IntakeModule], { config, clock, logger: openLog(config, 'stderr') });
}, 60_000);

afterAll(async () => {
  await running?.close();
  await database?.[Symbol.asyncDispose]();
});

const bron = 'balie';

const vraag = (id: string, anders: object = {}) => ({
  soort: 'wijkhubvraag',
  aanmelding: { bron, id },
  kanaal: 'wijkhub-balie',
  wijken: ['tarwewijk'],
  onderwerp: 'Lekkage in het portiek',
  tekst: 'De regen komt door het dak.',
  ontvangenOp: '2026-03-02',
  ...anders,
});

const meld = async (body: unknown, headers = {}) => post(`${running.url}/v1/zaken`, body, headers);

const geschiedenis = async (zaakId: string) =>
  (await running.log.read(zaakId as `zaak-${string}`)).map((stored) => zaakCodec.decode(stored));

const pointers = ({ body }: HttpAnswer) =>
  (body['fouten'] as { pointer: string }[]).map(({ pointer }) => pointer);

describe('POST /v1/zaken', () => {
  it.each([
    ['wijkhubvraag', {}],
    ['ongevraagd-advies', { kanaal: 'wijkraad' }],
    ['gevraagd-advies', { kanaal: 'wijkraad' }],
    ['toezegging', { kanaal: 'formeel-overleg', aan: 'wijkraad', wethouder: 'wijken' }],
    ['motie', { kanaal: 'raadsvergadering', wijken: [], kenmerken: ['22bb4407'] }],
  ])('takes a %s in, and says where it is', async (soort, anders) => {
    const { status, headers, body } = await meld(vraag(`soort ${soort}`, { soort, ...anders }));
    const zaakId = zaakIdVan({ bron, id: `soort ${soort}` });
    expect(status).toBe(202);
    expect(body).toEqual({ zaakId, soort, zaak: `/v1/zaken/${zaakId}` });
    expect(headers.get('location')).toBe(`/v1/zaken/${zaakId}`);
    expect(await geschiedenis(zaakId)).toHaveLength(1);
  });

  it('keeps who brought it, and the id that ties together what follows', async () => {
    const correlationId = '0f1e2d3c-4b5a-4687-9a8b-7c6d5e4f3a2b';
    await meld(vraag('wie'), { 'X-Correlation-Id': correlationId });
    const [event] = await geschiedenis(zaakIdVan({ bron, id: 'wie' }));
    expect(event?.meta).toMatchObject({ actor: 'kanaal:wijkhub-balie', correlationId });
  });

  it('gives the same answer to the same message again, and keeps one case', async () => {
    const first = await meld(vraag('twee keer'));
    const again = await meld(vraag('twee keer'));
    expect(again).toMatchObject({ status: first.status, body: first.body });
    expect(await geschiedenis(String(first.body['zaakId']))).toHaveLength(1);
  });

  it('keeps one case of a message that comes twenty times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => meld(vraag('tegelijk'))));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    expect(await geschiedenis(zaakIdVan({ bron, id: 'tegelijk' }))).toHaveLength(1);
  });

  it('refuses another message under the same id, and names the difference', async () => {
    await meld(vraag('anders'));
    const { status, body } = await meld(
      vraag('anders', { tekst: 'Iets anders.', themas: ['zorg'] }),
    );
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'aanmelding-wijkt-af', title: expect.any(String) });
    expect(body['verschillen']).toEqual(expect.arrayContaining(['/tekst', '/themas/0']));
    expect(await geschiedenis(zaakIdVan({ bron, id: 'anders' }))).toHaveLength(1);
  });

  it('names every fault at once, and keeps nothing', async () => {
    const id = 'fout';
    const wrong = {
      ...vraag(id),
      wijken: ['tarwewyk'],
      kanaal: 'rooksignaal',
      tekst: '',
      ontvangenOp: '2026-03-03',
      haast: true,
    };
    const answer = await meld(wrong);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(new Set(pointers(answer))).toEqual(
      new Set(['/wijken/0', '/kanaal', '/tekst', '/ontvangenOp', '/haast']),
    );
    expect(await geschiedenis(zaakIdVan({ bron, id }))).toEqual([]);
  });

  it('takes today, and tomorrow only when it is there', async () => {
    const morgen = vraag('morgen', { ontvangenOp: '2026-03-03' });
    expect(await meld(morgen)).toMatchObject({ status: 400 });
    clock.set('2026-03-02T23:00:00.000Z');
    expect(await meld(morgen)).toMatchObject({ status: 202 });
    clock.set(eersteMaandag);
  });

  it.each([
    ['emoji', 'Mag dit? 🌳👩🏽‍🌾🏳️‍🌈 Ja!'],
    ['right to left', 'الشارع مظلم جدا في المساء'],
    ['a letter of 20,000 characters', 'Geachte wethouder, \n\té́ “dank” '.repeat(650)],
  ])('keeps a text as it is: %s', async (naam, tekst) => {
    expect(await meld(vraag(`tekst ${naam}`, { tekst }))).toMatchObject({ status: 202 });
    const [event] = await geschiedenis(zaakIdVan({ bron, id: `tekst ${naam}` }));
    expect(event?.data).toMatchObject({ tekst });
  });
});

describe('a request that is no message', () => {
  const json = 'application/json';
  it.each([
    ['half a text', '{"soort":', { 'content-type': json }, 'geen JSON'],
    ['plain text', 'hallo', { 'content-type': 'text/plain' }, 'Content-Type'],
    ['another type', vraag('type'), { 'content-type': 'application/cloudevents+json' }, json],
    ['packed', vraag('gzip'), { 'content-encoding': 'gzip' }, 'gzip'],
    ['too large', vraag('groot', { tekst: 'a'.repeat(70_000) }), {}, 'te groot'],
    ['not UTF-8', new Uint8Array([0x22, 0xff, 0x22]), {}, 'UTF-8'],
  ])('is refused as a whole: %s', async (_naam, body, headers, melding) => {
    const answer = await meld(body, headers);
    expect(answer.status).toBe(400);
    const fouten = [{ pointer: '', melding: expect.stringContaining(melding) }];
    expect(answer.body).toMatchObject({ code: 'ongeldige-invoer', fouten });
  });

  it('is refused when there is nothing in it', async () => {
    const response = await fetch(`${running.url}/v1/zaken`, { method: 'POST' });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ fouten: [{ pointer: '' }] });
  });

  it.each(['null', '[]', '"tekst"', '7'])('is refused when it is no object: %s', async (body) => {
    expect(await meld(body)).toMatchObject({ status: 400, body: { fouten: [{ pointer: '' }] } });
  });
});

const bezoek = (id: string, anders: object = {}) => ({
  aanmelding: { bron, id },
  wijken: ['tarwewijk'],
  bezoekOp: '2026-03-02',
  wethouder: 'wijken',
  vragen: [{ id: 'v1', onderwerp: 'Dak', tekst: 'Wanneer wordt het dak gemaakt?' }],
  toezeggingen: [{ id: 't1', onderwerp: 'Brief', tekst: 'U krijgt een brief.' }],
  actiepunten: [
    { id: 'a1', onderwerp: 'Bellen', tekst: 'Bel de verhuurder.', eigenaar: 'cluster:wonen' },
  ],
  ...anders,
});

describe('POST /v1/werkbezoeken', () => {
  const legVast = async (body: unknown) => post(`${running.url}/v1/werkbezoeken`, body);

  it('keeps the visit as one fact, from which every case follows once', async () => {
    const { status, body } = await legVast(bezoek('bezoek 1'));
    expect(status).toBe(202);
    const zaken = body['zaken'] as { id: string; soort: string; zaakId: string }[];
    expect(zaken.map(({ id, soort }) => [id, soort])).toEqual([
      ['v1', 'vraag-uit-de-wijk'],
      ['t1', 'toezegging'],
      ['a1', 'actiepunt'],
    ]);
    for (const { zaakId } of zaken) {
      const [event] = await eventually(
        async () => geschiedenis(zaakId),
        (events) => events.length === 1,
      );
      const visit = (await running.log.read(body['werkbezoekId'] as `werkbezoek-${string}`))[0];
      expect(event?.meta).toMatchObject({ actor: 'dienst:intake', causationId: visit?.id });
    }
  });

  it('gives the same answer to the same visit again', async () => {
    const first = await legVast(bezoek('bezoek 2'));
    expect(await legVast(bezoek('bezoek 2'))).toMatchObject({ status: 202, body: first.body });
  });

  it('refuses another visit under the same id', async () => {
    await legVast(bezoek('bezoek 3'));
    const { status, body } = await legVast(
      bezoek('bezoek 3', { wethouder: 'armoede-schuldhulpverlening' }),
    );
    expect(status).toBe(409);
    expect(body['verschillen']).toEqual(expect.arrayContaining(['/wethouder']));
  });

  it('names the faults of an item at its place', async () => {
    const vragen = [{ id: 'v1', onderwerp: 'Dak' }];
    const answer = await legVast(bezoek('bezoek 4', { vragen }));
    expect(answer.status).toBe(400);
    expect(pointers(answer)).toEqual(['/vragen/0/tekst']);
  });
});

describe('POST /v1/aanmeldingen', () => {
  const meldAan = async (body: unknown, { reeks = false, vraag = '' } = {}) =>
    post(`${running.url}/v1/aanmeldingen${vraag}`, body, {
      'content-type': `application/cloudevents${reeks ? '-batch' : ''}+json; charset=utf-8`,
    });

  const bericht = (id: string, anders: object = {}) => {
    const { aanmelding: _aanmelding, ...data } = vraag(id, anders);
    const type = 'nl.wijkspoor.zaak-aangemeld.v1';
    return { specversion: '1.0', id, source: 'urn:nld:oin:1:systeem:balie', type, data };
  };

  const zaakVan = (id: string) => zaakIdVan({ bron: 'urn:nld:oin:1:systeem:balie', id });

  it('takes one message, as the door for one case does', async () => {
    const zaakId = zaakVan('ce 1');
    expect(await meldAan(bericht('ce 1'))).toMatchObject({ status: 202, body: { zaakId } });
    expect(await meldAan(bericht('ce 1'))).toMatchObject({ status: 202, body: { zaakId } });
    expect(await geschiedenis(zaakId)).toHaveLength(1);
    expect(await meldAan(bericht('ce 1', { tekst: 'Anders.' }))).toMatchObject({ status: 409 });
  });

  it('takes a visit', async () => {
    const { aanmelding: _aanmelding, ...data } = bezoek('ce bezoek');
    const type = 'nl.wijkspoor.werkbezoek-aangemeld.v1';
    const { status, body } = await meldAan({ ...bericht('ce bezoek'), type, data });
    expect(status).toBe(202);
    expect(body['zaken']).toHaveLength(3);
  });

  it('judges each message of a batch by itself', async () => {
    await meldAan(bericht('reeks 0'));
    const reeks = [
      bericht('reeks 1'),
      bericht('reeks 2', { wijken: ['nergens'] }),
      bericht('reeks 0', { tekst: 'Anders.' }),
      'geen bericht',
      bericht('reeks 1'),
    ];
    const { status, body } = await meldAan(reeks, { reeks: true });
    expect(status).toBe(200);
    expect(body).toMatchObject({ aangenomen: 2, geweigerd: 3 });
    expect(body['resultaten']).toMatchObject([
      { index: 0, id: 'reeks 1', uitkomst: 'aangenomen', zaakId: zaakVan('reeks 1') },
      { index: 1, uitkomst: 'geweigerd', probleem: { fouten: [{ pointer: '/data/wijken/0' }] } },
      { index: 2, uitkomst: 'geweigerd', probleem: { code: 'aanmelding-wijkt-af', status: 409 } },
      { index: 3, uitkomst: 'geweigerd', probleem: { status: 400 } },
      { index: 4, uitkomst: 'aangenomen', zaakId: zaakVan('reeks 1') },
    ]);
    expect(await geschiedenis(zaakVan('reeks 1'))).toHaveLength(1);
    expect(await geschiedenis(zaakVan('reeks 2'))).toEqual([]);
  });

  it('takes five hundred at once, and no more', async () => {
    const reeks = Array.from({ length: 501 }, (_, n) => bericht(`veel ${n}`));
    expect(await meldAan(reeks, { reeks: true })).toMatchObject({
      status: 400,
      body: { fouten: [{ pointer: '', melding: expect.stringContaining('501') }] },
    });
    const { body } = await meldAan(reeks.slice(0, 500), { reeks: true });
    expect(body).toMatchObject({ aangenomen: 500, geweigerd: 0 });
  });

  it('lets a batch be large, but none of its messages', async () => {
    const tekst = 'é'.repeat(30_000);
    const reeks = [bericht('lang 1', { tekst }), bericht('lang 2', { tekst: tekst.repeat(2) })];
    const { body } = await meldAan(reeks, { reeks: true });
    expect(body).toMatchObject({ aangenomen: 1, geweigerd: 1 });
  });

  it('stores nothing in a dry run, and tells what it would have said', async () => {
    await meldAan(bericht('proef 0'));
    const reeks = [
      bericht('proef 1'),
      bericht('proef 0', { tekst: 'Anders.' }),
      bericht('proef 1', { tekst: 'Ook anders.' }),
    ];
    const { status, body } = await meldAan(reeks, { reeks: true, vraag: '?proef=true' });
    expect(status).toBe(200);
    expect(body['resultaten']).toMatchObject([
      { uitkomst: 'aangenomen', zaakId: zaakVan('proef 1') },
      { uitkomst: 'geweigerd', probleem: { code: 'aanmelding-wijkt-af' } },
      { uitkomst: 'geweigerd', probleem: { code: 'aanmelding-wijkt-af' } },
    ]);
    const one = await meldAan(bericht('proef 2'), { vraag: '?proef=true' });
    expect(one).toMatchObject({ status: 200, body: { zaakId: zaakVan('proef 2') } });
    expect(await geschiedenis(zaakVan('proef 1'))).toEqual([]);
    expect(await geschiedenis(zaakVan('proef 2'))).toEqual([]);
  });

  it.each([
    ['no array', {}, { reeks: true }],
    ['an unknown query', bericht('q'), { vraag: '?test=1' }],
    ['an unclear dry run', bericht('q'), { vraag: '?proef=misschien' }],
  ])('refuses what it cannot read: %s', async (_naam, body, how) => {
    expect(await meldAan(body, how)).toMatchObject({ status: 400 });
  });

  it('takes CloudEvents only', async () => {
    expect(await post(`${running.url}/v1/aanmeldingen`, bericht('json'))).toMatchObject({
      status: 400,
      body: { fouten: [{ melding: expect.stringContaining('cloudevents') }] },
    });
  });

  it('answers to a wijk in whatever case a channel writes its type', async () => {
    const answer = await post(`${running.url}/v1/aanmeldingen`, [bericht('hoofdletters')], {
      'content-type': 'Application/CloudEvents-Batch+JSON',
    });
    expect(answer).toMatchObject({ status: 200, body: { aangenomen: 1 } });
  });

  it('is not asked with GET', async () => {
    const answer = await get(`${running.url}/v1/aanmeldingen`);
    expect(answer).toMatchObject({ status: 405, body: { code: 'methode-niet-toegestaan' } });
    expect(answer.headers.get('allow')).toBe('POST');
  });
});
