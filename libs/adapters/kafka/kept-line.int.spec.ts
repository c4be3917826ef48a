import { expect, it } from '@jest/globals';
import { eventually, ownKafka, withKafka } from '@wijkspoor/testing';
import { kafkaAddress } from './address.ts';
import { KeptLine } from './kept-line.ts';
import { createTopics } from './topics.ts';

const find = () => ownKafka();

await withKafka('a line to Kafka that stays', find, (kafka) => {
  it('says soon that nobody answers, and finds Kafka again when it is back', async () => {
    await using owned = kafka;
    const url = `kafka://${owned.brokers}/blijvend`;
    await createTopics(url, { topics: ['blijvend'], partitions: 2 });
    const line = new KeptLine(kafkaAddress(url));
    const partitions = async () =>
      line.ask(async (admin) => (await admin.fetchTopicOffsets('blijvend')).length);
    expect(await partitions()).toBe(2);
    await owned.kill();
    await expect(partitions()).rejects.toThrow();
    await owned.restart();
    const answered = async () => partitions().catch(() => 0);
    expect(await eventually(answered, (found) => found > 0)).toBe(2);
    await line.close();
  });
});
