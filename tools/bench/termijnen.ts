import 'temporal-polyfill/global';
import { performance } from 'node:perf_hooks';
import { openPostgresEventLog } from '@wijkspoor/adapters/postgres';
import type { Datum } from '@wijkspoor/domain';
import { bewaking } from '@wijkspoor/domain';
import type { Instant } from '@wijkspoor/kernel';
import { openLog, readConfig } from '@wijkspoor/platform';
import type { EventLog } from '@wijkspoor/ports';
import { openViews } from '@wijkspoor/views';
import { tik, type Bewaker } from '@wijkspoor/services/deadline-monitor';
import type { DataSource } from 'typeorm';
import { alone, type Figure } from './figure.ts';
import { benchServer } from './server.ts';
import { leesGemeente, openAdvies } from './termijnen.sample.ts';

const dueAtOnce = 5_000;
const sizes = [
  [10_000, 'tick-10k-ms'],
  [100_000, 'tick-100k-ms'],
  [1_000_000, 'tick-1m-ms'],
] as const;
const manyDue = 20_000;
const today: Datum = '2030-03-01';
const now: Instant = '2030-03-01T11:00:00.000Z';

type City = Readonly<{ log: EventLog; views: DataSource; bewaker: Bewaker }>;

/**
 * What a tick of the clock costs with 10,000, 100,000 and 1,000,000 open terms, of which the same
 * 5,000 have a rung that is due; and how many rungs a second it raises out of a million.
 *
 * The days of the clock are filled by one statement; the cases that are due stand in the log, and
 * everything from there on is what a city does: read, decide, append, note. A tick that raises a
 * rung twice, or leaves one out, ends the run.
 */
export async function* figures(): AsyncGenerator<Figure> {
  await using server = await benchServer();
  const log = await openPostgresEventLog({ url: server.url });
  const views = await openViews(server.url);
  const city = { log, views, bewaker: await bewakerOf(log, views) };
  await measured(city, 1_000, 1_000);
  for (const [open, name] of sizes) {
    const { ms } = await measured(city, open, dueAtOnce);
    yield alone(name, ms, 'ms');
  }
  const { ms, memoryMb } = await measured(city, 1_000_000, manyDue);
  yield alone('rungs-per-second', (manyDue * 1_000) / ms, 'rungs/s');
  yield alone('tick-memory-mb', memoryMb, 'MB');
  await log.close();
  await views.destroy();
}

async function bewakerOf(log: EventLog, views: DataSource): Promise<Bewaker> {
  const logger = openLog(readConfig({ LOG_LEVEL: 'silent' }, {}), 'stderr');
  const clock = { now: () => now };
  const calendar = { today: () => today, untilTomorrowMs: () => 1 };
  return { log, views, clock, calendar, logger, bewaking: bewaking(await leesGemeente()) };
}

async function measured({ log, views, bewaker }: City, open: number, due: number) {
  await views.query('truncate lees.klok, lees.signalen, lees.meldingen');
  await views.query(
    `insert into lees.klok select 'zaak-open-' || n, date '2030-03-02' + n % 300, 1
     from generate_series(1, $1) n`,
    [open - due],
  );
  await fillDue(log, views, due);
  await views.query('vacuum analyze lees.klok');
  const memory = watchMemory();
  const start = performance.now();
  const { gegeven } = await tik(bewaker, new AbortController().signal);
  const ms = performance.now() - start;
  const memoryMb = memory.grownMb();
  await refuseDoubled({ log, views, bewaker }, gegeven, due);
  return { ms, memoryMb };
}

async function fillDue(log: EventLog, views: DataSource, due: number): Promise<void> {
  const left = Array.from({ length: due }, () => openAdvies());
  const ids = left.map(({ zaakId }) => zaakId);
  const writer = async () => {
    for (let advies = left.pop(); advies; advies = left.pop())
      await log.append(advies.zaakId, advies.events, 'none');
  };
  await Promise.all(Array.from({ length: 64 }, writer));
  await views.query('insert into lees.klok select unnest($1::text[]), $2::date, 1', [ids, today]);
}

// Another tick finds nothing, and the log and the list of what was raised tell the same number.
async function refuseDoubled(
  { views, bewaker }: City,
  gegeven: number,
  due: number,
): Promise<void> {
  const again = await tik(bewaker, new AbortController().signal);
  const [row] = await views.query<{ raised: number }[]>(
    `select (select count(*)::int from lees.signalen) as raised`,
  );
  if (gegeven !== due || again.gegeven !== 0 || row?.raised !== due)
    throw new Error(`${due} rungs were due, ${gegeven} raised, ${again.gegeven} raised again`);
}

/** How much more memory is in use at most than at the start. */
function watchMemory() {
  const used = () => process.memoryUsage().rss;
  const before = used();
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, used())), 20);
  return {
    grownMb: () => {
      clearInterval(timer);
      return Math.max(most, used()) / 2 ** 20 - before / 2 ** 20;
    },
  };
}
