import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, someEvents, someStream } from '@wijkspoor/ports/contract';
import { testDatabase, type TestDatabase } from '@wijkspoor/testing';
import pg from 'pg';
import { openPostgresEventLog } from './event-log.ts';

describe('the tables of the event log', () => {
  let database: TestDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    database = await testDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database[Symbol.asyncDispose]();
  });

  it('are made once by many that start at the same moment, and found by the next', async () => {
    const opening = Array.from({ length: 5 }, () => openPostgresEventLog({ url: database.url }));
    const logs = await Promise.all(opening);
    const positions = await Promise.all(
      logs.map((log) => log.append(someStream(), someEvents(1), 'none')),
    );
    expect(positions.map(({ position }) => position).sort()).toEqual([1, 2, 3, 4, 5]);
    for (const log of logs) await log.close();
  });

  it.each([
    `update log.events set body = '{}'`,
    `update log.events set body = '{}' where position = 1`,
    'delete from log.events',
    'truncate log.events cascade',
  ])('refuse to change what happened: %s', async (sql) => {
    await expect(client.query(sql)).rejects.toThrow(/Events are final/);
  });

  it('stand in the schema that is asked for, apart from others', async () => {
    const other = await openPostgresEventLog({ url: database.url, schema: 'andere_stad' });
    expect(await other.head()).toBe(0);
    expect(await other.append(someStream(), someEvents(1), 'none')).toMatchObject({ position: 1 });
    await other.close();
  });

  it('do not take just any name for a schema', async () => {
    const opening = openPostgresEventLog({ url: database.url, schema: 'log"; drop schema log' });
    await expect(opening).rejects.toThrow(TypeError);
  });

  it('wake a follower of another process by NOTIFY, long before it would look', async () => {
    const pollMs = 600_000;
    const [one, two] = [
      await openPostgresEventLog({ url: database.url }),
      await openPostgresEventLog({ url: database.url, pollMs }),
    ];
    const following = two.follow(await two.head(), new AbortController().signal);
    const first = following[Symbol.asyncIterator]().next();
    await eventually(listens);
    await one.append(someStream(), someEvents(1), 'none');
    expect((await first).value).toHaveLength(1);
    for (const log of [one, two]) await log.close();
  });

  async function listens(): Promise<boolean> {
    const { rowCount } = await client.query(
      `select from pg_stat_activity
       where datname = current_database() and state = 'idle' and query ~* '^listen'`,
    );
    return rowCount === 1;
  }
});
