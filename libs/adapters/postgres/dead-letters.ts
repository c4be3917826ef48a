import type { StreamId } from '@wijkspoor/kernel';
import type { DeadLetters, ParkedEvents } from '@wijkspoor/ports';
import type { Release, StoredEvent } from '@wijkspoor/ports';
import { Connection } from './connection.ts';
import { letterColumns, letterOf } from './dead-letters.rows.ts';
import { createTables, tablesOf, type Tables } from './event-log.schema.ts';

export type PostgresDeadLetters = DeadLetters & ParkedEvents & { close(): Promise<void> };

export type DeadLettersOptions = Readonly<{ url: string; schema?: string; timeoutMs?: number }>;

/** Dead letters in PostgreSQL, for a bus of any kind. Makes its table when it is missing. */
export async function openPostgresDeadLetters({
  url,
  schema = 'log',
  timeoutMs = 5_000,
}: DeadLettersOptions): Promise<PostgresDeadLetters> {
  const tables = tablesOf(schema);
  await createTables(url, tables);
  return new DeadLetterTable(new Connection({ url, timeoutMs, name: 'wijkspoor brieven' }), tables);
}

const behind = 'An earlier event of this stream is a dead letter.';

class DeadLetterTable implements PostgresDeadLetters {
  readonly #table: string;

  constructor(
    private readonly line: Connection,
    { deadLetters }: Tables,
  ) {
    this.#table = deadLetters;
  }

  async parked(group: string) {
    const rows = await this.#rows(`select distinct stream from ${this.#table} where ${open}`, [
      group,
    ]);
    return new Set(rows.map(([stream]) => stream as StreamId));
  }

  async park(group: string, event: StoredEvent, error: string, attempts: number) {
    // What was asked for has been tried: it waits for a person again. Unless that one let go of it
    // meanwhile; then what stands behind it is still to be tried.
    const text = `with tried as (
        update ${this.#table} set asked_at = null
        where ${open} and stream = $3 and position <> $2 and asked_at is not null
          and not exists (select from ${this.#table} where group_name = $1 and position = $2
            and released_at is not null)
      )
      insert into ${this.#table} as known
        (group_name, position, stream, revision, id, type, body, meta, recorded_at, error, attempts)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      on conflict (group_name, position) do update set
        error = excluded.error, attempts = known.attempts + excluded.attempts,
        at = clock_timestamp(), asked_at = null where known.released_at is null`;
    await this.#rows(text, [group, ...fieldsOf(event), error, attempts]);
  }

  async keepBehind(group: string, events: readonly StoredEvent[]) {
    // The lock waits for who is just taking the last letter of a stream away, and then sees that.
    const text = `with locked as (
        select stream, asked_at from ${this.#table}
        where ${open} and stream = any ($3::text[]) for share
      ), parked as (
        select stream, max(asked_at) as asked_at from locked group by stream
      ), kept as (
        insert into ${this.#table} (group_name, position, stream, revision, id, type, body, meta,
          recorded_at, error, attempts, asked_at)
        select $1, position, stream, revision, id, type, body, meta, recorded_at, '${behind}', 0,
          asked_at
        from unnest($2::bigint[], $3::text[], $4::int[], $5::uuid[], $6::text[], $7::text[],
          $8::text[], $9::text[])
          e (position, stream, revision, id, type, body, meta, recorded_at)
        join parked using (stream)
        on conflict do nothing
      )
      select stream from parked`;
    const rows = await this.#rows(text, [group, ...transposed(events.map(fieldsOf))]);
    const parked = new Set(rows.map(([stream]) => stream));
    return events.filter(({ stream }) => !parked.has(stream));
  }

  async asked(group: string) {
    const text = `select distinct stream from ${this.#table}
      where ${open} and asked_at is not null order by stream`;
    const rows = await this.#rows(text, [group]);
    return rows.map(([stream]) => stream as StreamId);
  }

  async first(group: string, stream: StreamId) {
    const text = `select ${letterColumns} from ${this.#table}
      where ${open} and stream = $2 order by position limit 1`;
    const [row] = await this.#rows(text, [group, stream]);
    return row && letterOf(row);
  }

  async handled(group: string, { position }: StoredEvent) {
    await this.#rows(`delete from ${this.#table} where ${open} and position = $2`, [
      group,
      position,
    ]);
  }

  async counts() {
    const text = `select group_name, count(*), count(distinct stream) from ${this.#table}
      where released_at is null group by group_name order by group_name`;
    const rows = await this.#rows(text, []);
    return rows.map(([group, letters, streams]) => {
      return { group: group ?? '', letters: Number(letters), streams: Number(streams) };
    });
  }

  async streams() {
    // The first of each stream; how many there are stands in its last column.
    const text = `select * from (
        select distinct on (group_name, stream) ${letterColumns},
          count(*) over (partition by group_name, stream)
        from ${this.#table} where released_at is null order by group_name, stream, position
      ) firsts order by group_name, since, position`;
    const rows = await this.#rows(text, []);
    return rows.map((row) => ({ first: letterOf(row), behind: Number(row.at(-1)) - 1 }));
  }

  async letter(group: string, position: number) {
    const text = `select ${letterColumns} from ${this.#table}
      where group_name = $1 and position = $2`;
    const [row] = await this.#rows(text, [group, position]);
    return row && letterOf(row);
  }

  async released() {
    const text = `select ${letterColumns} from ${this.#table} where released_at is not null
      order by released_at desc, position desc`;
    return (await this.#rows(text, [])).map(letterOf);
  }

  async list(group: string) {
    const text = `select ${letterColumns} from ${this.#table} where ${open} order by position`;
    return (await this.#rows(text, [group])).map(letterOf);
  }

  async retry(group: string, stream: StreamId) {
    const text = `update ${this.#table} set asked_at = clock_timestamp()
      where ${open} and stream = $2 returning 1`;
    return (await this.#rows(text, [group, stream])).length;
  }

  async release(group: string, stream: StreamId, position: number, { by, reason }: Release) {
    // Who comes second waits for the first row, and then sees that it is no longer there.
    const text = `with first as (
        select position from ${this.#table} where ${open} and stream = $2
        order by position limit 1 for update
      ), rest as (
        update ${this.#table} set asked_at = clock_timestamp()
        where ${open} and stream = $2 and position > $3 and $3 = (select position from first)
      )
      update ${this.#table} set released_at = clock_timestamp(), asked_at = null,
        released_by = $4, release_reason = $5
      where ${open} and position = $3 and $3 = (select position from first)
      returning ${letterColumns}`;
    const [row] = await this.#rows(text, [group, stream, position, by, reason]);
    return row && letterOf(row);
  }

  close() {
    return this.line.close();
  }

  #rows(text: string, values: readonly unknown[]) {
    return this.line.rows({ text, values: [...values] });
  }
}

/** The letters of a group that still stand. */
const open = 'group_name = $1 and released_at is null';

const fieldsOf = (event: StoredEvent) => {
  const { position, stream, revision, id, type, body, meta, recordedAt } = event;
  return [position, stream, revision, id, type, body, meta, recordedAt];
};

const transposed = (rows: readonly (readonly unknown[])[]) =>
  Array.from({ length: 8 }, (_, column) => rows.map((row) => row[column]));
