import { describe, expect, it } from '@jest/globals';
import { post, testClock, testService } from '@wijkspoor/testing';
import { zaakIdVan } from '@wijkspoor/wire';
import { bron, geschiedenis, pointers, startIntake, vraag } from './fixtures/intake.fixture.ts';

const eersteMaandag = '2026-03-02T09:00:00.000Z';
const clock = testClock(eersteMaandag);
const intake = testService(async (url) => startIntake(url, clock));

const meld = async (body: unknown, headers = {}) =>
  post(`${intake.running.url}/v1/zaken`, body, headers);

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
    expect(await geschiedenis(intake.running, zaakId)).toHaveLength(1);
  });

  it('keeps who brought it, and the id that ties together what follows', async () => {
    const correlationId = '0f1e2d3c-4b5a-4687-9a8b-7c6d5e4f3a2b';
    await meld(vraag('wie'), { 'X-Correlation-Id': correlationId });
    const [event] = await geschiedenis(intake.running, zaakIdVan({ bron, id: 'wie' }));
    expect(event?.meta).toMatchObject({ actor: 'kanaal:wijkhub-balie', correlationId });
  });

  it('gives the same answer to the same message again, and keeps one case', async () => {
    const first = await meld(vraag('twee keer'));
    const again = await meld(vraag('twee keer'));
    expect(again).toMatchObject({ status: first.status, body: first.body });
    expect(await geschiedenis(intake.running, String(first.body['zaakId']))).toHaveLength(1);
  });

  it('keeps one case of a message that comes twenty times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => meld(vraag('tegelijk'))));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    expect(await geschiedenis(intake.running, zaakIdVan({ bron, id: 'tegelijk' }))).toHaveLength(1);
  });

  it('refuses another message under the same id, and names the difference', async () => {
    await meld(vraag('anders'));
    const { status, body } = await meld(
      vraag('anders', { tekst: 'Iets anders.', themas: ['zorg'] }),
    );
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'aanmelding-wijkt-af', title: expect.any(String) });
    expect(body['verschillen']).toEqual(expect.arrayContaining(['/tekst', '/themas/0']));
    expect(await geschiedenis(intake.running, zaakIdVan({ bron, id: 'anders' }))).toHaveLength(1);
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
    expect(await geschiedenis(intake.running, zaakIdVan({ bron, id }))).toEqual([]);
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
    const [event] = await geschiedenis(intake.running, zaakIdVan({ bron, id: `tekst ${naam}` }));
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
    const response = await fetch(`${intake.running.url}/v1/zaken`, { method: 'POST' });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ fouten: [{ pointer: '' }] });
  });

  it.each(['null', '[]', '"tekst"', '7'])('is refused when it is no object: %s', async (body) => {
    expect(await meld(body)).toMatchObject({ status: 400, body: { fouten: [{ pointer: '' }] } });
  });
});
