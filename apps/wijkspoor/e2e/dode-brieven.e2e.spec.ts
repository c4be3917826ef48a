import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Inject, Module } from '@nestjs/common';
import type { Follower, Followers, Running } from '@wijkspoor/platform';
import { FOLLOWERS, makeTopics, openLog, readConfig, start } from '@wijkspoor/platform';
import { IntakeModule } from '@wijkspoor/services/intake';
import { kafka, post, testFolder, withKafka, type TestFolder } from '@wijkspoor/testing';
import { draai, tot } from './proces.ts';

const group = `proef-${randomUUID()}`;
const kwaal = { over: false };
type Batch = Parameters<Follower['handle']>[0];

const gezien: Batch[number][] = [];

/** A service that cannot handle what has the word `gif` in it, until it is cured. */
class ProefModule {
  constructor(followers: Followers) {
    const handle = async (batch: Batch) => {
      for (const event of batch) {
        if (!kwaal.over && event.body.includes('gif')) throw new Error('hier kan ik niet tegen');
        gezien.push(event);
      }
    };
    followers.add({ group, handle });
  }
}

Module({})(ProefModule);
Inject(FOLLOWERS)(ProefModule, undefined, 0);

type Stroom = { groep: string; brief: string; stroom: string; erachter: number; reden: string };

await withKafka('dode brieven met een echte Kafka', kafka, ({ brokers }) => {
  const busUrl = `kafka://${brokers}/proef-${randomUUID()}`;
  let map: TestFolder;
  let running: Running;

  beforeAll(async () => {
    map = await testFolder();
    await makeTopics({ BUS_URL: busUrl }, { partitions: 2 });
    const given = { BUS_URL: busUrl, DATA_DIR: map.path, PORT: '0', LOG_LEVEL: 'silent' };
    const config = readConfig(given, {});
    const logger = openLog(config, 'stderr');
    running = await start([IntakeModule, ProefModule], { config, logger });
  }, 120_000);

  afterAll(async () => {
    await running?.close();
    await map?.[Symbol.asyncDispose]();
  }, 60_000);

  const brieven = async (...woorden: readonly string[]) =>
    draai('dode-brieven', ...woorden, '--gegevens', map.path);
  const lijst = async () => JSON.parse((await brieven('lijst', '--json')).gegeven) as Stroom[];
  const vraag = async (onderwerp: string) => {
    const { body } = await post(`${running.url}/v1/zaken`, {
      ...{ soort: 'wijkhubvraag', kanaal: 'wijkhub-balie', wijken: ['tarwewijk'] },
      ...{ aanmelding: { bron: 'proef', id: onderwerp }, onderwerp, tekst: 'Een vraag.' },
      ontvangenOp: '2026-03-02',
    });
    return String(body['zaakId']);
  };
  const gezienVan = (zaak: string) => gezien.filter(({ stream }) => stream === zaak);

  describe('een gebeurtenis die een dienst niet aankan', () => {
    it('zet alleen zijn eigen zaak stil, en staat op de lijst', async () => {
      const ziek = await vraag('een gif');
      const gezond = await vraag('een vraag');
      await tot(async () => gezienVan(gezond).length > 0 && (await lijst()).length > 0);
      const [stroom] = await lijst();
      expect(stroom).toMatchObject({ groep: group, stroom: ziek, erachter: 0 });
      expect(stroom?.reden).toContain('hier kan ik niet tegen');
      expect(gezienVan(ziek)).toEqual([]);

      const { code, uitvoer } = await brieven('toon', stroom?.brief ?? '');
      expect(code).toBe(0);
      expect(uitvoer).toContain('VraagGeregistreerd');
      expect(uitvoer).toContain('wacht op een mens');
    }, 120_000);

    it('wordt opnieuw geprobeerd als iemand het vraagt, en daarna wat erachter staat', async () => {
      const [stroom] = await lijst();
      const weer = await brieven('opnieuw', stroom?.brief ?? '', '--wacht', '30');
      expect(weer).toMatchObject({ code: 1, uitvoer: expect.stringContaining('Weer mislukt') });
      kwaal.over = true;
      const goed = await brieven('opnieuw', '--alles', '--wacht', '30');
      expect(goed).toMatchObject({ code: 0, uitvoer: expect.stringContaining('Verwerkt') });
      expect(gezienVan(stroom?.stroom ?? '').map(({ revision }) => revision)).toEqual([0]);
      expect(await lijst()).toEqual([]);
    }, 120_000);

    it('wordt losgelaten met wie en waarom, en anders niet', async () => {
      kwaal.over = false;
      await vraag('nog een gif');
      await tot(async () => (await lijst()).length > 0);
      const [stroom] = await lijst();
      const brief = stroom?.brief ?? '';
      const los = ['--reden', 'dubbel geboekt', '--door'];
      expect(await brieven('laat-los', brief, ...los, 'Jan')).toMatchObject({ code: 2 });
      expect(await brieven('laat-los', brief, ...los, 'functioneel-beheer')).toMatchObject({
        code: 0,
        uitvoer: expect.stringContaining('Losgelaten'),
      });
      expect(await lijst()).toEqual([]);
      const { uitvoer } = await brieven('lijst', '--losgelaten');
      expect(uitvoer).toMatch(/functioneel-beheer\s+dubbel geboekt/);
      expect(await brieven('toon', brief)).toMatchObject({ code: 0 });
      expect(await brieven('opnieuw', brief)).toMatchObject({ code: 2 });
      expect(await brieven('toon', 'onzin')).toMatchObject({ code: 2 });
    }, 120_000);
  });
});
