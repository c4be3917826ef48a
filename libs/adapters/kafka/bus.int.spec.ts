import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HandleBatch, StoredEvent } from '@wijkspoor/ports';
import { busContract, eventually, someStream } from '@wijkspoor/ports/contract';
import { kafka, withKafka } from '@wijkspoor/testing';
import { Partitioners } from 'kafkajs';
import { kafkaAddress } from './address.ts';
import { clientOf } from './client.ts';
import { messageOf } from './cloud-event.ts';
import { busInTest } from './fixtures/bus.fixture.ts';
import { pause, storedEvents } from './fixtures/events.fixture.ts';
import type { RefusedMessage } from './portion.ts';

await withKafka('a real Kafka', kafka, ({ brokers }) => {
  const url = `kafka://${brokers}/proef-${randomUUID()}`;
  const address = kafkaAddress(url);
  const refused: RefusedMessage[] = [];
  let opened: Awaited<ReturnType<typeof busInTest>>;

  beforeAll(async () => {
    const onRefused = (message: RefusedMessage) => void refused.push(message);
    opened = await busInTest(url, { onRefused, sessionMs: 6_000 });
  }, 30_000);
  afterAll(() => opened.close());

  const backlog = (group: string) =>
    opened.bus.backlog({ group, checkpoint: opened.checkpoint(group) });

  busContract('Kafka', () => busInTest(`kafka://${brokers}/proef-${randomUUID()}`));

  describe('Kafka as a bus, beyond what every bus promises', () => {
    it('brings each event as the log holds it, byte for byte', async () => {
      const bodies = [
        '{"tekst":"👩🏽‍🌾 en 🏳️‍🌈 op de markt 🧅, الجار وحيد"}',
        ' {\n\t"z" : 1 ,\r\n  "a":[ 1.0, 1e2 ,-0 ], "z":2 } \n',
        '{"a":"\\u00e9\\n\\t\\"\\\\\\/\\ud83d"}',
        JSON.stringify({ tekst: 'ü—🙂 '.repeat(6_000) }),
        JSON.stringify({ tekst: 'x'.repeat(1_500_000) }),
      ];
      const events = storedEvents(someStream(), bodies);
      const seen: StoredEvent[] = [];
      await opened.bus.publish(events);
      const { end } = opened.consume(randomUUID(), async (batch) => void seen.push(...batch));
      await eventually(() => seen.length >= bodies.length);
      expect(seen).toEqual(events);
      await end();
    });

    it('divides a group anew under load, and loses nothing', async () => {
      const streams = Array.from({ length: 40 }, someStream);
      const group = randomUUID();
      const seen = new Map<string, string[]>(streams.map((stream) => [stream, []]));
      const members = new Set<string>();
      const handle =
        (who: string): HandleBatch =>
        async (batch) => {
          await pause(5);
          for (const { stream, body } of batch) seen.get(stream)?.push(body);
          members.add(who);
        };
      // However long a group takes to be divided, each member comes while there is work.
      let rounds = 0;
      const publishing = (async () => {
        for (; rounds < 50 || (rounds < 500 && !members.has('drie')); rounds++) {
          await opened.bus.publish(streams.flatMap((s) => storedEvents(s, [`${rounds}`], rounds)));
          await pause(60);
        }
      })();
      const first = opened.consume(group, handle('een'));
      await eventually(() => members.has('een'));
      const second = opened.consume(group, handle('twee'));
      await eventually(() => members.has('twee'));
      await first.end();
      const third = opened.consume(group, handle('drie'));
      await eventually(() => members.has('drie'));
      await publishing;
      const isThere = () => [...seen.values()].every((bodies) => bodies.includes(`${rounds - 1}`));
      await eventually(isThere);
      await Promise.all([second.end(), third.end()]);
      const all = Array.from({ length: rounds }, (_, round) => `${round}`);
      for (const bodies of seen.values()) expect([...new Set(bodies)]).toEqual(all);
      expect(await backlog(group)).toBe(0);
    }, 60_000);

    it('takes the same events again, also out of order with others', async () => {
      const [stream, group] = [someStream(), randomUUID()];
      const events = storedEvents(stream, 6);
      await opened.bus.publish(events.slice(0, 4));
      await opened.bus.publish(events.slice(2));
      await opened.bus.publish(events);
      const seen: StoredEvent[] = [];
      const mine = (batch: readonly StoredEvent[]) => batch.filter((e) => e.stream === stream);
      const { end } = opened.consume(group, async (batch) => void seen.push(...mine(batch)));
      await eventually(async () => seen.length >= 14 && (await backlog(group)) === 0);
      await end();
      expect([...new Set(seen.map(({ revision }) => revision))]).toEqual([0, 1, 2, 3, 4, 5]);
      expect(await opened.bus.deadLetters(group)).toEqual([]);
    });

    it('is heard by its group while it is long at work', async () => {
      const [stream, group] = [someStream(), randomUUID()];
      const seen: string[] = [];
      const handle: HandleBatch = async (batch) => {
        const mine = batch.filter((event) => event.stream === stream);
        if (mine.some(({ body }) => body === '"lang"')) await pause(9_000);
        seen.push(...mine.map(({ body }) => body));
      };
      const { end } = opened.consume(group, handle);
      await eventually(async () => (await backlog(group)) === 0);
      await opened.bus.publish(storedEvents(stream, ['"lang"']));
      const other = opened.consume(group, handle);
      await eventually(() => seen.length > 0);
      await opened.bus.publish(storedEvents(stream, ['"kort"'], 1));
      await eventually(() => seen.includes('"kort"'));
      await Promise.all([end(), other.end()]);
      expect(seen).toEqual(['"lang"', '"kort"']);
    }, 60_000);

    it('passes by what is no event, and says why', async () => {
      const [stream, group] = [someStream(), randomUUID()];
      const [event] = storedEvents(stream, ['"goed"']);
      const producer = clientOf(address).producer({
        createPartitioner: Partitioners.DefaultPartitioner,
      });
      await producer.connect();
      const message = messageOf(event!, 'urn:proef');
      const broken = [
        { key: stream, value: 'geen CloudEvent' },
        { key: stream, value: null },
        { ...message, headers: { ...message.headers, ce_specversion: '0.3' } },
      ];
      await producer.send({ topic: address.topic, messages: [...broken, message] });
      await producer.disconnect();
      refused.length = 0;
      const seen: StoredEvent[] = [];
      const mine = (batch: readonly StoredEvent[]) => batch.filter((e) => e.stream === stream);
      const { end } = opened.consume(group, async (batch) => void seen.push(...mine(batch)));
      await eventually(() => seen.length === 1);
      await eventually(async () => (await backlog(group)) === 0);
      await end();
      expect(seen).toEqual([event]);
      expect(refused.map(({ reasons }) => reasons[0])).toEqual([
        'specversion is missing',
        'the message is empty',
        'specversion must be 1.0',
      ]);
      expect(refused[2]).toMatchObject({ topic: address.topic, offset: expect.any(String) });
    });
  });
});
