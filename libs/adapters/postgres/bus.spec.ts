import { describe, expect, it } from '@jest/globals';
import type { HandleBatch } from '@wijkspoor/ports';
import {
  busContract,
  checkpointContract,
  deadLettersContract,
  eventually,
  someEvents,
  someStream,
} from '@wijkspoor/ports/contract';
import { testDatabase } from '@wijkspoor/testing';
import { openPostgresBus } from './bus.ts';
import { openPostgresCheckpoints } from './checkpoint.ts';
import { openPostgresDeadLetters } from './dead-letters.ts';
import { openPostgresEventLog } from './event-log.ts';

const quickly = { attempts: 3, backoffMs: 10, backoffMaxMs: 50, takeOverMs: 100, askedMs: 50 };

async function open() {
  const database = await testDatabase();
  const { url } = database;
  const log = await openPostgresEventLog({ url });
  const bus = await openPostgresBus({ url, log, ...quickly });
  const checkpoints = await openPostgresCheckpoints({ url });
  const letters = await openPostgresDeadLetters({ url });
  const close = async () => {
    for (const each of [bus, checkpoints, letters, log]) await each.close();
    await database[Symbol.asyncDispose]();
  };
  return { bus, log, checkpoint: checkpoints.checkpoint, letters, close };
}

busContract('PostgreSQL', open);
checkpointContract('PostgreSQL', open);
deadLettersContract('PostgreSQL', open);

describe('PostgreSQL as a bus, beyond what every bus promises', () => {
  it('has one consumer of a group at work, and saves how far it came', async () => {
    const { bus, log, checkpoint, close } = await open();
    const stream = someStream();
    const seen: string[] = [];
    const handle =
      (who: string): HandleBatch =>
      async (batch) =>
        void seen.push(...batch.map(({ body }) => `${who} ${body}`));
    const consume = (who: string, stop: AbortSignal) =>
      bus.consume({ group: 'groep', checkpoint: checkpoint('groep'), handle: handle(who) }, stop);
    const [stopFirst, stopSecond] = [new AbortController(), new AbortController()];
    const first = consume('een', stopFirst.signal);
    await log.append(stream, someEvents(['1']), 'none');
    await eventually(() => seen.length === 1);
    const second = consume('twee', stopSecond.signal);
    await log.append(stream, someEvents(['2']), 0);
    await eventually(() => seen.length === 2);
    stopFirst.abort();
    await first;
    expect(await checkpoint('groep').load()).toBe(2);
    await log.append(stream, someEvents(['3']), 1);
    await eventually(() => seen.length === 3);
    expect(seen).toEqual(['een 1', 'een 2', 'twee 3']);
    stopSecond.abort();
    await second;
    await close();
  });
});
