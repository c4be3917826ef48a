import {
  Delivery,
  Stopped,
  wait,
  type Consumer,
  type ParkedEvents,
  type RetryPolicy,
} from '@wijkspoor/ports';
import type { Consumer as KafkaConsumer } from 'kafkajs';
import { Gathering } from './gathering.ts';
import { consumerOf, isOfKafka, keepAlive, type GroupOptions } from './group.ts';
import { lagOf, partitionOf } from './partitions.ts';
import { eventsIn, portionOf, slicesOf } from './portion.ts';
import type { Portion, RefusedMessage, Slice } from './portion.ts';

export type MemberOptions = RetryPolicy &
  GroupOptions &
  Readonly<{
    letters: ParkedEvents;
    /** Most events in a batch. */
    batchSize: number;
    /** How often it looks whether a person asked to try dead letters again. */
    askedMs: number;
    refused: (message: RefusedMessage) => void;
  }>;

/**
 * One member of a group, from joining it until it is told to stop or has to begin anew.
 *
 * An offset is committed after its batch was handled, so a crash repeats and does not lose. While a
 * batch is under way the group hears from us; when the group divides its partitions anew, the batch
 * under way is the last one, so that the others need not wait.
 */
export class Member {
  readonly #kafka: KafkaConsumer;
  readonly #delivery: Delivery;
  readonly #gathering = new Gathering<Portion>((portions) => this.#handleAll(portions));
  readonly #crashed: Promise<Error>;
  #crash: (error: Error) => void = () => undefined;
  /** From one division of the partitions to the next. */
  #turn = new AbortController();
  #mine: ReadonlySet<number> = new Set();
  #partitions: number | undefined;

  constructor(
    private readonly consumer: Consumer,
    private readonly options: MemberOptions,
  ) {
    this.#kafka = consumerOf(options, consumer.group);
    this.#delivery = new Delivery(consumer, options.letters, options);
    this.#crashed = new Promise((resolve) => (this.#crash = resolve));
  }

  /** Resolves when it was told to stop and has left the group, or with what made it end. */
  async run(stop: AbortSignal): Promise<Error | undefined> {
    const { topic } = this.options.address;
    const ended = new AbortController();
    const end = () => {
      ended.abort();
      this.#turn.abort();
    };
    stop.addEventListener('abort', end);
    this.#listen(ended.signal);
    const retrying = this.#retryUntil(ended.signal);
    try {
      await this.#kafka.connect();
      await this.#tellMissed();
      await this.#kafka.subscribe({ topics: [topic], fromBeginning: true });
      await this.#kafka.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: 64,
        eachBatch: (payload) => this.#gathering.add(portionOf(payload, this.options.refused)),
      });
      return await Promise.race([this.#crashed, retrying]);
    } catch (error) {
      return error as Error;
    } finally {
      stop.removeEventListener('abort', end);
      end();
      // Whoever comes after us may not meet a letter that is still being tried.
      await Promise.allSettled([retrying, this.#kafka.disconnect()]);
    }
  }

  #listen(stop: AbortSignal) {
    const { GROUP_JOIN, CRASH } = this.#kafka.events;
    this.#kafka.on(CRASH, ({ payload }) => this.#crash(payload.error));
    this.#kafka.on(GROUP_JOIN, ({ payload }) => {
      this.#mine = new Set(payload.memberAssignment[this.options.address.topic]);
      // Others may have parked streams that are ours now, and there may be more partitions.
      this.#partitions = undefined;
      this.#turn.abort();
      if (!stop.aborted) this.#turn = new AbortController();
    });
  }

  async #handleAll(portions: readonly Portion[]) {
    const turn = this.#turn;
    const alive = keepAlive(async () => portions[0]?.heartbeat(), turn);
    try {
      await this.#learn(turn.signal);
      for (const slices of slicesOf(portions, this.options.batchSize)) {
        // What is not resolved is fetched again, by us or by who has the partition next.
        if (turn.signal.aborted) return;
        await this.#delivery.deliver(eventsIn(slices), turn.signal);
        await this.#commit(slices);
      }
    } catch (error) {
      if (isOfKafka(error)) throw error;
      // kafkajs would give the batch again and again, to no end.
      if (!(error instanceof Stopped)) this.#crash(error as Error);
    } finally {
      alive.over();
    }
  }

  async #learn(stop: AbortSignal) {
    if (this.#partitions !== undefined) return;
    await this.#delivery.learn(stop);
    this.#partitions = (await lagOf(this.options.address, this.consumer.group)).length;
  }

  // Asked before the first fetch: kafkajs goes on with what there is, and commits that silently.
  async #tellMissed() {
    const { group } = this.consumer;
    for (const { partition, missed } of await lagOf(this.options.address, group)) {
      if (missed === 0) continue;
      const what = `${missed} messages of partition ${partition} were removed before ${group} came`;
      this.options.log(`${what} to them. The log has them: make its views anew.`);
    }
  }

  async #commit(slices: readonly Slice[]) {
    const { topic } = this.options.address;
    const partitions = slices.map(({ portion, places }) => {
      const last = places.at(-1)?.offset ?? '0';
      portion.resolve(last);
      return { partition: portion.partition, offset: String(BigInt(last) + 1n) };
    });
    await slices[0]?.portion.commit({ topics: [{ topic, partitions }] });
  }

  async #retryUntil(stop: AbortSignal): Promise<undefined> {
    while (!stop.aborted) {
      await wait(this.options.askedMs, stop);
      const isMine = (stream: string) => this.#mine.has(partitionOf(stream, this.#partitions));
      await this.#delivery.retryAsked(this.#turn.signal, isMine).catch((error: unknown) => {
        if (!(error instanceof Stopped)) throw error;
      });
    }
  }
}
