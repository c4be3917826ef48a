import type { StoredEvent } from '@wijkspoor/ports';
import { Partitioners, type Message, type Producer } from 'kafkajs';
import type { KafkaAddress } from './address.ts';
import { clientOf, isRefusal, patience, unavailable } from './client.ts';
import { messageOf } from './cloud-event.ts';

/** A broker takes a million bytes at once per partition, headers and all, unless told otherwise. */
const requestBytes = 700_000;
const requestMessages = 2_000;

/**
 * Puts events on the topic: acknowledged by all replicas, in the order in which they are given,
 * those of one stream in one partition.
 */
export class Publisher {
  #producer: Promise<Producer> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly address: KafkaAddress,
    private readonly source: string,
  ) {}

  /** Resolves when all are durable. Throws `Unavailable` when it is not known whether they are. */
  publish(events: readonly StoredEvent[]): Promise<void> {
    const done = this.#last.then(async () => {
      for (const messages of requestsOf(events, this.source)) await this.#send(messages);
    });
    this.#last = done.catch(() => undefined);
    return done;
  }

  async close(): Promise<void> {
    await this.#last;
    await this.#forget();
  }

  async #send(messages: Message[]) {
    const { topic } = this.address;
    try {
      const producer = await (this.#producer ??= this.#connect());
      await producer.sendBatch({ acks: -1, timeout: 10_000, topicMessages: [{ topic, messages }] });
    } catch (error) {
      // The broker may have stored what was not acknowledged. A producer that went on would number
      // other messages like those, and the broker would drop them as repetitions.
      await this.#forget();
      throw isRefusal(error) ? error : unavailable(error);
    }
  }

  async #connect(): Promise<Producer> {
    const producer = clientOf(this.address).producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
      retry: patience,
    });
    try {
      await producer.connect();
      return producer;
    } catch (error) {
      await producer.disconnect();
      throw error;
    }
  }

  async #forget() {
    const producer = this.#producer;
    this.#producer = undefined;
    await producer?.then((known) => known.disconnect()).catch(() => undefined);
  }
}

/** The messages of the events, in portions that a broker takes; a large one goes alone. */
function* requestsOf(events: readonly StoredEvent[], source: string): Iterable<Message[]> {
  let [request, bytes]: [Message[], number] = [[], 0];
  for (const event of events) {
    const size = sizeOf(event);
    if (request.length > 0 && (bytes + size > requestBytes || request.length === requestMessages)) {
      yield request;
      [request, bytes] = [[], 0];
    }
    request.push(messageOf(event, source));
    bytes += size;
  }
  if (request.length > 0) yield request;
}

const attributeBytes = 400;

const sizeOf = ({ body, meta, stream }: StoredEvent) =>
  attributeBytes + Buffer.byteLength(body) + Buffer.byteLength(meta) + 2 * stream.length;
