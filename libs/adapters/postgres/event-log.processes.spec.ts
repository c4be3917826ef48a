import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { wait, type StoredEvent } from '@wijkspoor/ports';
import { bundleProgram, runProgram, testDatabase, testFolder } from '@wijkspoor/testing';
import { openPostgresEventLog } from './event-log.ts';

const shared = 'proef-gedeeld';
const never = new AbortController().signal;

describe('the event log, written by several processes at once', () => {
  it('skips nothing and doubles nothing for followers that start at any moment', async () => {
    await using folder = await testFolder();
    await using database = await testDatabase();
    const program = join(folder.path, 'program.mjs');
    await bundleProgram(resolve('libs/adapters/postgres/event-log.program.ts'), program);
    // Opened by the writers too, all at once: the first one makes the tables.
    const args = [database.url, shared, '8', '50'];
    const writers = Array.from({ length: 3 }, () => runProgram(program, { args }));
    const log = await openPostgresEventLog({ url: database.url, pollMs: 60_000 });

    const enough = 3 * 8 * 75;
    const followers = Array.from({ length: 6 }, async (_, index) => {
      await wait(index * 150, never);
      return followUntil(log.follow(0, never), enough);
    });
    const stored = await Promise.all(writers.map((writer) => writer.next<string[]>()));
    const ids = stored.flat().sort();
    expect(ids).toHaveLength(enough);
    for (const found of await Promise.all(followers)) {
      expect(found.map(({ id }) => id).sort()).toEqual(ids);
      expect(found.map(({ position }) => position)).toEqual(ids.map((_, index) => index + 1));
    }

    const revisions = (await log.read(shared)).map(({ revision }) => revision);
    expect(revisions).toEqual(revisions.map((_, index) => index));
    expect(await log.head()).toBe(enough);
    await log.close();
    for (const writer of writers) await writer.ended;
  }, 60_000);
});

async function followUntil(batches: AsyncIterable<readonly StoredEvent[]>, enough: number) {
  const events: StoredEvent[] = [];
  for await (const batch of batches) {
    events.push(...batch);
    if (events.length >= enough) break;
  }
  return events;
}
