import { describe, expect, it } from '@jest/globals';
import { eventually, get, testClock, testDatabase } from '@wijkspoor/testing';
import pg from 'pg';
import { advies, inBehandeling, startReporting } from './fixtures/reporting.fixture.ts';
import { controleerOverzichten, herbouwOverzichten } from './index.ts';

const clock = testClock('2026-04-20T09:00:00.000Z');

describe('the overviews made anew from the log', () => {
  it('are what they were, also when all of them were lost', async () => {
    await using database = await testDatabase();
    const { url } = database;
    const given = { EVENT_LOG_URL: url, READ_DB_URL: url, LOG_LEVEL: 'silent' };
    const running = await startReporting(url, clock);
    try {
      for (const id of ['een', 'twee', 'drie']) await inBehandeling(running, advies(id));
      const list = async () => (await get(`${running.url}/v1/zaken`)).body;
      const before = await eventually(
        list,
        ({ zaken }) =>
          (zaken as { einde: string | null }[]).every(({ einde }) => einde) &&
          (zaken as unknown[]).length === 3,
      );
      expect(await controleerOverzichten(given)).toMatchObject({ zaken: 3, aantal: 0 });

      await throwRowsAway(url);
      expect((await list())['zaken']).toEqual([]);
      expect(await controleerOverzichten(given)).toMatchObject({ zaken: 3, aantal: 3 });

      expect(await herbouwOverzichten(given)).toEqual({ positie: 9, zaken: 3 });
      expect(await list()).toEqual(before);
      expect(await controleerOverzichten(given)).toMatchObject({ zaken: 3, aantal: 0 });
    } finally {
      await running.close();
    }
  }, 60_000);

  async function throwRowsAway(url: string): Promise<void> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('delete from lees.zaken');
    await client.end();
  }
});
