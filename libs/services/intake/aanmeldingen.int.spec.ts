import { describe, expect, it } from '@jest/globals';
import { get, post, testClock, testService } from '@wijkspoor/testing';
import { zaakIdVan } from '@wijkspoor/wire';
import { bezoek, geschiedenis, startIntake, vraag } from './fixtures/intake.fixture.ts';

const clock = testClock('2026-03-02T09:00:00.000Z');
const intake = testService(async (url) => startIntake(url, clock));

describe('POST /v1/aanmeldingen', () => {
  const meldAan = async (body: unknown, { reeks = false, vraag = '' } = {}) =>
    post(`${intake.running.url}/v1/aanmeldingen${vraag}`, body, {
      'content-type': `application/cloudevents${reeks ? '-batch' : ''}+json; charset=utf-8`,
    });

  const bericht = (id: string, anders: object = {}) => {
    const { aanmelding: _aanmelding, ...data } = vraag(id, anders);
    const type = 'nl.wijkspoor.zaak-aangemeld.v1';
    return { specversion: '1.0', id, source: 'urn:nld:oin:1:systeem:balie', type, data };
  };

  const zwaar = 'a'.repeat(45_000);

  const zaakVan = (id: string) => zaakIdVan({ bron: 'urn:nld:oin:1:systeem:balie', id });

  it('takes one message, as the door for one case does', async () => {
    const zaakId = zaakVan('ce 1');
    expect(await meldAan(bericht('ce 1'))).toMatchObject({ status: 202, body: { zaakId } });
    expect(await meldAan(bericht('ce 1'))).toMatchObject({ status: 202, body: { zaakId } });
    expect(await geschiedenis(intake.running, zaakId)).toHaveLength(1);
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
    expect(await geschiedenis(intake.running, zaakVan('reeks 1'))).toHaveLength(1);
    expect(await geschiedenis(intake.running, zaakVan('reeks 2'))).toEqual([]);
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

  it('refuses a batch of more than 8 MB as a whole', async () => {
    const reeks = Array.from({ length: 200 }, (_, n) => bericht(`zwaar ${n}`, { tekst: zwaar }));
    const { status, body } = await meldAan(reeks, { reeks: true });
    expect(status).toBe(400);
    const melding = 'de inhoud is te groot: hoogstens 64 KB, een reeks CloudEvents hoogstens 8 MB';
    expect(body['fouten']).toMatchObject([{ pointer: '', melding }]);
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
    expect(await geschiedenis(intake.running, zaakVan('proef 1'))).toEqual([]);
    expect(await geschiedenis(intake.running, zaakVan('proef 2'))).toEqual([]);
  });

  it.each([
    ['no array', {}, { reeks: true }],
    ['an unknown query', bericht('q'), { vraag: '?test=1' }],
    ['an unclear dry run', bericht('q'), { vraag: '?proef=misschien' }],
  ])('refuses what it cannot read: %s', async (_naam, body, how) => {
    expect(await meldAan(body, how)).toMatchObject({ status: 400 });
  });

  it('takes CloudEvents only', async () => {
    expect(await post(`${intake.running.url}/v1/aanmeldingen`, bericht('json'))).toMatchObject({
      status: 400,
      body: { fouten: [{ melding: expect.stringContaining('cloudevents') }] },
    });
  });

  it('answers to a wijk in whatever case a channel writes its type', async () => {
    const answer = await post(`${intake.running.url}/v1/aanmeldingen`, [bericht('hoofdletters')], {
      'content-type': 'Application/CloudEvents-Batch+JSON',
    });
    expect(answer).toMatchObject({ status: 200, body: { aangenomen: 1 } });
  });

  it('is not asked with GET', async () => {
    const answer = await get(`${intake.running.url}/v1/aanmeldingen`);
    expect(answer).toMatchObject({ status: 405, body: { code: 'methode-niet-toegestaan' } });
    expect(answer.headers.get('allow')).toBe('POST');
  });
});
