import { Partitioners, type PartitionMetadata } from 'kafkajs';
import type { KafkaAddress } from './address.ts';
import { asked } from './client.ts';

/** How far a group is in one partition. */
export type PartitionLag = Readonly<{
  partition: number;
  /** Where the group goes on. */
  offset: number;
  /** Where the next message will stand. */
  end: number;
  lag: number;
}>;

/** How many partitions the topic has. */
export async function partitionsOf(address: KafkaAddress): Promise<number> {
  const { topic } = address;
  const { topics } = await asked(address, (admin) => admin.fetchTopicMetadata({ topics: [topic] }));
  return topics[0]?.partitions.length ?? 0;
}

/** How far a group is in each partition. A group that was never there has all before it. */
export async function lagOf(address: KafkaAddress, groupId: string): Promise<PartitionLag[]> {
  const { topic } = address;
  const [ends, [known]] = await asked(address, async (admin) => [
    await admin.fetchTopicOffsets(topic),
    await admin.fetchOffsets({ groupId, topics: [topic] }),
  ]);
  const offsets = new Map(known?.partitions.map((at) => [at.partition, Number(at.offset)]));
  return ends
    .map(({ partition, high, low }) => {
      // Never committed (-1), or further back than what is kept.
      const offset = Math.max(offsets.get(partition) ?? -1, Number(low));
      return { partition, offset, end: Number(high), lag: Math.max(0, Number(high) - offset) };
    })
    .sort((one, other) => one.partition - other.partition);
}

const choose = Partitioners.DefaultPartitioner();

/** The partition in which a stream stands: what the producer does with it as a key. */
export function partitionOf(stream: string, partitions = 0): number {
  if (partitions === 0) return -1;
  const partitionMetadata = Array.from({ length: partitions }, (_, partitionId) => {
    return { partitionId, leader: 0 } as PartitionMetadata;
  });
  return choose({ topic: '', partitionMetadata, message: { key: stream, value: null } });
}
