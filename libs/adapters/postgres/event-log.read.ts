import type { StreamId } from '@wijkspoor/kernel';
import type { StoredEvent } from '@wijkspoor/ports';
import type { Connection } from './connection.ts';
import { eventColumns, storedEvents } from './event-log.rows.ts';
import type { Tables } from './event-log.schema.ts';

type Ask = Readonly<{
  stream: StreamId;
  done(events: readonly StoredEvent[]): void;
  failed(error: unknown): void;
}>;

const streamsMax = 200;

/**
 * Reads of streams, grouped as appends are: what is asked while a query is under way goes together
 * as the next one. Deciding and reacting mean thousands of small reads per second, and with 64 at a
 * time this does twice as many of them as one query for each.
 */
export class StreamReader {
  #waiting: Ask[] = [];
  #reading = false;

  constructor(
    private readonly reader: Connection,
    private readonly tables: Tables,
  ) {}

  read(stream: StreamId): Promise<readonly StoredEvent[]> {
    return new Promise((done, failed) => {
      this.#waiting.push({ stream, done, failed });
      if (this.#reading) return;
      this.#reading = true;
      setImmediate(() => void this.#run());
    });
  }

  async #run() {
    while (this.#waiting.length > 0) await this.#answer(this.#waiting.splice(0, streamsMax));
    this.#reading = false;
  }

  async #answer(group: readonly Ask[]) {
    try {
      const found = await this.#fetch(new Set(group.map(({ stream }) => stream)));
      for (const { stream, done } of group) done(found.get(stream) ?? []);
    } catch (error) {
      for (const { failed } of group) failed(error);
    }
  }

  async #fetch(streams: ReadonlySet<string>) {
    const text = `select ${eventColumns} from ${this.tables.events}
      where stream = any ($1::text[]) order by stream, revision`;
    const rows = await this.reader.rows({ name: 'read', text, values: [[...streams]] });
    const found = new Map<string, StoredEvent[]>();
    for (const event of storedEvents(rows)) {
      const events = found.get(event.stream);
      if (events) events.push(event);
      else found.set(event.stream, [event]);
    }
    return found;
  }
}
