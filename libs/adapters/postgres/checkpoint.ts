import type { Checkpoint } from '@wijkspoor/ports';
import { Connection } from './connection.ts';
import { createTables, tablesOf } from './event-log.schema.ts';

export type PostgresCheckpoints = Readonly<{
  /** The checkpoint of a group of consumers. */
  checkpoint(group: string): Checkpoint;
  close(): Promise<void>;
}>;

export type CheckpointOptions = Readonly<{ url: string; schema?: string; timeoutMs?: number }>;

/**
 * Checkpoints in PostgreSQL. To handle an event twice does no harm, so saving does not wait for the
 * disk: after a crash of the server the last few saves can be gone.
 */
export async function openPostgresCheckpoints({
  url,
  schema = 'log',
  timeoutMs = 5_000,
}: CheckpointOptions): Promise<PostgresCheckpoints> {
  const tables = tablesOf(schema);
  await createTables(url, tables);
  const prepare = 'set synchronous_commit = off';
  const line = new Connection({ url, timeoutMs, prepare, name: 'wijkspoor leeswijzer' });
  return {
    checkpoint: (group) => checkpointOf(line, tables.checkpoints, group),
    close: () => line.close(),
  };
}

function checkpointOf(line: Connection, table: string, group: string): Checkpoint {
  const load = `select position from ${table} where group_name = $1`;
  const save = `insert into ${table} as known (group_name, position) values ($1, $2)
    on conflict (group_name) do update set position = excluded.position
    where known.position < excluded.position`;
  return {
    async load() {
      const [row] = await line.rows({ name: 'load', text: load, values: [group] });
      return Number(row?.[0] ?? 0);
    },
    async save(position) {
      await line.rows({ name: 'save', text: save, values: [group, position] });
    },
  };
}
