import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '@wijkspoor/ports';
import { eventually, someEvents, someStream } from '@wijkspoor/ports/contract';
import { testDatabase, type TestDatabase } from '@wijkspoor/testing';
import pg from 'pg';
import { openPostgresDeadLetters } from './dead-letters.ts';
import { openPostgresEventLog } from './event-log.ts';

describe('the table of dead letters', () => {
  let database: TestDatabase;
  let client: pg.Client;

  beforeEach(async () => {
    database = await testDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });
  afterEach(async () => {
    await client.end();
    await database[Symbol.asyncDispose]();
  });

  async function twoEvents(): Promise<readonly [StoredEvent, StoredEvent]> {
    const log = await openPostgresEventLog({ url: database.url });
    const stream = someStream();
    await log.append(stream, someEvents(2), 'none');
    const [first, second] = await log.read(stream);
    await log.close();
    return [first!, second!];
  }

  it('takes the letters of Wijkspoor 0.1 over, with their events', async () => {
    const [event] = await twoEvents();
    await client.query(`drop table log.dead_letters; comment on schema log is null;
      create table log.dead_letters (
        group_name text not null, position bigint not null references log.events,
        stream text collate "C" not null, error text not null, attempts int not null,
        at timestamptz(3) not null default clock_timestamp(), primary key (group_name, position));
      insert into log.dead_letters (group_name, position, stream, error, attempts)
        select 'groep', position, stream, 'bedorven', 4 from log.events where position = 1`);
    const letters = await openPostgresDeadLetters({ url: database.url });
    expect(await letters.list('groep')).toMatchObject([{ event, error: 'bedorven', attempts: 4 }]);
    await letters.close();
  });

  it('does not keep an event behind a letter that is just being taken away', async () => {
    const [first, second] = await twoEvents();
    const letters = await openPostgresDeadLetters({ url: database.url });
    await letters.park('groep', first, 'bedorven', 4);
    await client.query('begin; delete from log.dead_letters');
    let answered = false;
    const keeping = letters.keepBehind('groep', [second]).finally(() => (answered = true));
    await eventually(async () => {
      const text = 'select from pg_locks where pg_backend_pid() = any (pg_blocking_pids(pid))';
      return ((await client.query(text)).rowCount ?? 0) > 0;
    });
    expect(answered).toBe(false);
    await client.query('commit');
    expect(await keeping).toEqual([second]);
    expect(await letters.list('groep')).toEqual([]);
    await letters.close();
  });
});
