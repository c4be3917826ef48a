import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { createTopics, messageOf, openKafkaBus } from '@wijkspoor/adapters/kafka';
import {
  openPostgresCheckpoints,
  openPostgresDeadLetters,
  openPostgresEventLog,
  type PostgresEventLog,
} from '@wijkspoor/adapters/postgres';
import { relay } from '@wijkspoor/flow';
import type { Checkpoint } from '@wijkspoor/ports';
import { Kafka, logLevel, Partitioners, type Message, type Producer } from 'kafkajs';
import { against, median, type Figure } from './figure.ts';
import { benchKafka } from './kafka.ts';
import { sampleCase } from './sample-zaak.ts';
import { benchServer } from './server.ts';

const streams = 12_000;
const rounds = 7;
const batchSizes = [500, 1_000, 2_000, 4_000] as const;
const source = 'urn:nld:wijkspoor:logboek';

/**
 * How fast the relay carries the log to Kafka: read from PostgreSQL, written as CloudEvents,
 * acknowledged by all replicas, and its checkpoint saved behind that; as a ratio to a plain
 * producer of kafkajs, idempotent and with the same acknowledgements, that has the same messages
 * ready in memory and sends them in batches of the size that suits it best.
 *
 * They take turns, each time to a topic of its own.
 */
export async function* figures(): AsyncGenerator<Figure> {
  await using server = await benchServer();
  await using kafka = await benchKafka();
  const log = await openPostgresEventLog({ url: server.url });
  const place = { log, postgres: server.url, brokers: kafka.brokers };
  await fill(log);
  const messages = await messagesOf(log);
  const batchSize = await bestBatchSize(place, messages);
  await relayed(place);
  const measured: Record<'ours' | 'peer', number[]> = { ours: [], peer: [] };
  for (let round = 0; round < rounds; round++) {
    measured.ours.push(await relayed(place));
    measured.peer.push(await produced(place, messages, batchSize));
  }
  await log.close();
  yield against('relay-vs-producer', median(measured.ours), median(measured.peer), 'events/s');
}

type Place = Readonly<{ log: PostgresEventLog; postgres: string; brokers: string }>;

async function fill(log: PostgresEventLog) {
  const chunk = 2_000;
  const append = () => {
    const { zaakId, events } = sampleCase();
    return log.append(zaakId, events, 'none');
  };
  for (let done = 0; done < streams; done += chunk)
    await Promise.all(Array.from({ length: chunk }, append));
}

async function messagesOf(log: PostgresEventLog): Promise<Message[]> {
  const messages: Message[] = [];
  for await (const batch of log.replay(0))
    messages.push(...batch.map((event) => messageOf(event, source)));
  return messages;
}

async function bestBatchSize(place: Place, messages: readonly Message[]): Promise<number> {
  const tried: [perSecond: number, size: number][] = [];
  await produced(place, messages, batchSizes[0]);
  for (const size of batchSizes) tried.push([await produced(place, messages, size), size]);
  return tried.sort(([one], [other]) => other - one)[0]?.[1] ?? batchSizes[0];
}

async function someTopic({ brokers }: Place) {
  const topic = `bench-${randomUUID()}`;
  await createTopics(`kafka://${brokers}`, { topics: [topic] });
  return topic;
}

/** Events per second of the relay, from its start to the checkpoint behind the last event. */
async function relayed(place: Place): Promise<number> {
  const { log, postgres, brokers } = place;
  const topic = await someTopic(place);
  const letters = await openPostgresDeadLetters({ url: postgres });
  const checkpoints = await openPostgresCheckpoints({ url: postgres });
  const bus = await openKafkaBus({ url: `kafka://${brokers}/${topic}`, letters, source });
  const stop = new AbortController();
  const last = await log.head();
  const checkpoint = watched(checkpoints.checkpoint(topic), (position) => {
    if (position === last) stop.abort();
  });
  const start = performance.now();
  await relay(log, bus, checkpoint, stop.signal);
  const tookMs = performance.now() - start;
  for (const each of [bus, checkpoints, letters]) await each.close();
  return (last * 1_000) / tookMs;
}

function watched(checkpoint: Checkpoint, saved: (position: number) => void): Checkpoint {
  return {
    load: () => checkpoint.load(),
    async save(position) {
      await checkpoint.save(position);
      saved(position);
    },
  };
}

/** Events per second of a plain producer, from its connecting to the last acknowledgement. */
async function produced(place: Place, messages: readonly Message[], batchSize: number) {
  const topic = await someTopic(place);
  const producer = plainProducer(place);
  const start = performance.now();
  await producer.connect();
  for (let from = 0; from < messages.length; from += batchSize) {
    const batch = messages.slice(from, from + batchSize);
    await producer.sendBatch({ acks: -1, topicMessages: [{ topic, messages: batch }] });
  }
  const tookMs = performance.now() - start;
  await producer.disconnect();
  return (messages.length * 1_000) / tookMs;
}

function plainProducer({ brokers }: Place): Producer {
  const kafka = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING });
  return kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    createPartitioner: Partitioners.DefaultPartitioner,
  });
}
