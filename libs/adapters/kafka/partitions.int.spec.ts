import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { HandleBatch } from '@wijkspoor/ports';
import { eventually, someStream } from '@wijkspoor/ports/contract';
import { kafka, withKafka } from '@wijkspoor/testing';
import { kafkaAddress } from './address.ts';
import { openKafkaBus } from './bus.ts';
import { asked } from './client.ts';
import { busInTest } from './fixtures/bus.fixture.ts';
import { storedEvents } from './fixtures/events.fixture.ts';
import { createTopics, topicsAt } from './topics.ts';

await withKafka('the topics of a real Kafka', kafka, ({ brokers }) => {
  const url = `kafka://${brokers}/proef-${randomUUID()}`;
  const address = kafkaAddress(url);
  const said: string[] = [];
  let opened: Awaited<ReturnType<typeof busInTest>>;

  beforeAll(async () => {
    opened = await busInTest(url, { log: (message) => void said.push(message) });
  }, 30_000);
  afterAll(() => opened.close());

  it('tells how far a group is in each partition', async () => {
    const group = randomUUID();
    const before = await opened.bus.lag(group);
    expect(before.map(({ partition }) => partition)).toEqual([0, 1, 2, 3]);
    expect(before.every(({ offset, lag, end }) => offset === 0 && lag === end)).toBe(true);
  });

  it('says so when Kafka removed what a group had not seen yet', async () => {
    const [stream, group] = [someStream(), randomUUID()];
    const seen: string[] = [];
    const handle: HandleBatch = async (batch) =>
      void seen.push(...batch.filter((e) => e.stream === stream).map(({ body }) => body));
    await opened.bus.publish(storedEvents(stream, ['1']));
    const first = opened.consume(group, handle);
    await eventually(() => seen.length === 1);
    await first.end();
    await opened.bus.publish(storedEvents(stream, ['2', '3'], 1));
    const { topic } = address;
    const { partition, end } = (await opened.bus.lag(group)).find(({ lag }) => lag > 0)!;
    const partitions = [{ partition, offset: String(end) }];
    await asked(address, async (admin) => {
      // kafkajs knows only the topics that it has asked for.
      await admin.fetchTopicOffsets(topic);
      await admin.deleteTopicRecords({ topic, partitions });
    });
    await opened.bus.publish(storedEvents(stream, ['4'], 3));
    const second = opened.consume(group, handle);
    await eventually(() => seen.includes('4'));
    await second.end();
    expect(seen).toEqual(['1', '4']);
    expect(said).toContainEqual(
      `2 messages of partition ${partition} were removed before ${group} came to them. ` +
        'The log has them: make its views anew.',
    );
  });

  it('does not know a topic that nobody made, and makes none', async () => {
    const { letters } = opened;
    for (let again = 0; again < 2; again++) {
      await expect(
        openKafkaBus({ url: `kafka://${brokers}/bestaat-niet`, letters }),
      ).rejects.toThrow(
        /^BUS_URL: Kafka op .* kent het onderwerp 'bestaat-niet' niet; maak het met: npx/,
      );
    }
  });

  it('makes topics once, and leaves them as they are', async () => {
    const topics = [`proef-${randomUUID()}`, `proef-${randomUUID()}`];
    const made = await createTopics(url, { topics: topics.slice(0, 1), partitions: 3 });
    expect(made).toMatchObject([
      { topic: topics[0], made: true, partitions: 3, replicas: 1, differs: [] },
    ]);
    expect(made[0]?.config.get('retention.ms')).toBe('2592000000');
    const again = await createTopics(url, { topics, partitions: 5, retentionDays: 7 });
    expect(again).toMatchObject([
      {
        topic: topics[0],
        made: false,
        partitions: 3,
        differs: [
          { setting: 'partitions', is: '3', wanted: '5' },
          { setting: 'retention.ms', is: '2592000000', wanted: '604800000' },
        ],
      },
      { topic: topics[1], made: true, partitions: 5, differs: [] },
    ]);
    expect((await createTopics(url, { topics })).flatMap(({ differs }) => differs)).toEqual([]);
  });

  it('makes the topics of a city: its events, and both of its channels', async () => {
    const own = `proef-${randomUUID()}`;
    const made = await createTopics(`kafka://${brokers}/${own}`, { partitions: 2 });
    expect(made.map(({ topic }) => topic)).toEqual([
      own,
      `${own}.aanmeldingen.v1`,
      `${own}.aanmeldingen.afgewezen.v1`,
    ]);
    expect(topicsAt(`kafka://${brokers}`)).toEqual([
      'wijkspoor.gebeurtenissen.v1',
      'wijkspoor.aanmeldingen.v1',
      'wijkspoor.aanmeldingen.afgewezen.v1',
    ]);
  });

  it('sees what Wijkspoor cannot do with', async () => {
    const topic = `proef-${randomUUID()}`;
    const configEntries = [{ name: 'cleanup.policy', value: 'compact' }];
    await asked(address, (admin) => admin.createTopics({ topics: [{ topic, configEntries }] }));
    const [found] = await createTopics(url, { topics: [topic] });
    expect(found?.differs).toEqual([
      { setting: 'cleanup.policy', is: 'compact', wanted: 'delete' },
      { setting: 'max.message.bytes', is: '1048588', wanted: '>= 4194304' },
    ]);
  });

  it('tells in one sentence why there can be no topics', async () => {
    await expect(createTopics('kafka://127.0.0.1:1')).rejects.toThrow(
      /^BUS_URL: op 127.0.0.1:1 antwoordt geen Kafka/,
    );
    const invalid = createTopics(`kafka://${brokers}`, { topics: ['..'] });
    await expect(invalid).rejects.toThrow(/^BUS_URL: .*/);
  }, 30_000);
});
