import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  bundleProgram,
  emptyEventStore,
  runProgram,
  testFolder,
  type EventStoreServer,
  type TestFolder,
} from '@wijkspoor/testing';
import { leesmodellen } from './herbouw.ts';
import { Loket } from './loket.ts';
import { startStad, type Stad } from './proces.ts';
import { volgDeRoute } from './route.ts';

const minuten = 60_000;

/** The stand-in as a program of its own: what the city has of it is an address. */
async function startStandIn() {
  const folder = await testFolder();
  const program = resolve(folder.path, 'stand-in.mjs');
  await bundleProgram(resolve('libs/adapters/eventstoredb/stand-in/serve.program.ts'), program);
  const running = runProgram(program);
  const { url } = await running.next<{ url: string }>();
  const close = async () => {
    await running[Symbol.asyncDispose]();
    await folder[Symbol.asyncDispose]();
  };
  return { url, close };
}

describe('een stad met haar logboek in EventStoreDB', () => {
  let server: EventStoreServer;
  let map: TestFolder;
  let stad: Stad;
  let loket: Loket;

  const begin = async () => {
    stad = await startStad(map.path);
    loket = new Loket(stad.adres);
  };

  beforeAll(async () => {
    server = await emptyEventStore(startStandIn);
    // Every process that is started below finds it.
    process.env['EVENT_LOG_URL'] = server.url;
    map = await testFolder();
    await begin();
  }, 3 * minuten);

  afterAll(async () => {
    await stad?.stop();
    await map?.[Symbol.asyncDispose]();
    await server?.close();
  }, minuten);

  volgDeRoute(() => loket);

  it(
    'gaat na een klap verder waar ze was, en heeft de rijen die het logboek maakt',
    async () => {
      await loket.ingehaald();
      const voor = (await loket.alleZaken()).map(({ zaakId }) => zaakId);
      expect(voor.length).toBeGreaterThan(5);
      await stad.doodslaan();
      await begin();
      await loket.ingehaald();
      expect((await loket.alleZaken()).map(({ zaakId }) => zaakId)).toEqual(voor);
      await stad.stop();
      const verder = async () => {
        await begin();
        await loket.ingehaald();
        await stad.stop();
      };
      expect(await leesmodellen(map.path, verder)).toBe('kloppen');
      await begin();
    },
    2 * minuten,
  );
});
