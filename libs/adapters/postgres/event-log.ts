import { Bells, type EventLog, type Ringing } from '@wijkspoor/ports';
import { Connection } from './connection.ts';
import { Appender } from './event-log.append.ts';
import { follow, replay } from './event-log.follow.ts';
import { StreamReader } from './event-log.read.ts';
import { createTables, tablesOf } from './event-log.schema.ts';
import { Tail } from './event-log.tail.ts';

export type EventLogOptions = Readonly<{
  url: string;
  /** Where the tables stand. Default `log`. */
  schema?: string;
  /** How often followers look by themselves, when no notification comes. Default 1,000. */
  pollMs?: number;
  /** Events per batch of a follower or a replay. Default 1,000. */
  batchSize?: number;
  /** After this the server counts as gone. Default 5,000. */
  timeoutMs?: number;
}>;

export type PostgresEventLog = EventLog & {
  /** Ends the connections. What was not answered yet is answered with `Unavailable`. */
  close(): Promise<void>;
};

/** The event log in PostgreSQL. Makes its tables when they are missing. */
export async function openPostgresEventLog(options: EventLogOptions): Promise<PostgresEventLog> {
  const { url, schema = 'log', pollMs = 1_000, batchSize = 1_000, timeoutMs = 5_000 } = options;
  const tables = tablesOf(schema);
  await createTables(url, tables);
  const connect = (name: string, prepare?: string) =>
    new Connection({ url, timeoutMs, name: `wijkspoor ${name}`, ...(prepare && { prepare }) });

  const writer = connect('schrijver', durably);
  const reader = connect('lezer');
  const appender = new Appender(writer, reader, tables);
  const streams = new StreamReader(reader, tables);
  const tail = new Tail(connect('volger'), tables);
  const wakeUp = connect('wekker', `listen ${tables.channel}`);
  const closing = new AbortController();
  const bells = new Bells(async (all) => listen(wakeUp, all), pollMs, closing.signal);

  const head = async () => {
    const [row] = await reader.rows({ text: `select position from ${tables.head}` });
    return Number(row?.[0]);
  };

  return {
    append: (stream, events, expected) => appender.append(stream, events, expected),
    read: (stream) => streams.read(stream),
    async *replay(after) {
      const own = new Tail(connect('herhaler'), tables);
      try {
        yield* replay(own, batchSize, after, await head());
      } finally {
        await own.close();
      }
    },
    follow(from, until) {
      const stop = AbortSignal.any([until, closing.signal]);
      return follow(tail, bells, { batchSize, pollMs }, { from, stop });
    },
    head,
    async close() {
      closing.abort();
      await Promise.all([writer, reader, tail, wakeUp].map((each) => each.close()));
    },
  };
}

// An acknowledged event is on disk, also where the server as a whole is set to be less strict.
const durably = `select set_config('synchronous_commit', 'on', false)
  where current_setting('synchronous_commit') = 'off'`;

/**
 * Rings when the server says that there is something. Once at the beginning too, because what was
 * said meanwhile has not been heard.
 */
async function listen(wakeUp: Connection, bells: Ringing): Promise<void> {
  const client = await wakeUp.client();
  const lost = new Promise<void>((resolve) => client.once('end', resolve));
  client.on('notification', () => bells.ringSoon());
  bells.ring();
  await lost;
}
