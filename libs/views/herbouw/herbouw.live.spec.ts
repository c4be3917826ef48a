import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase } from '@wijkspoor/testing';
import type { DataSource } from 'typeorm';
import { viewCheckpoint } from '../checkpoint.ts';
import { openViews } from '../data-source.ts';
import type { ViewsInTest } from '../fixtures/database.fixture.ts';
import { alleRijen, projecteer, viewsInTest } from '../fixtures/database.fixture.ts';
import type { Logboek } from '../fixtures/logboek.fixture.ts';
import { logboek, traag } from '../fixtures/logboek.fixture.ts';
import { stad, verwachteRijen } from '../fixtures/stad.fixture.ts';
import { zakenView } from '../zaken/zaken.view.ts';
import { herbouw } from './herbouw.ts';

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

describe('a rebuild under the hands of a live view', () => {
  it('loses nothing of what is written meanwhile, and never shows an empty table', async () => {
    const geheel = stad(90);
    const log = logboek();
    const bijschrijven = () => {
      for (const event of geheel.events.slice(log.events.length, log.events.length + 12))
        log.append(event.stream, event);
    };
    while (log.events.length < 300) bijschrijven();
    await projecteer(ander, log);
    let klaar = false;
    const schrijver = schrijfDoor(ander, log, bijschrijven, () => klaar);
    const lezer = leesDoor(ander, () => klaar);
    for (let keer = 0; keer < 3; keer++) await herbouw(views.ds, traag(log, 10));
    klaar = true;
    expect(await schrijver).toBeGreaterThan(10);
    expect(await lezer).toBeGreaterThan(10);
    expect(await alleRijen(views.ds)).toEqual(verwachteRijen(log));
    expect(await viewCheckpoint(ander, 'zaken').load()).toBe(log.events.length);
  }, 60_000);

  it('waits for a writer that is half-way, and takes along what that writes', async () => {
    const log = stad(6);
    const halt = poort();
    const bezig = poort();
    const schrijver = zakenView(ander).apply(
      log.events.slice(6),
      log.events.length,
      async (stream) => {
        bezig.open();
        await halt.wacht;
        return log.reread(stream);
      },
    );
    await bezig.wacht;
    let gewisseld = false;
    const ervoor = { ...log, events: log.events.slice(0, 6) };
    const bouw = herbouw(views.ds, async function* (after) {
      yield* (after === 0 ? ervoor : log).replay(after);
    }).then(() => (gewisseld = true));
    await sleep(400);
    expect(gewisseld).toBe(false);
    halt.open();
    await Promise.all([schrijver, bouw]);
    expect(await alleRijen(views.ds)).toEqual(verwachteRijen(log));
  });

  it('keeps writers waiting from its last look until the new table is there', async () => {
    const log = stad(9);
    const [een, twee, drie] = [30, 50, log.events.length] as const;
    const schrijf = async (van: number, tot: number) =>
      zakenView(ander).apply(log.events.slice(van, tot), tot, log.reread);
    await schrijf(0, een);
    let laatste = Promise.resolve();
    let keer = 0;
    await herbouw(views.ds, async function* (after) {
      keer++;
      yield log.events.slice(after, keer >= 3 ? twee : een);
      // The second look is the last before the switch; the third is the one behind closed doors,
      // and again behind them are those of a switch that has to be tried once more.
      if (keer === 2) await schrijf(een, twee);
      if (keer === 3) laatste = schrijf(twee, drie);
      await sleep(keer === 3 ? 300 : 0);
    });
    await laatste;
    expect(keer).toBeGreaterThanOrEqual(3);
    expect(await alleRijen(views.ds)).toEqual(verwachteRijen(log));
  });

  it('loses nothing of a view that does not know how far it is', async () => {
    const log = stad(9);
    let keer = 0;
    await herbouw(views.ds, async function* (after) {
      keer++;
      yield log.events.slice(after, keer < 3 ? 30 : undefined);
      // Stream by stream, as Kafka gives them: of that there is no position in the log.
      for (const { stream } of keer === 2 ? log.events : []) {
        const events = log.events.filter((event) => event.stream === stream);
        await zakenView(ander).apply(events, log.events.length, log.reread);
      }
    });
    expect(await alleRijen(views.ds)).toEqual(verwachteRijen(log));
  });

  it('does not wait behind one that reads for long with all others behind it', async () => {
    const log = stad(4);
    await projecteer(ander, log);
    const gelezen = poort();
    const klaar = poort();
    const lezer = ander.transaction(async (manager) => {
      await manager.query('select count(*) from lees.zaken');
      gelezen.open();
      await klaar.wacht;
    });
    await gelezen.wacht;
    const bouw = herbouw(views.ds, log.replay);
    // The long reader goes on for as long as it takes: who had to wait for it would never end.
    for (let gewacht = 0; gewacht < 3;) {
      if (await wachtOpLezer(ander)) gewacht++;
      expect(await alleRijen(ander)).toHaveLength(4);
      await sleep(20);
    }
    klaar.open();
    await Promise.all([lezer, bouw]);
    expect(await alleRijen(views.ds)).toEqual(verwachteRijen(log));
  });
});

/** Whether somebody waits at this moment to have the table of cases for itself. */
async function wachtOpLezer(ds: DataSource): Promise<boolean> {
  const wachters = await ds.query<unknown[]>(
    `select from pg_locks where not granted and relation = 'lees.zaken'::regclass`,
  );
  return wachters.length > 0;
}

/** Something to wait for, until it is opened. */
function poort() {
  let open = () => undefined as void;
  const wacht = new Promise<void>((resolve) => (open = resolve));
  return { wacht, open: () => open() };
}

/**
 * A live view: follows a log that grows, until told; then to its end. Gives the batches it took.
 */
async function schrijfDoor(
  ds: DataSource,
  log: Logboek,
  bijschrijven: () => void,
  klaar: () => boolean,
): Promise<number> {
  const view = zakenView(ds);
  let [na, keren] = [log.events.length, 0];
  while (!klaar() || na < log.events.length) {
    if (!klaar()) bijschrijven();
    const events = log.events.slice(na);
    await view.apply(events, log.events.length, log.reread);
    na += events.length;
    keren++;
    await sleep(3);
  }
  return keren;
}

/** Counts the cases again and again; there are never fewer than before. */
async function leesDoor(ds: DataSource, klaar: () => boolean): Promise<number> {
  let [eerder, keren] = [1, 0];
  while (!klaar()) {
    const [rij] = await ds.query<{ n: number }[]>('select count(*)::integer n from lees.zaken');
    expect(rij?.n).toBeGreaterThanOrEqual(eerder);
    eerder = rij?.n ?? 0;
    keren++;
    await sleep(1);
  }
  return keren;
}
