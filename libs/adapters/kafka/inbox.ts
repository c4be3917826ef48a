import { retryPolicy, type Inbox, type RetryPolicy } from '@wijkspoor/ports';
import { channelTopicsOf, eventsTopic, kafkaAddress, type KafkaAddress } from './address.ts';
import { isRefusal, requireTopics, unavailable } from './client.ts';
import { Members, sessionDefaultMs } from './group.ts';
import { InboxMember } from './inbox.member.ts';
import { Lane } from './lane.ts';
import { lagOf, type PartitionLag } from './partitions.ts';

export type KafkaInboxOptions = Partial<RetryPolicy> &
  Readonly<{
    /** That of the bus, see `kafkaAddress`; the topics of the channels follow from it. */
    url: string;
    /** Most messages that are judged side by side. Default 100. */
    batchSize?: number;
    /** How long a partition rests when its messages could not be judged. Default 5,000. */
    restMs?: number;
    /** A member that is not heard for so long has died, and others get its partitions. */
    sessionMs?: number;
    /** Told when messages have to wait, and when Kafka was lost. */
    log?: (message: string) => void;
  }>;

export type KafkaInbox = Inbox &
  Readonly<{
    /** How far a group is in each partition. */
    lag(group: string): Promise<readonly PartitionLag[]>;
    /** Ends what reads and replies, in order. */
    close(): Promise<void>;
  }>;

/**
 * The inbox of a city: channels put their messages on one topic of Kafka, and are told on another
 * which were refused, and why.
 *
 * Throws `BadInput` that names BUS_URL when Kafka is not there, or a topic is not.
 */
export async function openKafkaInbox(options: KafkaInboxOptions): Promise<KafkaInbox> {
  const { url, batchSize = 100, restMs = 5_000 } = options;
  const { log = () => undefined } = options;
  const given = kafkaAddress(url);
  const { sessionMs = given.sessionMs ?? sessionDefaultMs } = options;
  const { messages, refused } = channelTopicsOf(given);
  await requireTopics(given, [messages, refused]);
  const address = { ...given, topic: messages };
  const replies = new Lane({ ...given, topic: refused });
  const members = new Members(log);
  const how = { address, replies, batchSize, restMs, sessionMs, log, ...retryPolicy(options) };
  const idOf = (group: string) => groupIdOf(given, group);
  const lag = (group: string) => known(address, idOf(group));

  return {
    read({ group, judge }, until) {
      const reader = { group: idOf(group), judge };
      return members.run(group, (stop) => new InboxMember(reader, how).run(stop), until);
    },

    backlog: async (group) => (await lag(group)).reduce((sum, each) => sum + each.lag, 0),
    lag,

    async close() {
      await members.close();
      await replies.close();
    },
  };
}

// Members of one group must all read the same topics, and two cities can share a Kafka.
const groupIdOf = ({ topic }: KafkaAddress, group: string) =>
  topic === eventsTopic ? group : `${group}.${topic}`;

async function known(address: KafkaAddress, group: string): Promise<PartitionLag[]> {
  try {
    return await lagOf(address, group);
  } catch (error) {
    throw isRefusal(error) ? error : unavailable(error);
  }
}
