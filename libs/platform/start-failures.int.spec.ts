import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort, ownKafka, testDatabase, withKafka, type TestDatabase } from '@wijkspoor/testing';
import { Closing } from './closing.ts';
import type { Environment } from './config.ts';
import { readConfig } from './config.ts';
import { openLog } from './logging.ts';
import { open } from './open.ts';
import { sentenceFor } from './sentence.ts';

let database: TestDatabase;
let silent: Server;
const sockets = new Set<{ destroy(): void }>();

beforeAll(async () => {
  database = await testDatabase();
  silent = createServer((socket) => void sockets.add(socket)).listen(0, '127.0.0.1');
  await once(silent, 'listening');
});

afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  silent?.close();
  await database?.[Symbol.asyncDispose]();
});

const changed = (parts: Partial<Record<'password' | 'pathname', string>>) =>
  Object.assign(new URL(database.url), parts).href;

/** What a person is told when a city is started with these addresses. */
async function told(given: Environment): Promise<string> {
  const { url } = database;
  const config = readConfig(
    { LOG_LEVEL: 'silent', EVENT_LOG_URL: url, READ_DB_URL: url, ...given },
    {},
  );
  const closing = new Closing();
  try {
    await open(config, closing, openLog(config, 'stderr'));
    return 'it started';
  } catch (error) {
    return sentenceFor(error);
  } finally {
    await closing.close();
  }
}

const oneSentence = (setting: string, what: string) =>
  expect.stringMatching(new RegExp(`^${setting}:? [^\\n]*${what}[^\\n]*$`));

describe('a start with a wrong address', () => {
  it('names the setting of a PostgreSQL with another password, and does not show it', async () => {
    const url = changed({ password: 'verkeerd' });
    const sentence = await told({ EVENT_LOG_URL: url, READ_DB_URL: url });
    expect(sentence).toEqual(oneSentence('EVENT_LOG_URL', 'met dit wachtwoord niet binnenkomt'));
    expect(sentence).not.toContain('verkeerd');
    expect(await told({ READ_DB_URL: url })).toEqual(
      oneSentence('READ_DB_URL', 'met dit wachtwoord niet binnenkomt'),
    );
  });

  it('names the setting of a database that is not there', async () => {
    expect(await told({ READ_DB_URL: changed({ pathname: '/nergens' }) })).toEqual(
      oneSentence('READ_DB_URL', 'geen database nergens is'),
    );
  });

  it('names the setting of a PostgreSQL that speaks no TLS where that is asked', async () => {
    const url = `${database.url}?sslmode=require`;
    expect(await told({ READ_DB_URL: url })).toEqual(oneSentence('READ_DB_URL', 'geen TLS'));
  });

  it('names the setting of a certificate that is not there', async () => {
    const url = `${database.url}?sslmode=verify-full&sslrootcert=/nergens/ca.pem`;
    expect(await told({ READ_DB_URL: url })).toEqual(
      oneSentence('READ_DB_URL', 'een bestand dat er niet is: /nergens/ca.pem'),
    );
  });

  it.each([
    ['EVENT_LOG_URL', 'postgres://a:b@127.0.0.1', 'niets luistert'],
    ['EVENT_LOG_URL', 'kurrentdb://a:b@127.0.0.1', 'geen server luistert'],
    ['EVENT_LOG_URL', 'esdb://127.0.0.1', 'geen server luistert'],
    ['READ_DB_URL', 'postgres://a:b@127.0.0.1', 'niets luistert'],
    ['BUS_URL', 'kafka://127.0.0.1', 'antwoordt geen Kafka'],
  ])('names %s when nobody listens at %s', async (setting, address, what) => {
    const given = { [setting]: `${address}:${await freePort()}` };
    expect(await told(given)).toEqual(oneSentence(setting, what));
  });

  it.each([
    ['EVENT_LOG_URL', 'postgres://a:b@127.0.0.1', 'niets antwoordt'],
    ['EVENT_LOG_URL', 'kurrentdb://127.0.0.1', 'niets antwoordt'],
    ['BUS_URL', 'kafka://127.0.0.1', 'antwoordt geen Kafka'],
  ])('names %s when who listens at %s says nothing', async (setting, address, what) => {
    const tls = address.startsWith('kurrentdb') ? '?tls=false' : '';
    const given = { [setting]: `${address}:${(silent.address() as AddressInfo).port}${tls}` };
    expect(await told(given)).toEqual(oneSentence(setting, what));
  });
});

const user = { name: 'wijkspoor', password: 'geheim-woord' };

await withKafka(
  'a start on a Kafka with a door',
  () => ownKafka(user),
  (kafka) => {
    afterAll(async () => kafka[Symbol.asyncDispose]());

    const kafkaUrl = (password: string) =>
      `kafka://${user.name}:${password}@${kafka.secureBrokers}/proef?tls=true`;

    it('names the setting of a certificate that nobody vouches for', async () => {
      expect(await told({ BUS_URL: kafkaUrl(user.password) })).toEqual(
        oneSentence('BUS_URL', 'certificaat van Kafka .* niet te vertrouwen'),
      );
    });

    it('names the setting of a door that is not of this kind', async () => {
      const BUS_URL = `kafka://${kafka.secureBrokers}`;
      expect(await told({ BUS_URL })).toEqual(oneSentence('BUS_URL', 'antwoordt geen Kafka'));
    });

    it('names the setting of a topic that is not there, and how it is made', async () => {
      expect(await told({ BUS_URL: `kafka://${kafka.brokers}/er-niet` })).toEqual(
        oneSentence('BUS_URL', 'npx wijkspoor topics'),
      );
    });
  },
);
