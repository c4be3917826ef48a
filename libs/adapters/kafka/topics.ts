import { setTimeout as sleep } from 'node:timers/promises';
import type { Admin } from 'kafkajs';
import { badAddress, channelTopicsOf, kafkaAddress, type KafkaAddress } from './address.ts';
import { asked, askedFirst, rootOf, whyNot } from './client.ts';
import { kafkajs } from './kafkajs.ts';
import { configOf, differencesOf, type TopicDifference, type TopicFacts } from './topic-facts.ts';

export type TopicOptions = Readonly<{
  /** Their names; default that of the events, and both of the channels. */
  topics?: readonly string[];
  /** How many members of a group can share the work. Default 12. */
  partitions?: number;
  /** How long messages are kept, in days; the log keeps events for ever. Default 30. */
  retentionDays?: number;
  /** Copies of each message. Default 3, or as many as there are brokers. */
  replicas?: number;
}>;

/** What became of a topic. One that was there already is left as it is, also where it differs. */
export type TopicStatus = TopicFacts &
  Readonly<{
    made: boolean;
    /** Where it is not what was asked for, or not what Wijkspoor needs. */
    differs: readonly TopicDifference[];
  }>;

/** The topics of the city at an address. */
export function topicsAt(url: string): readonly string[] {
  return topicsOf(kafkaAddress(url));
}

/**
 * Makes the topics that do not exist, and looks at those that do. More partitions for an existing
 * one would send a stream to another partition than its earlier events, so that is never done here.
 *
 * Throws `BadInput` that names BUS_URL when Kafka is not there, does not let us in or says no.
 */
export async function createTopics(
  url: string,
  options: TopicOptions = {},
): Promise<TopicStatus[]> {
  const address = kafkaAddress(url);
  const { topics = topicsOf(address) } = options;
  const { existing, brokers } = await askedFirst(address, async (admin) => ({
    existing: new Set(await admin.listTopics()),
    brokers: (await admin.describeCluster()).brokers.length,
  }));
  const replicas = replicasFor(options, brokers);
  const missing = topics.filter((topic) => !existing.has(topic));
  return asked(address, async (admin) => {
    if (missing.length > 0) await create(admin, missing, { ...options, replicas });
    const facts = await onceKnown(() => factsOf(admin, topics));
    return facts.map((found) => {
      const made = !existing.has(found.topic);
      return { ...found, made, differs: differencesOf(found, made ? {} : options) };
    });
  }).catch((error: unknown) => {
    throw badAddress(whyNot(address.shown, error));
  });
}

function topicsOf(address: KafkaAddress): readonly string[] {
  return [address.topic, ...Object.values(channelTopicsOf(address))];
}

function replicasFor({ replicas = 3 }: TopicOptions, brokers: number): number {
  return Math.min(replicas, brokers);
}

type Creation = Pick<TopicOptions, 'partitions' | 'retentionDays'> & Readonly<{ replicas: number }>;

async function create(
  admin: Admin,
  topics: readonly string[],
  { partitions = 12, retentionDays = 30, replicas }: Creation,
) {
  await admin.createTopics({
    waitForLeaders: true,
    topics: topics.map((topic) => ({
      topic,
      numPartitions: partitions,
      replicationFactor: replicas,
      configEntries: configOf(retentionDays, replicas),
    })),
  });
}

const times = 50;
const pauseMs = 100;

/** A topic that was just made has its leaders before every part of a broker knows of it. */
async function onceKnown<T>(ask: () => Promise<T>): Promise<T> {
  for (let asked = 1; ; asked++) {
    try {
      return await ask();
    } catch (error) {
      if (asked === times || rootOf(error).type !== 'UNKNOWN_TOPIC_OR_PARTITION') throw error;
      await sleep(pauseMs);
    }
  }
}

async function factsOf(admin: Admin, topics: readonly string[]): Promise<TopicFacts[]> {
  const { topics: known } = await admin.fetchTopicMetadata({ topics: [...topics] });
  const { TOPIC } = kafkajs().ConfigResourceTypes;
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: topics.map((name) => ({ type: TOPIC, name })),
  });
  return topics.map((topic): TopicFacts => {
    const partitions = known.find(({ name }) => name === topic)?.partitions ?? [];
    const entries = resources.find(({ resourceName }) => resourceName === topic)?.configEntries;
    const values = entries?.map((entry) => [entry.configName, entry.configValue] as const) ?? [];
    return {
      topic,
      partitions: partitions.length,
      // A partition with fewer copies than the others is the weakest link.
      replicas: Math.min(...partitions.map(({ replicas }) => replicas.length)),
      config: new Map(values),
    };
  });
}
