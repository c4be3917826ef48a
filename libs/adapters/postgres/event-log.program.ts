/**
 * One of several writers in `event-log.processes.spec.ts`: it appends to streams of its own and to
 * one that all share, and says which events it stored.
 */
import { randomUUID } from 'node:crypto';
import { RevisionConflict, type StreamId } from '@wijkspoor/kernel';
import type { NewEvent } from '@wijkspoor/ports';
import { openPostgresEventLog } from './event-log.ts';

const [url = '', shared = 'proef-gedeeld', writers = '8', appends = '50'] = process.argv.slice(2);
const log = await openPostgresEventLog({ url });
const stored: string[] = [];

const eventsOf = (count: number): NewEvent[] =>
  Array.from({ length: count }, () => {
    return { id: randomUUID(), type: 'ProefGenomen', body: '{}', meta: '{}' };
  });

async function appendToShared(events: readonly NewEvent[]): Promise<unknown> {
  const stream = shared as StreamId;
  try {
    const known = await log.read(stream);
    return await log.append(stream, events, known.at(-1)?.revision ?? 'none');
  } catch (error) {
    if (!(error instanceof RevisionConflict)) throw error;
    return appendToShared(events);
  }
}

async function write() {
  for (let done = 0; done < Number(appends); done++) {
    const events = eventsOf(1 + (done % 2));
    if (done % 10 === 0) await appendToShared(events);
    else await log.append(`proef-${randomUUID()}`, events, 'none');
    stored.push(...events.map(({ id }) => id));
  }
}

await Promise.all(Array.from({ length: Number(writers) }, write));
await log.close();
process.stdout.write(`${JSON.stringify(stored)}\n`);
