import type { DeadLetter, StoredEvent } from '@wijkspoor/ports';
import type { Connection } from './connection.ts';
import { eventColumns, storedEvents } from './event-log.rows.ts';
import type { Tables } from './event-log.schema.ts';

/** What the groups of the embedded bus could not handle. The events themselves stay in the log. */
export class DeadLetters {
  constructor(
    private readonly line: Connection,
    private readonly tables: Tables,
  ) {}

  /** The streams that a group has parked. */
  async parked(group: string): Promise<Set<string>> {
    const text = `select distinct stream from ${this.tables.deadLetters} where group_name = $1`;
    const rows = await this.line.rows({ text, values: [group] });
    return new Set(rows.map(([stream]) => String(stream)));
  }

  /** Keeps events that failed, or that stand behind one that did. Again changes nothing. */
  async keep(
    group: string,
    events: readonly StoredEvent[],
    { error, attempts }: Readonly<{ error: string; attempts: number }>,
  ): Promise<void> {
    const text = `insert into ${this.tables.deadLetters}
        (group_name, position, stream, error, attempts)
      select $1, position, stream, $4, $5
      from unnest($2::bigint[], $3::text[]) as e (position, stream)
      on conflict do nothing`;
    const positions = events.map(({ position }) => position);
    const streams = events.map(({ stream }) => stream);
    await this.line.rows({ text, values: [group, positions, streams, error, attempts] });
  }

  async list(group: string): Promise<DeadLetter[]> {
    const columns = eventColumns.replaceAll(/\w+/g, 'e.$&');
    const text = `select ${columns}, d.error
      from ${this.tables.deadLetters} d join ${this.tables.events} e using (position)
      where d.group_name = $1 order by d.position`;
    const rows = await this.line.rows({ text, values: [group] });
    const events = storedEvents(rows);
    return events.map((event, index) => ({ group, event, error: rows[index]?.at(-1) ?? '' }));
  }
}
