import { kafkaAddress, eventsTopic } from './address.ts';
import { asked } from './client.ts';

export type TopicOptions = Readonly<{
  /** Their names; default the topic of the events. */
  topics?: readonly string[];
  /** How many members of a group can share the work. Default 12. */
  partitions?: number;
  /** How long messages are kept, in days; the log keeps them for ever. Default 30. */
  retentionDays?: number;
  /** Copies of each message. Default 3, or as many as there are brokers. */
  replicas?: number;
}>;

/** What became of a topic. One that was there already is left as it is. */
export type TopicStatus = Readonly<{ topic: string; made: boolean; partitions: number }>;

const dayMs = 24 * 60 * 60 * 1_000;

/**
 * Makes the topics that do not exist. More partitions for an existing one would send a stream to
 * another partition than its earlier events, so that is never done here.
 */
export async function createTopics(
  url: string,
  options: TopicOptions = {},
): Promise<TopicStatus[]> {
  const { topics = [eventsTopic], partitions = 12 } = options;
  return asked(kafkaAddress(url), async (admin) => {
    const { brokers } = await admin.describeCluster();
    const replicas = options.replicas ?? Math.min(3, brokers.length);
    const existing = new Set(await admin.listTopics());
    const missing = topics.filter((topic) => !existing.has(topic));
    if (missing.length > 0) {
      await admin.createTopics({
        waitForLeaders: true,
        topics: missing.map((topic) => ({
          topic,
          numPartitions: partitions,
          replicationFactor: replicas,
          configEntries: configOf(options.retentionDays ?? 30, replicas),
        })),
      });
    }
    const metadata = await admin.fetchTopicMetadata({ topics: [...topics] });
    const found = new Map(metadata.topics.map((at) => [at.name, at.partitions.length]));
    return topics.map((topic) => {
      return { topic, made: !existing.has(topic), partitions: found.get(topic) ?? 0 };
    });
  });
}

function configOf(retentionDays: number, replicas: number) {
  const settings = {
    'cleanup.policy': 'delete',
    'retention.ms': retentionDays * dayMs,
    // Kept from when it was published: a log that is published anew would be gone at once.
    'message.timestamp.type': 'LogAppendTime',
    'max.message.bytes': 4 * 1024 * 1024,
    // Acknowledged by all means by two at least, where there are three.
    'min.insync.replicas': replicas >= 3 ? 2 : 1,
  };
  return Object.entries(settings).map(([name, value]) => ({ name, value: String(value) }));
}
