import { createHash } from 'node:crypto';
import pg from 'pg';
import { isOutage, unavailable } from './connection.ts';
import { deadLettersSql } from './dead-letters.schema.ts';

/** Every name that is put into SQL, made once per log. The schema's name is checked here. */
export function tablesOf(schema: string) {
  if (!/^[a-z_][a-z0-9_]{0,39}$/.test(schema)) {
    throw new TypeError(`"${schema}" cannot be the name of a schema: use a-z, 0-9 and _.`);
  }
  return {
    schema,
    head: `${schema}.log_head`,
    events: `${schema}.events`,
    checkpoints: `${schema}.checkpoints`,
    deadLetters: `${schema}.dead_letters`,
    appendGroup: `${schema}.append_group`,
    /** On which `NOTIFY` says that there are new events. */
    channel: `${schema}_events`,
  } as const;
}

export type Tables = ReturnType<typeof tablesOf>;

/**
 * Makes the tables when they are missing, or of an earlier Wijkspoor. Several processes may do so
 * at once. Where all is as it should be nothing is locked, and no right to make tables is needed.
 *
 * `position` has no gaps and rises in the order of commits, because every append first takes the
 * one row of `log_head`. A sequence would not do: a later number can be committed earlier, and a
 * follower that has passed it never sees the other.
 */
export async function createTables(url: string, tables: Tables): Promise<void> {
  const parts = [tableSql, deadLettersSql, finalSql, functionSql].map((sql) => sql(tables));
  const mark = createHash('sha256').update(parts.join()).digest('hex').slice(0, 16);
  const timeouts = { connectionTimeoutMillis: 10_000, query_timeout: 60_000 };
  const client = new pg.Client({ connectionString: url, ...timeouts });
  client.on('error', () => undefined);
  try {
    await client.connect();
    if (await isMarked(client, tables, mark)) return;
    await client.query(`begin; select pg_advisory_xact_lock(hashtext('${tables.schema}.events'))`);
    for (const part of parts) await client.query(part);
    await client.query(`comment on schema ${tables.schema} is 'Wijkspoor ${mark}'; commit`);
  } catch (error) {
    throw isOutage(error) ? unavailable(error) : error;
  } finally {
    await client.end();
  }
}

async function isMarked(client: pg.Client, { schema }: Tables, mark: string): Promise<boolean> {
  const found = await client.query<{ mark: string }>(
    `select obj_description(oid, 'pg_namespace') as mark from pg_namespace where nspname = $1`,
    [schema],
  );
  return found.rows[0]?.mark === `Wijkspoor ${mark}`;
}

const tableSql = ({ schema, head, events, checkpoints }: Tables) => `
  set local client_min_messages = warning;
  create schema if not exists ${schema};
  create table if not exists ${head} (
    only_row boolean primary key default true check (only_row),
    position bigint not null
  ) with (fillfactor = 10);
  insert into ${head} (position) values (0) on conflict do nothing;
  create table if not exists ${events} (
    position bigint primary key,
    stream text collate "C" not null,
    revision int not null,
    id uuid not null unique,
    type text collate "C" not null,
    body text collate "C" not null,
    meta text collate "C" not null,
    recorded_at timestamptz(3) not null,
    unique (stream, revision)
  );
  -- A sample of neighbours sees few streams; that would make the planner believe them to be long.
  alter table ${events} alter column stream set (n_distinct = -0.2);
  create table if not exists ${checkpoints} (
    group_name text primary key,
    position bigint not null
  );`;

// A fact is never edited and never removed, also not by hand or by mistake.
const finalSql = ({ schema, events }: Tables) => `
  create or replace function ${schema}.refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception 'Events are final: % on % is refused.', tg_op, tg_table_name;
  end $$;
  create or replace trigger events_are_final before update or delete or truncate
    on ${events} for each statement execute function ${schema}.refuse_change();`;

// One call is one transaction: lock, compare, insert, tell.
const functionSql = ({ head, events, appendGroup, channel }: Tables) => `
  create or replace function ${appendGroup}(
    asked_streams text[], asked_expected int[],
    event_asks int[], event_streams text[], event_revisions int[],
    event_ids text[], event_types text[], event_bodies text[], event_metas text[],
    out first_position bigint, out refused int[], out actuals int[]
  ) language plpgsql as $$
  declare
    added int;
    stored_at timestamptz := clock_timestamp();
  begin
    select position + 1 into first_position from ${head} for update;

    select array_agg(n), array_agg(actual) into refused, actuals from (
      select n, expected, coalesce((
        select e.revision from ${events} e where e.stream = a.stream
        order by e.stream desc, e.revision desc limit 1
      ), -1) as actual
      from unnest(asked_streams, asked_expected) with ordinality a(stream, expected, n)
    ) compared where actual <> expected;

    if refused is null then
      ${insertSql(events, 'n', 'true')};
    else
      ${insertSql(events, 'row_number() over (order by n)', 'ask <> all (refused)')};
    end if;

    get diagnostics added = row_count;
    if added > 0 then
      update ${head} set position = first_position - 1 + added;
      perform pg_notify('${channel}', '');
    end if;
  end $$;`;

/** Numbering is a tenth of the work, so where all are stored their own number does. */
const insertSql = (events: string, number: string, isStored: string) => `
      insert into ${events} (position, stream, revision, id, type, body, meta, recorded_at)
      select first_position - 1 + ${number},
        stream, revision, id::uuid, type, body, meta, stored_at
      from unnest(event_asks, event_streams, event_revisions, event_ids, event_types,
        event_bodies, event_metas) with ordinality
        e(ask, stream, revision, id, type, body, meta, n)
      where ${isStored}`;
