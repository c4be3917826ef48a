import { retryPolicy, type Bus, type EventLog, type RetryPolicy } from '@wijkspoor/ports';
import { Consumption } from './bus.consume.ts';
import { Connection } from './connection.ts';
import { openPostgresDeadLetters } from './dead-letters.ts';
import { whileLocked } from './group-lock.ts';

export type BusOptions = Partial<RetryPolicy> &
  Readonly<{
    url: string;
    /** The log that this bus follows. It stands in the same database and schema. */
    log: EventLog;
    schema?: string;
    /** How often a second consumer of a group looks whether the first one is still there. */
    takeOverMs?: number;
    /** How often a consumer looks whether a person asked to try dead letters again. */
    askedMs?: number;
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
  const { askedMs = 1_000 } = options;
  const letters = await openPostgresDeadLetters({ url, schema, timeoutMs });
  const closing = new AbortController();

  return {
    publish: () => Promise.resolve(),

    async consume(consumer, until) {
      const stop = AbortSignal.any([until, closing.signal]);
      const lock = new Connection({ url, timeoutMs, name: `wijkspoor bus ${consumer.group}` });
      const name = `${schema}/${consumer.group}`;
      const how = { ...retryPolicy(options), askedMs };
      try {
        await whileLocked(lock, { name, retryMs: takeOverMs, stop }, (held) =>
          new Consumption(consumer, letters, how).run(log, held),
        );
      } finally {
        await lock.close();
      }
    },

    backlog: async ({ checkpoint }) => Math.max(0, (await log.head()) - (await checkpoint.load())),

    deadLetters: (group) => letters.list(group),

    async close() {
      closing.abort();
      await letters.close();
    },
  };
}
