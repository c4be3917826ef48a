import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTopics } from '@wijkspoor/adapters/kafka';
import { openPostgresEventLog, type PostgresEventLog } from '@wijkspoor/adapters/postgres';
import type { StreamId } from '@wijkspoor/kernel';
import type { NewEvent } from '@wijkspoor/ports';
import pg from 'pg';
import { startService } from './city.ts';
import { alone, quantile, type Figure } from './figure.ts';
import { benchKafka } from './kafka.ts';
import { sampleCase } from './sample-zaak.ts';
import { anotherDatabase, benchServer } from './server.ts';

const tickMs = 10;
/** So many ticks lie between two events of one case. */
const ticksBetween = 20;
const steady = { perSecond: 500, seconds: 20, sampleEvery: 10 };
const ladder = [1_000, 2_000, 3_000, 4_000, 6_000, 8_000, 12_000] as const;
const ladderSeconds = 20;
const behindMs = 1_000;
const seenMs = 5;

/**
 * The way from the log to the rows in a distributed city: the service reporting as a process, which
 * carries the log to Kafka and makes rows of what comes back, on a Kafka and a PostgreSQL beside it
 * on the same machine. This process appends the events of cases, one by one, at a set rate.
 *
 * First 500 events a second, and for every tenth how long it takes from the answer of the append to
 * the row that has it. Then ever more, twenty seconds each, for as long as the rows keep up: all
 * there within a second after the last append.
 */
export async function* figures(): AsyncGenerator<Figure> {
  await using server = await benchServer();
  await using kafka = await benchKafka();
  const busUrl = `kafka://${kafka.brokers}`;
  await createTopics(busUrl);
  const url = await anotherDatabase(server.url, 'stad');
  const engines = { EVENT_LOG_URL: url, BUS_URL: busUrl, READ_DB_URL: url };
  const reporting = await startService('reporting', engines);
  const log = await openPostgresEventLog({ url });
  const rows = new pg.Pool({ connectionString: url, max: 8 });
  const place = { log, rows };
  await appended(place, { perSecond: 1_000, seconds: 5 });
  await keptUp(place, 60_000);
  const { lags } = await appended(place, steady);
  yield alone('distributed-lag-p99-ms', quantile(lags, 0.99), 'ms');
  yield alone('distributed-per-second', await sustained(place), 'events/s');
  await rows.end();
  await log.close();
  await reporting.stop();
}

type Place = Readonly<{ log: PostgresEventLog; rows: pg.Pool }>;
type Pace = Readonly<{ perSecond: number; seconds: number; sampleEvery?: number }>;

/** The highest rate with which the rows keep up; 0 when the lowest is too much. */
async function sustained(place: Place): Promise<number> {
  let highest = 0;
  for (const perSecond of ladder) {
    const { rate } = await appended(place, { perSecond, seconds: ladderSeconds });
    if (!(await keptUp(place, behindMs))) break;
    highest = rate;
  }
  return highest;
}

/** Appends at a rate; gives the one that came of it, and how long rows took for the samples. */
async function appended(place: Place, { perSecond, seconds, sampleEvery = 0 }: Pace) {
  const start = performance.now();
  const lags: number[] = [];
  const work: Promise<void>[] = [];
  const cases = openCases(place);
  let done = 0;
  for (let tick = 0; tick < (seconds * 1_000) / tickMs; tick++) {
    const due = ((tick + 1) * tickMs * perSecond) / 1_000;
    for (; done < due; done++) {
      const isSample = sampleEvery > 0 && done % sampleEvery === 0;
      work.push(cases.next(tick, isSample ? lags : undefined));
    }
    const pause = start + (tick + 1) * tickMs - performance.now();
    if (pause > 0) await sleep(pause);
  }
  await Promise.all(work);
  return { lags, rate: (done * 1_000) / (performance.now() - start) };
}

type OpenCase = { zaakId: StreamId; events: readonly NewEvent[]; at: number; from: number };

/** Many cases side by side: the next event of one that is due, else the first of a new one. */
function openCases({ log, rows }: Place) {
  const open: OpenCase[] = [];
  const begin = (tick: number): OpenCase => ({ ...sampleCase(), at: 0, from: tick });
  const next = async (tick: number, lags: number[] | undefined) => {
    const first = open[0];
    const one = first && first.from <= tick ? (open.shift() ?? first) : begin(tick);
    const { zaakId, events, at } = one;
    const event = events[at];
    if (!event) throw new Error(`${zaakId} has no event ${at}`);
    if (at + 1 < events.length) open.push({ ...one, at: at + 1, from: tick + ticksBetween });
    await log.append(zaakId, [event], at === 0 ? 'none' : at - 1);
    if (lags) lags.push(await untilSeen(rows, zaakId, at));
  };
  return { next };
}

async function untilSeen(rows: pg.Pool, zaakId: StreamId, revision: number): Promise<number> {
  const start = performance.now();
  const text = 'select from lees.zaken where zaak_id = $1 and revisie >= $2';
  while ((await rows.query({ name: 'seen', text, values: [zaakId, revision] })).rowCount === 0)
    await sleep(seenMs);
  return performance.now() - start;
}

/** Whether the rows are as far as the log within so many ms. */
async function keptUp({ log, rows }: Place, withinMs: number): Promise<boolean> {
  const text = `select sum(revisie + 1)::bigint as seen from lees.zaken`;
  const head = await log.head();
  for (const end = performance.now() + withinMs; performance.now() < end; await sleep(50)) {
    const { rows: found } = await rows.query<{ seen: string | null }>(text);
    if (Number(found[0]?.seen ?? 0) === head) return true;
  }
  return false;
}
