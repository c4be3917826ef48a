import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase } from '@wijkspoor/testing';
import { viewCheckpoint } from './checkpoint.ts';
import { dataSource, openViews } from './data-source.ts';
import type { ViewsInTest } from './fixtures/database.fixture.ts';
import { viewsInTest } from './fixtures/database.fixture.ts';

let views: ViewsInTest;
beforeAll(async () => {
  views = await viewsInTest(await testDatabase());
});
afterAll(async () => views[Symbol.asyncDispose]());

describe('the tables of the read models', () => {
  it('are made once when several processes start at the same time', async () => {
    await using database = await testDatabase();
    const opened = await Promise.all(Array.from({ length: 5 }, () => openViews(database.url)));
    await Promise.all(opened.map((ds) => ds.destroy()));
    const later = await openViews(database.url);
    const made = await later.query<unknown[]>('select from lees.migrations');
    await later.destroy();
    expect(made).toHaveLength(later.migrations.length);
  });

  it('are not touched by a later start', async () => {
    await views.ds.query(`insert into lees.view_checkpoints values ('proef', 7)`);
    const later = await openViews(views.url);
    await later.destroy();
    expect(await viewCheckpoint(views.ds, 'proef').load()).toBe(7);
  });

  it('have the columns that the entities say', async () => {
    const { upQueries } = await views.ds.driver.createSchemaBuilder().log();
    const changes = upQueries.map(({ query }) => query).filter((query) => !/ INDEX /.test(query));
    expect(changes).toEqual([]);
  });

  it('can be taken down again', async () => {
    await using database = await testDatabase();
    const ds = await openViews(database.url);
    for (let n = ds.migrations.length; n > 0; n--) await ds.undoLastMigration();
    const left = await ds.query<unknown[]>(
      `select from pg_tables where schemaname = 'lees' and tablename <> 'migrations'`,
    );
    await ds.destroy();
    expect(left).toEqual([]);
  });

  it('are not made by connecting alone', async () => {
    await using database = await testDatabase();
    const ds = await dataSource(database.url).initialize();
    const schemas = await ds.query<unknown[]>(`select from pg_namespace where nspname = 'lees'`);
    await ds.destroy();
    expect(schemas).toEqual([]);
  });
});

describe('the connection to the read models', () => {
  it('waits for the disk, unless its address says that it need not', async () => {
    const setting = async (address: string) => {
      const ds = await openViews(address);
      const sql = `select concat_ws(' ', current_setting('synchronous_commit'),
        current_setting('datestyle')) as settings`;
      const [row] = await ds.query<{ settings: string }[]>(sql);
      await ds.destroy();
      return row?.settings;
    };
    expect(await setting(views.url)).toBe('on ISO, MDY');
    const hasty = `${views.url}?options=-c%20synchronous_commit%3Doff`;
    expect(await setting(hasty)).toBe('off ISO, MDY');
  });
});

describe('the checkpoint of a view', () => {
  it('begins at 0, moves up, and never moves back', async () => {
    const checkpoint = viewCheckpoint(views.ds, 'stappen');
    expect(await checkpoint.load()).toBe(0);
    await checkpoint.save(5_000_000_000);
    await checkpoint.save(12);
    await checkpoint.save(5_000_000_000);
    expect(await checkpoint.load()).toBe(5_000_000_000);
  });

  it('is one for each view', async () => {
    await viewCheckpoint(views.ds, 'een').save(3);
    expect(await viewCheckpoint(views.ds, 'twee').load()).toBe(0);
  });
});
