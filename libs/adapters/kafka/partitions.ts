import { setTimeout as sleep } from 'node:timers/promises';
import type { Admin } from 'kafkajs';
import type { KafkaAddress } from './address.ts';
import { asked, rootOf } from './client.ts';
import { partitionOfKey } from './partitioner.ts';

/** How far a group is in one partition. */
export type PartitionLag = Readonly<{
  partition: number;
  /** Where the group goes on. */
  offset: number;
  /** Where the next message will stand. */
  end: number;
  lag: number;
  /** So many messages Kafka has removed before this group came to them. */
  missed: number;
}>;

export type Ask = <T>(question: (admin: Admin) => Promise<T>) => Promise<T>;

/**
 * How far a group is in each partition. A group that was never there has all before it. Asked over
 * a connection for this once, unless there is one that stays.
 */
export async function lagOf(
  address: KafkaAddress,
  groupId: string,
  ask: Ask = (question) => asked(address, question),
): Promise<PartitionLag[]> {
  const { topic } = address;
  const [ends, [known]] = await patiently(() =>
    ask(async (admin) => [
      await admin.fetchTopicOffsets(topic),
      await admin.fetchOffsets({ groupId, topics: [topic] }),
    ]),
  );
  const offsets = new Map(known?.partitions.map((at) => [at.partition, Number(at.offset)]));
  return ends
    .map(({ partition, high, low }) => {
      const [first, end] = [Number(low), Number(high)];
      // Where the group never was, it begins with what is there.
      const committed = offsets.get(partition) ?? -1;
      const offset = Math.max(committed, first);
      const missed = committed < 0 ? 0 : offset - committed;
      return { partition, offset, end, lag: Math.max(0, end - offset), missed };
    })
    .sort((one, other) => one.partition - other.partition);
}

const times = 10;
const pauseMs = 200;

/** Who looks after a group moves now and then; kafkajs asks again for consumers, not here. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let asked = 1; ; asked++) {
    try {
      return await ask();
    } catch (error) {
      const { type = '' } = rootOf(error);
      if (asked === times || !/COORDINATOR|LOAD_IN_PROGRESS/.test(type)) throw error;
      await sleep(pauseMs);
    }
  }
}

/** The partition in which a stream stands; -1 while it is not known how many there are. */
export const partitionOf = (stream: string, partitions = 0): number =>
  partitions === 0 ? -1 : partitionOfKey(stream, partitions);
