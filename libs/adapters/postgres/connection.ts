import { Unavailable } from '@wijkspoor/kernel';
import pg, { type QueryArrayConfig } from 'pg';

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
    const client = await this.client();
    try {
      const found = await client.query<(string | null)[]>({ ...query, rowMode: 'array', types });
      return found.rows;
    } catch (error) {
      if (!isOutage(error)) throw error;
      // It may still wait for an answer that never comes.
      this.#forget(client);
      throw unavailable(error);
    }
  }

  /** The live client itself, for LISTEN. */
  client(): Promise<pg.Client> {
    if (this.#closed) return Promise.reject(new Unavailable('This connection has been closed.'));
    return (this.#line ??= this.#connect()).ready;
  }

  /** Aborts when the connection of this moment is lost, and with it the locks that it holds. */
  async loss(): Promise<AbortSignal> {
    await this.client();
    return this.#line?.lost ?? AbortSignal.abort();
  }

  async close() {
    this.#closed = true;
    const client = await this.#line?.ready.catch(() => undefined);
    await client?.end();
  }

  #connect(): Line {
    const client = new pg.Client(configOf(this.options));
    const lost = new AbortController();
    client.on('end', () => lost.abort());
    for (const event of ['error', 'end'] as const) client.on(event, () => this.#forget(client));
    const ready = establish(client, this.options.prepare).catch((error: unknown) => {
      this.#forget(client);
      throw unavailable(error);
    });
    return { client, ready, lost: lost.signal };
  }

  #forget(client: pg.Client) {
    if (this.#line?.client !== client) return;
    this.#line = undefined;
    // Whether it ends in order does not matter any more; what waited for it gets its error.
    client.end().catch(() => undefined);
  }
}

type Line = Readonly<{ client: pg.Client; ready: Promise<pg.Client>; lost: AbortSignal }>;

const types = { getTypeParser: () => (text: string) => text };

const configOf = ({ url, name, timeoutMs }: ConnectionOptions): pg.ClientConfig => ({
  connectionString: url,
  application_name: name,
  keepAlive: true,
  // What is asked while an answer is under way goes out at once, and is answered in order.
  pipeline: true,
  connectionTimeoutMillis: timeoutMs,
  statement_timeout: timeoutMs,
  // Everything here goes by an index, also where a plan was made while the table was still empty.
  options: '-c timezone=UTC -c datestyle=ISO -c enable_seqscan=off',
  // Later than the server's own timeout: this one is for a server that says nothing at all.
  query_timeout: timeoutMs + 1_000,
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
