import type { StoredEvent } from '@wijkspoor/ports';
import type { Connection } from './connection.ts';
import { eventColumns, storedEvents } from './event-log.rows.ts';
import type { Tables } from './event-log.schema.ts';

export type Batch = readonly StoredEvent[];

/**
 * Reads on from a position. Callers that ask for the same at the same time share one query: the
 * followers of a process wake together, and mostly stand at the same place.
 */
export class Tail {
  readonly #asked = new Map<string, Promise<Batch>>();

  constructor(
    private readonly line: Connection,
    private readonly tables: Tables,
  ) {}

  after(position: number, limit: number): Promise<Batch> {
    const key = `${position}/${limit}`;
    const shared = this.#asked.get(key);
    if (shared) return shared;
    const asked = this.#fetch(position, limit).finally(() => this.#asked.delete(key));
    this.#asked.set(key, asked);
    return asked;
  }

  close() {
    return this.line.close();
  }

  async #fetch(position: number, limit: number): Promise<Batch> {
    const text = `select ${eventColumns} from ${this.tables.events}
      where position > $1 order by position limit $2`;
    return storedEvents(await this.line.rows({ name: 'tail', text, values: [position, limit] }));
  }
}
