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
 * Every call ends: with rows, with the error of the statement, or with `Unavailable` when the server
 * cannot be reached or says nothing for too long.
 */
export class Connection {
  #client: Promise<pg.Client> | undefined;
  #closed = false;

  constructor(private readonly options: ConnectionOptions) {}

  /** Rows as arrays of text. Statements with a `name` are prepared once per connection. */
  async rows(query: Omit<QueryArrayConfig, 'rowMode' | 'types'>): Promise<readonly Row[]> {
    const client = await this.client();
    try {
      const found = await client.query<(string | null)[]>({ ...query, rowMode: 'array', types });
      return found.rows;
    } catch (error) {
      throw this.#judge(client, error);
    }
  }

  /** The live client itself, for LISTEN. */
  async client(): Promise<pg.Client> {
    if (this.#closed) throw new Unavailable('This connection has been closed.');
    this.#client ??= this.#connect();
    return this.#client;
  }

  async close() {
    this.#closed = true;
    const client = await this.#client?.catch(() => undefined);
    await client?.end();
  }

  #connect(): Promise<pg.Client> {
    const client = new pg.Client({ ...configOf(this.options), types });
    const forget = () => {
      if (this.#client === connecting) this.#client = undefined;
    };
    client.on('error', forget).on('end', forget);
    const connecting = establish(client, this.options.prepare).catch((error: unknown) => {
      forget();
      void client.end().catch(() => undefined);
      throw unavailable(error);
    });
    return connecting;
  }

  #judge(client: pg.Client, error: unknown): unknown {
    if (!isOutage(error)) return error;
    // The connection may still wait for an answer that never comes.
    this.#client = undefined;
    void client.end().catch(() => undefined);
    return unavailable(error);
  }
}

const types = { getTypeParser: () => (text: string) => text };

const configOf = ({ url, name, timeoutMs }: ConnectionOptions): pg.ClientConfig => ({
  connectionString: url,
  application_name: name,
  keepAlive: true,
  // What is asked while an answer is under way goes out at once, and is answered in order.
  pipeline: true,
  connectionTimeoutMillis: timeoutMs,
  statement_timeout: timeoutMs,
  options: '-c timezone=UTC -c datestyle=ISO',
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
