import type { Bus, EventLog } from '@wijkspoor/ports';
import { Consumption, type RetryPolicy } from './bus.consume.ts';
import { Connection } from './connection.ts';
import { DeadLetters } from './dead-letters.ts';
import { createTables, tablesOf } from './event-log.schema.ts';
import { whileLocked } from './group-lock.ts';

export type BusOptions = Partial<RetryPolicy> &
  Readonly<{
    url: string;
    /** The log that this bus follows. It stands in the same database and schema. */
    log: EventLog;
    schema?: string;
    /** How often a second consumer of a group looks whether the first one is still there. */
    takeOverMs?: number;
    timeoutMs?: number;
  }>;

export type PostgresBus = Bus & { close(): Promise<void> };

/**
 * The bus of one machine: a durable follower of the log, and nothing between.
 *
 * What is in the log is on the bus, so `publish` has nothing left to do. There is no second copy
 * that could differ, and no moment at which an event is in the one and not yet in the other.
 *
 * One process at a time consumes a group; others wait to take over.
 */
export async function openPostgresBus(options: BusOptions): Promise<PostgresBus> {
  const { url, log, schema = 'log', takeOverMs = 1_000, timeoutMs = 5_000 } = options;
  const { attempts = 4, backoffMs = 100, backoffMaxMs = 5_000 } = options;
  const policy = { attempts, backoffMs, backoffMaxMs };
  const tables = tablesOf(schema);
  await createTables(url, tables);
  const line = new Connection({ url, timeoutMs, name: 'wijkspoor bus' });
  const letters = new DeadLetters(line, tables);
  const closing = new AbortController();

  return {
    publish: () => Promise.resolve(),

    async consume(consumer, until) {
      const stop = AbortSignal.any([until, closing.signal]);
      const lock = new Connection({ url, timeoutMs, name: `wijkspoor bus ${consumer.group}` });
      const name = `${schema}/${consumer.group}`;
      try {
        await whileLocked(lock, { name, retryMs: takeOverMs, stop }, (held) =>
          new Consumption(consumer, letters, policy, held).run(log),
        );
      } finally {
        await lock.close();
      }
    },

    deadLetters: (group) => letters.list(group),

    async close() {
      closing.abort();
      await line.close();
    },
  };
}
