import { retryPolicy, type Bus } from '@wijkspoor/ports';
import type { DeadLetters, ParkedEvents, RetryPolicy } from '@wijkspoor/ports';
import { kafkaAddress, type KafkaAddress } from './address.ts';
import { isRefusal, requireTopics, unavailable } from './client.ts';
import { Members, sessionDefaultMs } from './group.ts';
import { KeptLine } from './kept-line.ts';
import { Member } from './member.ts';
import { lagOf, type PartitionLag } from './partitions.ts';
import type { RefusedMessage } from './portion.ts';
import { Publisher } from './publisher.ts';

export type KafkaBusOptions = Partial<RetryPolicy> &
  Readonly<{
    /** `kafka://name:password@host:9092,host:9092/topic?option=value`, see `kafkaAddress`. */
    url: string;
    /** Where the groups keep what they cannot handle. */
    letters: DeadLetters & ParkedEvents;
    /** The `source` of every event, e.g. `urn:nld:oin:00000001234567890000:systeem:wijkspoor`. */
    source?: string;
    /** Most events in a batch. Default 1,000. */
    batchSize?: number;
    /** How often a consumer looks whether a person asked to try dead letters again. */
    askedMs?: number;
    /** A member that is not heard for so long has died, and others get its partitions. */
    sessionMs?: number;
    /** Told of each message that is no event, and was passed by. */
    onRefused?: (message: RefusedMessage) => void;
    /** Told when a consumer lost Kafka and begins anew, or was too late for what it kept. */
    log?: (message: string) => void;
  }>;

export type KafkaBus = Bus &
  Readonly<{
    /** How far a group is in each partition. */
    lag(group: string): Promise<readonly PartitionLag[]>;
    /** Ends what consumes and publishes, in order. */
    close(): Promise<void>;
  }>;

/**
 * The bus of a city: one topic of Kafka, with the stream as key, so that a stream is in order and
 * the members of a group share the streams.
 *
 * Throws `BadInput` that names BUS_URL when the address is wrong, nobody answers there, or we may
 * not come in, and when there is no such topic.
 */
export async function openKafkaBus(options: KafkaBusOptions): Promise<KafkaBus> {
  const { url, letters, source = 'urn:nld:wijkspoor:logboek', batchSize = 1_000 } = options;
  const { onRefused: refused = () => undefined, log = () => undefined } = options;
  const address = kafkaAddress(url);
  const { askedMs = 1_000, sessionMs = address.sessionMs ?? sessionDefaultMs } = options;
  await requireTopics(address, [address.topic]);
  const publisher = new Publisher(address, source);
  const members = new Members(log);
  const line = new KeptLine(address);
  const how = {
    address,
    letters,
    batchSize,
    askedMs,
    sessionMs,
    refused,
    log,
    ...retryPolicy(options),
  };

  return {
    publish: (events) => publisher.publish(events),

    consume: (consumer, until) =>
      members.run(consumer.group, (stop) => new Member(consumer, how).run(stop), until),

    async backlog({ group }) {
      const lags = await lag(address, group, line);
      return lags.reduce((sum, one) => sum + one.lag, 0);
    },

    lag: (group) => lag(address, group, line),
    deadLetters: (group) => letters.list(group),

    async close() {
      await members.close();
      await publisher.close();
      await line.close();
    },
  };
}

async function lag(address: KafkaAddress, group: string, { ask }: KeptLine) {
  try {
    return await lagOf(address, group, ask);
  } catch (error) {
    throw isRefusal(error) ? error : unavailable(error);
  }
}
