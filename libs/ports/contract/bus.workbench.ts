import { randomUUID } from 'node:crypto';
import type { StreamId } from '@wijkspoor/kernel';
import type { Bus, HandleBatch } from '../bus.ts';
import type { Checkpoint } from '../checkpoint.ts';
import type { DeadLetters } from '../dead-letters.ts';
import type { EventLog, NewEvent, StoredEvent } from '../event-log.ts';

/** What an adapter opens for the suite of a bus. */
export type OpenedBus = Readonly<{
  bus: Bus;
  /** Where the events come from that are put on the bus. */
  log: EventLog;
  checkpoint(group: string): Checkpoint;
  /** What a person does with what the bus has put aside. */
  letters: DeadLetters;
  close(): Promise<void>;
}>;

export const bodiesOf = (events: readonly StoredEvent[]) => events.map(({ body }) => body);

/** An opened bus, and the consumers of one test on it. */
export class Workbench {
  readonly #running = new Set<() => Promise<void>>();

  constructor(private readonly opened: OpenedBus) {}

  get bus() {
    return this.opened.bus;
  }

  get log() {
    return this.opened.log;
  }

  get letters() {
    return this.opened.letters;
  }

  /** How many events a group has still before it. */
  backlog(group: string) {
    return this.bus.backlog({ group, checkpoint: this.opened.checkpoint(group) });
  }

  /** Stores events and puts them on the bus, as the relay does. */
  async send(stream: StreamId, events: readonly NewEvent[]) {
    const known = await this.log.read(stream);
    await this.log.append(stream, events, known.at(-1)?.revision ?? 'none');
    await this.bus.publish((await this.log.read(stream)).slice(known.length));
  }

  /** Stores events, and puts each on the bus without waiting for the one before it. */
  async sendAtOnce(stream: StreamId, events: readonly NewEvent[]) {
    await this.log.append(stream, events, 'none');
    const stored = await this.log.read(stream);
    await Promise.all(stored.map((event) => this.bus.publish([event])));
  }

  /** A group of its own that starts at the head of now, and whose business are these streams. */
  async group(...streams: readonly StreamId[]) {
    const group = randomUUID();
    await this.opened.checkpoint(group).save(await this.log.head());
    const isMine = ({ stream }: StoredEvent) => streams.includes(stream);
    return { group, isMine };
  }

  /** Consumes until `end`, or until the test is over. */
  consume(group: string, handle: HandleBatch) {
    const stop = new AbortController();
    const checkpoint = this.opened.checkpoint(group);
    const done = this.bus.consume({ group, checkpoint, handle }, stop.signal);
    const end = async () => {
      stop.abort();
      await done;
    };
    this.#running.add(end);
    return { end };
  }

  async endAll() {
    for (const end of this.#running) await end();
    this.#running.clear();
  }

  close() {
    return this.opened.close();
  }
}
