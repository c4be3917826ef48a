import { Unavailable, type Instant } from '@wijkspoor/kernel';
import { backOff, Stopped } from '@wijkspoor/ports';
import type { IncomingMessage, InboxReader, Reply, RetryPolicy } from '@wijkspoor/ports';
import type { Consumer, EachBatchPayload, KafkaMessage, Message } from 'kafkajs';
import { consumerOf, isOfKafka, keepAlive, type GroupOptions } from './group.ts';
import type { Lane } from './lane.ts';

export type InboxMemberOptions = RetryPolicy &
  GroupOptions &
  Readonly<{
    /** Where replies go. */
    replies: Lane;
    /** Most messages that are judged side by side. */
    batchSize: number;
    /** How long a partition rests when its messages could not be judged. */
    restMs: number;
  }>;

/** A broker takes a million bytes at once unless told otherwise, and a reply can be 64 KB. */
const repliesAtOnce = 8;

/**
 * One member of the group that reads an inbox, from joining it until it is told to stop or has to
 * begin anew.
 *
 * An offset is committed after every message before it was judged and every reply is on all
 * replicas. What cannot be judged is tried some times; then its partition rests, so that the group
 * and the other partitions need not wait, and begins again at the same message.
 */
export class InboxMember {
  readonly #kafka: Consumer;
  readonly #ended: Promise<Error | undefined>;
  readonly #resting = new Set<NodeJS.Timeout>();
  #end: (error?: Error) => void = () => undefined;
  /** From one division of the partitions to the next. */
  #turn = new AbortController();

  constructor(
    private readonly reader: InboxReader,
    private readonly options: InboxMemberOptions,
  ) {
    this.#kafka = consumerOf(options, reader.group);
    this.#ended = new Promise((resolve) => (this.#end = resolve));
  }

  /** Resolves when it was told to stop and has left the group, or with what made it end. */
  async run(stop: AbortSignal): Promise<Error | undefined> {
    const end = () => {
      this.#end();
      this.#turn.abort();
    };
    stop.addEventListener('abort', end);
    this.#listen(stop);
    try {
      await this.#kafka.connect();
      await this.#kafka.subscribe({ topics: [this.options.address.topic], fromBeginning: true });
      await this.#kafka.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: 16,
        eachBatch: (payload) => this.#handle(payload),
      });
      if (stop.aborted) end();
      return await this.#ended;
    } catch (error) {
      return error as Error;
    } finally {
      stop.removeEventListener('abort', end);
      this.#turn.abort();
      for (const timer of this.#resting) clearTimeout(timer);
      await this.#kafka.disconnect();
    }
  }

  #listen(stop: AbortSignal) {
    const { GROUP_JOIN, CRASH } = this.#kafka.events;
    this.#kafka.on(CRASH, ({ payload }) => this.#end(payload.error));
    this.#kafka.on(GROUP_JOIN, () => {
      this.#turn.abort();
      if (!stop.aborted) this.#turn = new AbortController();
    });
  }

  async #handle(payload: EachBatchPayload) {
    const turn = this.#turn;
    const alive = keepAlive(() => payload.heartbeat(), turn);
    try {
      for (const messages of slicesOf(payload.batch.messages, this.options.batchSize)) {
        // What is not resolved is fetched again, by us or by who has the partition next.
        if (turn.signal.aborted) return;
        await this.#judge(payload, messages, turn.signal);
        await this.#commit(payload, messages);
      }
    } catch (error) {
      if (error instanceof Unavailable) this.#rest(payload, error);
      else if (isOfKafka(error)) throw error;
      // kafkajs would give the batch again and again, to no end.
      else if (!(error instanceof Stopped)) this.#end(error as Error);
    } finally {
      alive.over();
    }
  }

  async #judge(
    { batch: { topic, partition } }: EachBatchPayload,
    messages: readonly KafkaMessage[],
    stop: AbortSignal,
  ) {
    const incoming = messages.map((message) => incomingOf(message, topic, partition));
    for (let failed = 1; ; failed++) {
      try {
        const replies = await this.reader.judge(incoming);
        const told = replies.flatMap((reply) => (reply ? [messageOf(reply)] : []));
        if (told.length > 0) await this.options.replies.send(slicesOf(told, repliesAtOnce));
        return;
      } catch (error) {
        if (!(error instanceof Unavailable) || failed >= this.options.attempts) throw error;
        await backOff(failed, this.options, stop);
      }
    }
  }

  async #commit({ batch, ...payload }: EachBatchPayload, messages: readonly KafkaMessage[]) {
    const { topic, partition } = batch;
    const last = messages.at(-1)?.offset ?? '0';
    payload.resolveOffset(last);
    const partitions = [{ partition, offset: String(BigInt(last) + 1n) }];
    // Works also after the consumer was told to stop; what kafkajs offers elsewhere does not.
    await payload.commitOffsetsIfNecessary({ topics: [{ topic, partitions }] });
  }

  #rest(payload: EachBatchPayload, { message }: Error) {
    const { restMs, log } = this.options;
    const resume = payload.pause();
    const timer = setTimeout(() => {
      this.#resting.delete(timer);
      resume();
    }, restMs);
    this.#resting.add(timer);
    log(`Messages of partition ${payload.batch.partition} wait for ${restMs} ms: ${message}`);
  }
}

function* slicesOf<Item>(items: readonly Item[], size: number): Iterable<Item[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}

function incomingOf(message: KafkaMessage, topic: string, partition: number): IncomingMessage {
  const { key, value, headers = {}, offset, timestamp } = message;
  const pairs = Object.entries(headers).flatMap(([name, values]) =>
    [values ?? []].flat().map((text) => [name, Buffer.from(text)] as const),
  );
  return {
    ...{ topic, partition, offset },
    at: new Date(Number(timestamp)).toISOString() as Instant,
    ...(key && { key }),
    headers: pairs,
    body: value ?? Buffer.alloc(0),
  };
}

const messageOf = ({ key, headers, body }: Reply): Message => ({
  key: key ? Buffer.from(key) : null,
  value: body,
  headers: { ...headers },
});
