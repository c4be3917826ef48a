import { performance } from 'node:perf_hooks';
import { openPostgresEventLog, type PostgresEventLog } from '@wijkspoor/adapters/postgres';
import { alone, median, type Figure } from './figure.ts';
import { fold, type Folded } from './fold.ts';
import { sampleEvent, sampleStream } from './sample.ts';
import { benchServer } from './server.ts';

const streams = 60_000;
const eventsPerStream = 5;
const rounds = 3;

/** Events per second read from the log through the port and folded, each stream into its state. */
export async function* figures(): AsyncGenerator<Figure> {
  await using server = await benchServer();
  const log = await openPostgresEventLog({ url: server.url });
  await fill(log);
  const measured: number[] = [];
  for (let round = 0; round < rounds; round++) measured.push(await replayedPerSecond(log));
  await log.close();
  yield alone('replay-per-second', median(measured), 'events/s');
}

async function fill(log: PostgresEventLog) {
  const chunk = 2_000;
  for (let done = 0; done < streams; done += chunk) {
    await Promise.all(Array.from({ length: chunk }, () => appendCase(log)));
  }
}

function appendCase(log: PostgresEventLog) {
  const stream = sampleStream();
  const events = Array.from({ length: eventsPerStream }, () => sampleEvent(stream));
  return log.append(stream, events, 'none');
}

async function replayedPerSecond(log: PostgresEventLog): Promise<number> {
  const states = new Map<string, Folded>();
  const start = performance.now();
  let events = 0;
  for await (const batch of log.replay(0)) {
    for (const event of batch) fold(states, event);
    events += batch.length;
  }
  if (events !== streams * eventsPerStream || states.size !== streams) {
    throw new Error(`Replayed ${events} events of ${states.size} streams.`);
  }
  return (events * 1_000) / (performance.now() - start);
}
