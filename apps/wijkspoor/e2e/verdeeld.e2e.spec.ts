import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { kafka, testFolder, withKafka, type TestFolder } from '@wijkspoor/testing';
import { leesmodellenNaHerbouw } from './herbouw.ts';
import { Loket } from './loket.ts';
import { ingehaald } from './proces.ts';
import { volgDeRoute } from './route.ts';
import { startVerdeeld, type VerdeeldeStad } from './verdeeld.ts';
import { zaken } from './zaken.ts';

const minuten = 60_000;

await withKafka('een stad van vier diensten, elk twee keer, op Kafka', kafka, ({ brokers }) => {
  const bus = `kafka://${brokers}/e2e-${randomUUID()}`;
  let map: TestFolder;
  let stad: VerdeeldeStad;
  let loket: Loket;

  const begin = async () => startVerdeeld(map.path, bus);

  beforeAll(async () => {
    map = await testFolder();
    stad = await begin();
    loket = new Loket(stad.adres);
  }, 3 * minuten);

  afterAll(async () => {
    await stad?.stop();
    await map?.[Symbol.asyncDispose]();
  }, minuten);

  volgDeRoute(() => loket);

  it('zegt van elk proces of het gereed is, en wie er op Kafka zet', async () => {
    const stand = await loket.ingehaald();
    expect(stand?.diensten).toHaveLength(8);
    expect(new Set(stand?.diensten?.map(({ gereed }) => gereed))).toEqual(new Set([true]));
    expect(stand?.relais).toMatchObject({ actief: true, achterstand: 0 });
    expect(stand?.volgers?.map(({ groep }) => groep)).toEqual(
      expect.arrayContaining(['intake', 'routing', 'deadline-monitor', 'reporting']),
    );
  });

  it(
    'gaat door als van elke dienst het eerste proces wegvalt, wie er ook op Kafka zette',
    async () => {
      for (const dienst of ['intake', 'routing', 'deadline-monitor', 'reporting'])
        await stad.slaDood(`${dienst}-1`);
      // The first that meets the gap hears so; after that the others have every request.
      const volhard = async (bericht: object): Promise<string> => {
        const { status, json } = await loket.post('/v1/zaken', bericht);
        return status === 503 ? volhard(bericht) : (json.zaakId as string);
      };
      const zaakId = await volhard(zaken('overgenomen')[0] ?? {});
      const stand = await loket.ingehaald();
      expect(stand).toMatchObject({ gereed: true, relais: { actief: true, achterstand: 0 } });
      expect(await loket.zaak(zaakId)).toMatchObject({
        behandelaar: 'hub:wijkhub-tarwewijk',
        einde: '2026-09-15',
      });
    },
    2 * minuten,
  );

  it(
    'eindigt op volgorde, en heeft rij voor rij de leesmodellen die het logboek maakt',
    async () => {
      await stad.stop();
      const verder = async () => {
        stad = await begin();
        await ingehaald(stad.adres);
        await stad.stop();
      };
      expect(await leesmodellenNaHerbouw(map.path, verder)).toBe('kloppen');
    },
    2 * minuten,
  );
});
