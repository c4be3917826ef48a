import { performance } from 'node:perf_hooks';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { openPostgresEventLog } from '@wijkspoor/adapters/postgres';
import pg from 'pg';
import { against, median, type Figure } from './figure.ts';
import { sampleData, sampleEvent, sampleMeta, sampleStream } from './sample.ts';
import { anotherDatabase, benchServer } from './server.ts';

const writers = 64;
const roundMs = 2_000;
const rounds = 5;

type Store = Readonly<{ append(): Promise<unknown>; close(): Promise<void> }>;

/**
 * Durable appends of one event per second, each to a new stream, with 64 writers that each wait for
 * their answer: through the EventLog port, through Emmett, and as plain INSERTs.
 *
 * They take turns on one server, so that whatever else the machine does hits all of them.
 */
export async function* figures(): AsyncGenerator<Figure> {
  await using server = await benchServer();
  const stores = {
    ours: await ourStore(await anotherDatabase(server.url, 'ours')),
    emmett: await emmettStore(await anotherDatabase(server.url, 'emmett')),
    insert: await insertStore(await anotherDatabase(server.url, 'plain')),
  };
  const measured: Record<keyof typeof stores, number[]> = { ours: [], emmett: [], insert: [] };
  for (const store of Object.values(stores)) await perSecond(store, roundMs / 2);
  for (let round = 0; round < rounds; round++) {
    measured.ours.push(await perSecond(stores.ours, roundMs));
    measured.emmett.push(await perSecond(stores.emmett, roundMs));
    measured.insert.push(await perSecond(stores.insert, roundMs));
  }
  for (const store of Object.values(stores)) await store.close();
  const ours = median(measured.ours);
  yield against('append-vs-emmett', ours, median(measured.emmett), 'appends/s');
  yield against('append-vs-insert', ours, median(measured.insert), 'appends/s');
}

async function perSecond(store: Store, forMs: number): Promise<number> {
  const start = performance.now();
  let appended = 0;
  const writer = async () => {
    while (performance.now() - start < forMs) {
      await store.append();
      appended++;
    }
  };
  await Promise.all(Array.from({ length: writers }, writer));
  return (appended * 1_000) / (performance.now() - start);
}

async function ourStore(url: string): Promise<Store> {
  const log = await openPostgresEventLog({ url });
  return {
    append: () => {
      const stream = sampleStream();
      return log.append(stream, [sampleEvent(stream)], 'none');
    },
    close: () => log.close(),
  };
}

async function emmettStore(url: string): Promise<Store> {
  const store = getPostgreSQLEventStore(url);
  await store.schema.migrate();
  return {
    append: () => {
      const stream = sampleStream();
      const event = { type: 'VraagGeregistreerd', data: sampleData(stream) };
      return store.appendToStream(stream, [event]);
    },
    close: () => store.close(),
  };
}

/** The same columns and indexes, and nothing that keeps order: what PostgreSQL does by itself. */
async function insertStore(connectionString: string): Promise<Store> {
  const pool = new pg.Pool({ connectionString, max: 16 });
  await pool.query(`create table events (position bigint generated always as identity primary key,
    stream text not null, revision int not null, id uuid not null unique, type text not null,
    body text not null, meta text not null,
    recorded_at timestamptz(3) not null default clock_timestamp(), unique (stream, revision))`);
  const text = `insert into events (stream, revision, id, type, body, meta)
    values ($1, 0, $2, $3, $4, $5)`;
  return {
    append: () => {
      const stream = sampleStream();
      const { id, type, body } = sampleEvent(stream);
      return pool.query({ name: 'insert', text, values: [stream, id, type, body, sampleMeta] });
    },
    close: () => pool.end(),
  };
}
