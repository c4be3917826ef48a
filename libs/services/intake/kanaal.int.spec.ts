import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Running } from '@wijkspoor/platform';
import type { TestDatabase } from '@wijkspoor/testing';
import { eventually, kafka, post, testClock, testDatabase, withKafka } from '@wijkspoor/testing';
import { zaakIdVan } from '@wijkspoor/wire';
import { bezoek, geschiedenis, vraag } from './fixtures/intake.fixture.ts';
import { Kanaal } from './fixtures/kanaal.fixture.ts';

const source = 'urn:nld:oin:00000001001234567000:systeem:balie';

const bericht = (id: string, anders: object = {}) => {
  const { aanmelding: _aanmelding, ...data } = vraag(id, anders);
  return { specversion: '1.0', id, source, type: 'nl.wijkspoor.zaak-aangemeld.v1', data };
};

const zaakVan = (id: string) => zaakIdVan({ bron: source, id });

await withKafka('an intake that reads a channel on Kafka', kafka, ({ brokers }) => {
  const clock = testClock('2026-03-02T09:00:00.000Z');
  let database: TestDatabase;
  let kanaal: Kanaal;
  let running: Running;

  beforeAll(async () => {
    database = await testDatabase();
    kanaal = new Kanaal(brokers);
    await kanaal.open();
    running = await kanaal.intake(database.url, clock);
  }, 60_000);

  afterAll(async () => {
    await running?.close();
    await kanaal?.close();
    await database?.[Symbol.asyncDispose]();
  }, 60_000);

  const aangenomen = async (id: string) =>
    eventually(
      async () => geschiedenis(running, zaakVan(id)),
      (feiten) => feiten.length > 0,
      20_000,
    );

  /** The answer to the message with this id, or to the only one under this key. */
  const antwoordOp = async (wie: { id?: string; key?: string }) => {
    const gevonden = () =>
      kanaal.antwoorden.filter(({ key, bericht: { data } }) =>
        wie.id ? data.origineel.id === wie.id : key === wie.key,
      );
    const [antwoord] = await eventually(
      async () => gevonden(),
      (alle) => alle.length > 0,
      20_000,
    );
    return antwoord!;
  };

  describe('what is right', () => {
    it('is taken in, structured and binary, as over HTTP', async () => {
      await kanaal.stuur(bericht('structured'));
      const { data, ...attributen } = bericht('binary');
      const koppen = Object.entries(attributen).map(([naam, waarde]) => [`ce_${naam}`, waarde]);
      const headers = { ...Object.fromEntries(koppen), 'content-type': 'application/json' };
      await kanaal.stuur(data, { headers });
      const [eerste] = await aangenomen('structured');
      const [tweede] = await aangenomen('binary');
      for (const feit of [eerste, tweede]) expect(feit?.type).toBe('VraagGeregistreerd');
      const antwoord = await post(`${running.url}/v1/aanmeldingen`, bericht('structured'), {
        'content-type': 'application/cloudevents+json',
      });
      expect(antwoord.status).toBe(202);
      expect(await geschiedenis(running, zaakVan('structured'))).toHaveLength(1);
    });

    it('is one case, however often it comes; another content is refused', async () => {
      for (let n = 0; n < 5; n++) await kanaal.stuur(bericht('dubbel'));
      await kanaal.stuur(bericht('dubbel', { tekst: 'Anders.' }), { key: 'dubbel' });
      const { bericht: antwoord } = await antwoordOp({ id: 'dubbel' });
      expect(antwoord.data.probleem).toMatchObject({ code: 'aanmelding-wijkt-af', status: 409 });
      expect(await geschiedenis(running, zaakVan('dubbel'))).toHaveLength(1);
    });

    it('is a visit too, with the cases that follow from it', async () => {
      const { aanmelding: _aanmelding, ...data } = bezoek('bezoek 1');
      const type = 'nl.wijkspoor.werkbezoek-aangemeld.v1';
      await kanaal.stuur({ ...bericht('bezoek 1'), type, data });
      await kanaal.stuur(bericht('na het bezoek'));
      await aangenomen('na het bezoek');
      expect(
        kanaal.antwoorden.filter(({ bericht: { data } }) => data.origineel.id === 'bezoek 1'),
      ).toEqual([]);
    });

    it('can carry the number that ties together what follows', async () => {
      const id = '5f0c24d2-6c1d-4f5e-9d3c-0d9f7a3f4b11';
      await kanaal.stuur(bericht('nummer'), {
        headers: { 'content-type': 'application/cloudevents+json', 'X-Correlation-Id': id },
      });
      const [feit] = await aangenomen('nummer');
      expect(feit?.meta.correlationId).toBe(id);
    });
  });

  describe('what is wrong', () => {
    it('is answered with every fault, where it stands and what it was', async () => {
      const fout = { ...bericht('fout'), specversion: '0.3', time: '2026-03-02T09:05:01Z' };
      const wijken = ['nergens'];
      await kanaal.stuur({ ...fout, data: { ...fout.data, wijken } }, { key: 'een sleutel' });
      const { key, bericht: antwoord } = await antwoordOp({ id: 'fout' });
      expect(key).toBe('een sleutel');
      const { origineel, probleem, aantalFouten } = antwoord.data;
      expect(antwoord).toMatchObject({
        specversion: '1.0',
        type: 'nl.wijkspoor.aanmelding-afgewezen.v1',
        subject: 'een sleutel',
        id: `${origineel.topic}/${origineel.partitie}/${origineel.offset}`,
        time: clock.now(),
      });
      expect(probleem).toMatchObject({ code: 'ongeldige-invoer', status: 400 });
      expect(probleem.fouten?.map(({ pointer }) => pointer).sort()).toEqual([
        '/data/wijken/0',
        '/specversion',
        '/time',
      ]);
      expect(aantalFouten).toBe(3);
      expect(origineel).toMatchObject({
        topic: kanaal.topic,
        sleutel: 'een sleutel',
        bron: source,
        koppen: { 'content-type': 'application/cloudevents+json' },
      });
      const inhoud = Buffer.from(origineel.inhoud ?? '', 'base64').toString();
      expect(JSON.parse(inhoud)).toEqual({ ...fout, data: { ...fout.data, wijken } });
      expect(await geschiedenis(running, zaakVan('fout'))).toEqual([]);
    });

    it.each([
      ['no CloudEvent', 'zomaar een tekst', {}],
      ['broken JSON', '{"specversion":', undefined],
      ['an empty message', null, undefined],
      ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00]), undefined],
      ['a batch', '[]', { 'content-type': 'application/cloudevents-batch+json' }],
      ['a nest without end', `{"x":${'['.repeat(30_000)}${']'.repeat(30_000)}}`, undefined],
    ])('does not hold up what stands behind it: %s', async (wat, ruw, headers) => {
      await kanaal.stuur(ruw, { key: wat, ...(headers && { headers }) });
      await kanaal.stuur(bericht(`na ${wat}`), { key: wat });
      await aangenomen(`na ${wat}`);
      const { bericht: antwoord } = await antwoordOp({ key: wat });
      expect(antwoord.data.probleem).toMatchObject({ code: 'ongeldige-invoer' });
      const inhoud = ruw === null ? Buffer.alloc(0) : Buffer.from(ruw);
      if (antwoord.data.origineel.inhoud !== undefined)
        expect(Buffer.from(antwoord.data.origineel.inhoud, 'base64')).toEqual(inhoud);
      expect(antwoord.data.origineel.bytes).toBe(inhoud.length);
    });

    it('is answered in 64 KB: without the message, and then with fewer faults', async () => {
      const groot = {
        ...bericht('groot'),
        data: { ...bericht('groot').data, tekst: 'é'.repeat(30_000), wijken: ['x'] },
      };
      await kanaal.stuur(groot);
      const zonder = await antwoordOp({ id: 'groot' });
      expect(zonder.bericht.data).toMatchObject({ aantalFouten: 1, probleem: { fouten: [{}] } });
      expect(zonder.bericht.data.origineel.inhoud).toBeUndefined();

      const velden = Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`v${n}`, 1]));
      await kanaal.stuur({ ...bericht('velden'), data: { ...bericht('velden').data, ...velden } });
      const minder = await antwoordOp({ id: 'velden' });
      expect(minder.bericht.data.aantalFouten).toBe(5_000);
      expect(minder.bericht.data.probleem.fouten?.length).toBeGreaterThan(300);

      await kanaal.stuur('x'.repeat(900_000), { key: 'reus' });
      const reus = await antwoordOp({ key: 'reus' });
      expect(reus.bericht.data.probleem.fouten).toEqual([
        { pointer: '', melding: 'is te groot: 879 KB, hoogstens 64 KB' },
      ]);
      for (const { bytes } of kanaal.antwoorden) expect(bytes).toBeLessThanOrEqual(64 * 1024);
    }, 60_000);

    it('has no person in its attributes where its key is no text', async () => {
      const before = kanaal.antwoorden.length;
      await kanaal.stuur('geen', { key: '\u202e\u0007' });
      await eventually(
        async () => kanaal.antwoorden.length,
        (n) => n > before,
        20_000,
      );
      expect(kanaal.antwoorden.at(-1)?.bericht.subject).toBeUndefined();
    });
  });

  it('shares the work with a second intake, and takes each message in once', async () => {
    const tweede = await kanaal.intake(database.url, clock);
    const ids = Array.from({ length: 200 }, (_, n) => `samen ${n}`);
    await Promise.all(ids.map((id) => kanaal.stuur(bericht(id), { key: id })));
    await running.close();
    running = tweede;
    for (const id of ids) expect(await aangenomen(id)).toHaveLength(1);
  }, 120_000);
});
