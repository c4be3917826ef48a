import { Unavailable } from '@wijkspoor/kernel';
import type { Message, Producer } from 'kafkajs';
import type { KafkaAddress } from './address.ts';
import { clientOf, isRefusal, patience, unavailable } from './client.ts';
import { byKey } from './partitioner.ts';

/**
 * One producer with its connection: what goes through it arrives in the order in which it was
 * given, acknowledged by all replicas.
 */
export class Lane {
  #producer: Promise<Producer> | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(private readonly address: KafkaAddress) {}

  /**
   * Goes after what was given before. When that fails, this is not sent and fails too: whoever
   * gives the first one again must find nothing of what stands behind it on the topic.
   */
  send(requests: Iterable<Message[]>): Promise<void> {
    const done = this.#last.then(
      async () => {
        for (const messages of requests) await this.#send(messages);
      },
      (cause: unknown) => {
        throw new Unavailable('Not sent: what stands before it failed.', { cause });
      },
    );
    this.#last = done;
    done.catch(() => {
      if (this.#last === done) this.#last = Promise.resolve();
    });
    return done;
  }

  async close(): Promise<void> {
    await this.#last.catch(() => undefined);
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
      createPartitioner: byKey,
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
