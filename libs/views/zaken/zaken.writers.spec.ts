import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Unavailable } from '@wijkspoor/kernel';
import type { WijkspoorEvent } from '@wijkspoor/wire';
import { testDatabase } from '@wijkspoor/testing';
import { viewCheckpoint } from '../checkpoint.ts';
import { openViews } from '../data-source.ts';
import type { ViewsInTest } from '../fixtures/database.fixture.ts';
import { alleRijen, viewsInTest } from '../fixtures/database.fixture.ts';
import type { Logboek } from '../fixtures/logboek.fixture.ts';
import { stad, verwachteRijen } from '../fixtures/stad.fixture.ts';
import type { View } from '../view.ts';
import { zakenView } from './zaken.view.ts';

let views: ViewsInTest;
let view: View<WijkspoorEvent>;

beforeAll(async () => {
  views = await viewsInTest(await testDatabase());
  view = zakenView(views.ds);
});
afterAll(async () => views[Symbol.asyncDispose]());
beforeEach(async () => views.ds.query('truncate lees.zaken, lees.view_checkpoints'));

const nooit = async (stream: string): Promise<never> => {
  throw new Error(`${stream} should not have been read again`);
};

describe('several writers at once', () => {
  it('lose nothing and wait for each other in one direction only', async () => {
    const log = stad(120);
    const tweede = await openViews(views.url);
    try {
      const schrijvers = [views.ds, tweede, views.ds, tweede].map((ds) => zakenView(ds));
      await Promise.all(schrijvers.map((schrijver, n) => schrijf(schrijver, log, 40 + n * 17)));
    } finally {
      await tweede.destroy();
    }
    expect(await alleRijen(views.ds)).toEqual(verwachteRijen(log));
    expect(await viewCheckpoint(views.ds, 'zaken').load()).toBe(log.events.length);
  });

  it('never let one that is behind undo the work of one that is ahead', async () => {
    const log = stad(1);
    await view.apply(log.events, log.events.length, nooit);
    await view.apply(log.events.slice(0, 3), 3, nooit);
    expect(await alleRijen(views.ds)).toEqual(verwachteRijen(log));
    expect(await viewCheckpoint(views.ds, 'zaken').load()).toBe(log.events.length);
  });
});

async function schrijf(schrijver: View<WijkspoorEvent>, log: Logboek, batch: number) {
  for (let van = 0; van < log.events.length; van += batch) {
    const events = log.events.slice(van, van + batch);
    await schrijver.apply(events, van + events.length, log.reread);
  }
}

describe('when the database goes away', () => {
  it('says that it is unavailable, and goes on by itself when it is back', async () => {
    const log = stad(2);
    const verbroken = view.apply(log.events.slice(1), log.events.length, async (stream) => {
      await verbreek();
      return log.reread(stream);
    });
    await expect(verbroken).rejects.toBeInstanceOf(Unavailable);
    await view.apply(log.events, log.events.length, nooit);
    expect(await alleRijen(views.ds)).toEqual(verwachteRijen(log));
  });

  it('says so as well when there is no server at all', async () => {
    await expect(openViews('postgres://nobody@127.0.0.1:9/none')).rejects.toBeInstanceOf(
      Unavailable,
    );
  });
});

async function verbreek(): Promise<void> {
  const ander = await openViews(views.url);
  try {
    await ander.query(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()
         and state = 'idle in transaction'`,
    );
  } finally {
    await ander.destroy();
  }
}
