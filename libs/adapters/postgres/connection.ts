import { Unavailable } from '@wijkspoor/kernel';
import type { Socket } from 'node:net';
import pg, { type QueryArrayConfig } from 'pg';
import { Patience } from './patience.ts';

export type ConnectionOptions = Readonly<{
  url: string;
  /** Shows in pg_stat_activity. */
  name: string;
  /** After this the server counts as gone. */
  timeoutMs: number;
  /** Runs on every new connection, before anything else. */
  prepare?: string;
}>;

/** What came back: rows of text, as the server sent them. */
export type Row = readonly (string | null)[];

/**
 * One connection that is made when it is needed, and made anew after it was lost.
 *
 * Every call ends: with rows, with the error of the statement, or with `Unavailable` when the
 * server cannot be reached or says nothing for too long.
 */
export class Connection {
  #line: Line | undefined;
  #closed = false;

  constructor(private readonly options: ConnectionOptions) {}

  /** Rows as arrays of text. Statements with a `name` are prepared once per connection. */
  async rows(query: Omit<QueryArrayConfig, 'rowMode' | 'types'>): Promise<readonly Row[]> {
    const { ready, patience } = this.#open();
    const client = await ready;
    try {
      return await patience.during(answerOf(client, { ...query, rowMode: 'array', types }));
    } catch (error) {
      if (!isOutage(error)) throw error;
      this.#forget(client);
      throw unavailable(error);
    }
  }

  /** The live client itself, for LISTEN. */
  async client(): Promise<pg.Client> {
    return this.#open().ready;
  }

  /** Aborts when the connection of this moment is lost, and with it the locks that it holds. */
  async loss(): Promise<AbortSignal> {
    const { ready, lost } = this.#open();
    await ready;
    return lost;
  }

  async close() {
    this.#closed = true;
    const client = await this.#line?.ready.catch(() => undefined);
    await client?.end();
  }

  #open(): Line {
    if (this.#closed) throw new Unavailable('This connection has been closed.');
    return (this.#line ??= this.#connect());
  }

  #connect(): Line {
    const client = new pg.Client(configOf(this.options));
    const lost = new AbortController();
    // Later than the server's own timeout: this one is for a server that says nothing at all.
    const patience = new Patience(this.options.timeoutMs + 1_000, () => cut(client));
    client.on('error', () => this.#forget(client)).on('end', () => lost.abort());
    lost.signal.addEventListener('abort', () => {
      patience.end();
      this.#forget(client);
    });
    const made = establish(client, this.options.prepare);
    const ready = patience.during(made).catch((error: unknown) => {
      lost.abort();
      throw unavailable(error);
    });
    return { client, ready, patience, lost: lost.signal };
  }

  #forget(client: pg.Client) {
    if (this.#line?.client !== client) return;
    this.#line = undefined;
    // Whether it ends in order does not matter any more; what waited for it gets its error.
    client.end().catch(() => undefined);
  }
}

type Line = Readonly<{
  client: pg.Client;
  ready: Promise<pg.Client>;
  patience: Patience;
  lost: AbortSignal;
}>;

// `end` would wait for the answers that are still to come.
function cut(client: pg.Client) {
  const { connection } = client as unknown as { connection: { stream: Socket } };
  connection.stream.destroy();
}

// By callback: the promise of pg itself lets the garbage collector keep the rows of many answers.
const answerOf = (client: pg.Client, query: QueryArrayConfig) =>
  new Promise<readonly Row[]>((resolve, reject) => {
    client.query<(string | null)[]>(query, (error, answer) => {
      if (error) reject(error);
      else resolve(answer.rows);
    });
  });

const types = { getTypeParser: () => (text: string) => text };

// Every statement here goes by an index, for few rows, and must do so also with a plan that was
// made while the table was empty, or by a planner that believes streams to be long.
const settings = [
  ...['timezone=UTC', 'datestyle=ISO', 'jit=off', 'max_parallel_workers_per_gather=0'],
  ...['enable_seqscan=off', 'enable_bitmapscan=off', 'plan_cache_mode=force_generic_plan'],
];

const configOf = ({ url, name, timeoutMs }: ConnectionOptions): pg.ClientConfig => ({
  connectionString: url,
  application_name: name,
  keepAlive: true,
  // What is asked while an answer is under way goes out at once, and is answered in order.
  pipeline: true,
  connectionTimeoutMillis: timeoutMs,
  statement_timeout: timeoutMs,
  options: settings.map((setting) => `-c ${setting}`).join(' '),
});

async function establish(client: pg.Client, prepare?: string): Promise<pg.Client> {
  await client.connect();
  if (prepare) await client.query(prepare);
  return client;
}

export const unavailable = (cause: unknown) =>
  new Unavailable(`PostgreSQL cannot be reached: ${(cause as Error).message}`, { cause });

// Connection lost, shut down, starting, out of room or connections, statement timeout, I/O error,
// a standby that is read-only. Everything that is no answer of the server at all is an outage too.
const outages = /^(08|53|57|58|25006|55P03|40P01)/;

export const isOutage = (error: unknown): boolean =>
  !(error instanceof pg.DatabaseError) || outages.test(error.code ?? '');
