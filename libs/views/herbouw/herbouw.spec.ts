import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase } from '@wijkspoor/testing';
import type { DataSource } from 'typeorm';
import { viewCheckpoint } from '../checkpoint.ts';
import { openViews } from '../data-source.ts';
import type { ViewsInTest } from '../fixtures/database.fixture.ts';
import { alleRijen, projecteer, viewsInTest } from '../fixtures/database.fixture.ts';
import { traag } from '../fixtures/logboek.fixture.ts';
import { stad, verwachteRijen } from '../fixtures/stad.fixture.ts';
import { herbouw } from './herbouw.ts';
import type { Replay } from './opbouw.ts';

let views: ViewsInTest;
/** Another process that looks at the same read models. */
let ander: DataSource;

beforeAll(async () => {
  views = await viewsInTest(await testDatabase());
  ander = await openViews(views.url);
});
afterAll(async () => {
  await ander.destroy();
  await views[Symbol.asyncDispose]();
});
beforeEach(async () => views.ds.query('truncate lees.zaken, lees.view_checkpoints'));

const schemas = async () => {
  const sql = `select nspname from pg_namespace where nspname like 'lees%'`;
  return (await views.ds.query<{ nspname: string }[]>(sql)).map(({ nspname }) => nspname);
};

describe('a rebuild', () => {
  it('fills empty tables from the log', async () => {
    const log = stad(30);
    expect(await herbouw(views.ds, log.replay)).toEqual({ positie: log.events.length, zaken: 30 });
    expect(await alleRijen(views.ds)).toEqual(verwachteRijen(log));
    expect(await viewCheckpoint(views.ds, 'zaken').load()).toBe(log.events.length);
  });

  it('puts right what does not come from the log', async () => {
    const log = stad(12);
    await projecteer(views.ds, log);
    await views.ds.query(`update lees.zaken set status = 'nieuw', revisie = 99`);
    await views.ds.query(`delete from lees.zaken where zaak_id = 'zaak-stad-3'`);
    await herbouw(views.ds, log.replay);
    expect(await alleRijen(views.ds)).toEqual(verwachteRijen(log));
  });

  it('leaves tables with the same columns, indexes and names, and nothing else', async () => {
    const structuur = async () =>
      views.ds.query<unknown[]>(
        `select indexname, indexdef from pg_indexes where schemaname = 'lees'
         union all
         select column_name, concat_ws(' ', table_name, data_type, is_nullable, ordinal_position)
         from information_schema.columns where table_schema = 'lees'
         union all
         select conname, pg_get_constraintdef(oid) from pg_constraint
         where connamespace = 'lees'::regnamespace order by 1, 2`,
      );
    const eerst = await structuur();
    await herbouw(views.ds, stad(3).replay);
    expect(await structuur()).toEqual(eerst);
    expect(await schemas()).toEqual(['lees']);
  });

  it('lets a live view go on with what comes after it', async () => {
    const log = stad(20);
    const half = { ...log, events: log.events.slice(0, 90) };
    await projecteer(views.ds, half);
    await herbouw(views.ds, log.replay);
    await projecteer(ander, log, 90);
    expect(await alleRijen(views.ds)).toEqual(verwachteRijen(log));
  });

  it('leaves the live tables as they were when it breaks off', async () => {
    const log = stad(10);
    await projecteer(views.ds, log);
    const stuk: Replay = async function* () {
      yield log.events.slice(0, 20);
      throw new Error('the log went away');
    };
    await expect(herbouw(views.ds, stuk)).rejects.toThrow('the log went away');
    expect(await alleRijen(views.ds)).toEqual(verwachteRijen(log));
    expect(await schemas()).toEqual(['lees']);
  });

  it('refuses a log that ends before the view does', async () => {
    const log = stad(10);
    await projecteer(views.ds, log);
    const anderLog = stad(2);
    await expect(herbouw(views.ds, anderLog.replay)).rejects.toThrow(
      `ends at position ${anderLog.events.length}, but the view is at ${log.events.length}`,
    );
    expect(await alleRijen(views.ds)).toEqual(verwachteRijen(log));
  });

  it('stops at a log that gives a stream with a gap', async () => {
    const log = stad(2);
    const gat: Replay = async function* () {
      yield log.events.filter(({ revision }) => revision !== 1);
    };
    await expect(herbouw(views.ds, gat)).rejects.toThrow('with an event missing');
  });

  it('takes turns with another one', async () => {
    const log = stad(15);
    await Promise.all([herbouw(views.ds, traag(log, 5)), herbouw(ander, log.replay)]);
    expect(await alleRijen(views.ds)).toEqual(verwachteRijen(log));
  });
});
