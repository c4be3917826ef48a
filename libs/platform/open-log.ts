import { isEventStoreDbAddress, openEventStoreDbEventLog } from '@wijkspoor/adapters/eventstoredb';
import { openPostgresEventLog } from '@wijkspoor/adapters/postgres';
import type { EventLog } from '@wijkspoor/ports';
import type { Closing } from './closing.ts';

/** The log, and how to count in it. */
export type OpenedLog = Readonly<{
  log: EventLog;
  /** How many events come after a position: exactly, or `manyEvents` when there are more. */
  eventsAfter(position: number): Promise<number>;
}>;

/** Where positions are no count, this is as far as is counted. */
const manyEvents = 1_000;

/** Opens the log at an address of PostgreSQL or EventStoreDB. */
export async function openLogAt(url: string, closing: Closing): Promise<OpenedLog> {
  if (isEventStoreDbAddress(url)) {
    const log = await openEventStoreDbEventLog({ url });
    closing.add('the event log', log, (opened) => opened.close());
    return { log, eventsAfter: (position) => counted(log, position) };
  }
  const log = await openPostgresEventLog({ url });
  closing.add('the event log', log, (opened) => opened.close());
  return { log, eventsAfter: async (position) => Math.max(0, (await log.head()) - position) };
}

// A position of EventStoreDB is a place in bytes, so what lies between is read, but never much.
async function counted(log: EventLog, position: number): Promise<number> {
  let found = 0;
  for await (const batch of log.replay(position)) {
    found += batch.length;
    if (found >= manyEvents) return manyEvents;
  }
  return found;
}
