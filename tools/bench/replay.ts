import { performance } from 'node:perf_hooks';
import { openPostgresEventLog, type PostgresEventLog } from '@wijkspoor/adapters/postgres';
import type { Zaak } from '@wijkspoor/domain';
import { zaakDecider } from '@wijkspoor/domain';
import { zaakCodec } from '@wijkspoor/wire';
import { alone, median, type Figure } from './figure.ts';
import { sampleCase } from './sample-zaak.ts';
import { benchServer } from './server.ts';

const streams = 60_000;
const eventsPerStream = 5;
const rounds = 3;

/** Events per second read through the port, decoded and folded, each case by itself. */
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
  const { zaakId, events } = sampleCase();
  return log.append(zaakId, events, 'none');
}

async function replayedPerSecond(log: PostgresEventLog): Promise<number> {
  const zaken = new Map<string, Zaak>();
  const start = performance.now();
  let events = 0;
  for await (const batch of log.replay(0)) {
    for (const stored of batch) {
      const zaak = zaken.get(stored.stream) ?? zaakDecider.initial;
      zaken.set(stored.stream, zaakDecider.evolve(zaak, zaakCodec.decode(stored)));
    }
    events += batch.length;
  }
  if (events !== streams * eventsPerStream || zaken.size !== streams) {
    throw new Error(`Replayed ${events} events of ${zaken.size} streams.`);
  }
  return (events * 1_000) / (performance.now() - start);
}
