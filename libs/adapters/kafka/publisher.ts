import type { StoredEvent } from '@wijkspoor/ports';
import type { Message } from 'kafkajs';
import type { KafkaAddress } from './address.ts';
import { messageOf } from './cloud-event.ts';
import { Lane } from './lane.ts';
import { hashOf } from './partitioner.ts';

/** A broker takes a million bytes at once per partition, headers and all, unless told otherwise. */
const requestBytes = 700_000;
const requestMessages = 2_000;

/** One writes its next request while the broker is busy with that of the other. */
const laneCount = 2;

/**
 * Puts events on the topic: acknowledged by all replicas, in the order in which they are given,
 * those of one stream in one partition.
 *
 * A stream always takes the same lane, so more than one lane leaves the order within it as it is.
 */
export class Publisher {
  readonly #lanes: readonly Lane[];

  constructor(
    address: KafkaAddress,
    private readonly source: string,
  ) {
    this.#lanes = Array.from({ length: laneCount }, () => new Lane(address));
  }

  /**
   * Resolves when all are durable. Throws `Unavailable` when it is not known whether they are; what
   * was given meanwhile fails too, and nothing of it is under way any more.
   */
  async publish(events: readonly StoredEvent[]): Promise<void> {
    const shares = sharesOf(events);
    const sent = this.#lanes.map((lane, index) =>
      lane.send(requestsOf(shares[index] ?? [], this.source)),
    );
    const outcomes = await Promise.allSettled(sent);
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  }

  async close(): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.close()));
  }
}

function sharesOf(events: readonly StoredEvent[]): StoredEvent[][] {
  const shares: StoredEvent[][] = Array.from({ length: laneCount }, () => []);
  for (const event of events) shares[hashOf(event.stream) % laneCount]?.push(event);
  return shares;
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
