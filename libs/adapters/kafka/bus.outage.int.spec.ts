import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Unavailable } from '@wijkspoor/kernel';
import type { StoredEvent } from '@wijkspoor/ports';
import { eventually, someStream } from '@wijkspoor/ports/contract';
import {
  ownKafka,
  testFolder,
  withKafka,
  type OwnKafka,
  type TestFolder,
} from '@wijkspoor/testing';
import { busInTest } from './fixtures/bus.fixture.ts';
import { pause, storedEvents } from './fixtures/events.fixture.ts';
import { openKafkaBus, type KafkaBus } from './bus.ts';

const user = { name: 'wijkspoor', password: 'sesam/open@u' };
const written = 'wijkspoor:sesam%2Fopen%40u';

const find = () => ownKafka(user);

await withKafka('a Kafka of its own, which falls over', find, (kafka: OwnKafka) => {
  const topic = `proef-${randomUUID()}`;
  const { brokers, secureBrokers } = kafka;
  let opened: Awaited<ReturnType<typeof busInTest>>;
  let folder: TestFolder;
  let ca: string;

  beforeAll(async () => {
    opened = await busInTest(`kafka://${brokers}/${topic}`);
    folder = await testFolder();
    ca = join(folder.path, 'ca.pem');
    await writeFile(ca, kafka.certificate ?? '');
  }, 60_000);
  afterAll(async () => {
    await opened.close();
    await kafka[Symbol.asyncDispose]();
    await folder[Symbol.asyncDispose]();
  }, 30_000);

  const open = (url: string) => openKafkaBus({ url, letters: opened.letters });

  /** What it says when it says no. */
  const refusal = async (url: string) =>
    open(url).then(
      async (bus: KafkaBus) => bus.close().then(() => 'it opened'),
      (error: Error) => error.message,
    );

  it.each(['scram-sha-512', 'plain'])(
    'lets in who knows the name and password: %s',
    async (sasl) => {
      const url = `kafka://${written}@${secureBrokers}/${topic}?ca=${ca}&sasl=${sasl}`;
      const bus = await open(url);
      const nobody = { group: randomUUID(), checkpoint: opened.checkpoint('') };
      const before = await bus.backlog(nobody);
      await bus.publish(storedEvents(someStream(), 3));
      expect(await bus.backlog(nobody)).toBe(before + 3);
      await bus.close();
    },
  );

  it('refuses to open where it may not come in', async () => {
    const wrong = `kafka://wijkspoor:verkeerd@${secureBrokers}/${topic}?ca=${ca}`;
    const sentence = /^BUS_URL: Kafka op 127.0.0.1:\d+ kent deze naam of dit wachtwoord niet$/;
    expect(await refusal(wrong)).toMatch(sentence);
    expect(await refusal(`${wrong}&sasl=plain`)).toMatch(sentence);
  });

  it('refuses a certificate that nobody vouches for', async () => {
    expect(await refusal(`kafka://${written}@${secureBrokers}/${topic}?tls=true`)).toMatch(
      /^BUS_URL: het certificaat van Kafka op 127.0.0.1:\d+ is niet te vertrouwen \(.+\); geef/,
    );
  }, 30_000);

  it('refuses an address where no Kafka answers, or not in this way', async () => {
    const silent = /^BUS_URL: op .+ antwoordt geen Kafka \(.+\); klopt het adres/;
    for (const url of [
      `kafka://127.0.0.1:1/${topic}`,
      `kafka://bestaat.niet.invalid/${topic}`,
      `kafka://${secureBrokers}/${topic}`,
      `kafka://${brokers}/${topic}?tls=true`,
    ]) {
      expect(await refusal(url)).toMatch(silent);
    }
  }, 60_000);

  it('loses nothing and keeps the order when the broker is killed and comes back', async () => {
    const streams = Array.from({ length: 10 }, someStream);
    const group = randomUUID();
    const seen = new Map<string, number[]>(streams.map((stream) => [stream, []]));
    const stop = new AbortController();
    let rounds = 0;
    const handle = async (batch: readonly StoredEvent[]) => {
      for (const { stream, revision } of batch) seen.get(stream)?.push(revision);
    };
    const consumers = Array.from({ length: 2 }, () =>
      opened.bus.consume({ group, checkpoint: opened.checkpoint(group), handle }, stop.signal),
    );
    let unavailable = 0;
    // As the relay does: the same again, until it is known to be there.
    const insist = async (events: readonly StoredEvent[]): Promise<void> => {
      try {
        await opened.bus.publish(events);
      } catch (error) {
        expect(error).toBeInstanceOf(Unavailable);
        unavailable++;
        await pause(200);
        await insist(events);
      }
    };
    // However long the consumers take to begin, the kill comes in the middle of it.
    const publishing = (async () => {
      for (; rounds < 30 || (rounds < 500 && unavailable === 0); rounds++) {
        await insist(streams.map((stream) => storedEvents(stream, 1, rounds)[0]!));
        await pause(50);
      }
    })();
    await eventually(() => [...seen.values()].some((revisions) => revisions.length > 2));
    await kafka.kill();
    await eventually(() => unavailable > 0);
    await expect(opened.bus.lag(group)).rejects.toThrow(Unavailable);
    await kafka.restart();
    await publishing;
    const isThere = () => [...seen.values()].every((found) => found.includes(rounds - 1));
    await eventually(isThere, 60_000);
    stop.abort();
    await Promise.all(consumers);
    const all = Array.from({ length: rounds }, (_, round) => round);
    for (const revisions of seen.values()) expect([...new Set(revisions)]).toEqual(all);
  }, 120_000);

  it('ends when it is told to, also while there is no Kafka', async () => {
    const stop = new AbortController();
    const group = randomUUID();
    const handle = async () => undefined;
    const consumer = { group, checkpoint: opened.checkpoint(group), handle };
    const consuming = opened.bus.consume(consumer, stop.signal);
    await kafka.kill();
    await pause(2_000);
    stop.abort();
    await expect(consuming).resolves.toBeUndefined();
  });
});
