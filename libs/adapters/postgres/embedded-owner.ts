import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** The hold of this process on a server. */
export type Owner = Readonly<{
  /** Resolves when the hold is gone, by release or because the server went away. */
  lost: Promise<void>;
  release(): Promise<void>;
}>;

// "WIJK" in ASCII. The lock lives in the database `postgres`, so no schema can get in its way.
const key = 0x57494a4b;

/**
 * Makes this process the owner of a server, by an advisory lock on a connection that stays open.
 * When the process dies, the server lets go of the lock by itself.
 *
 * `taken`: another process is the owner. `gone`: the server is just stopping; look again.
 */
export async function takeOwnership(url: string): Promise<Owner | 'taken' | 'gone'> {
  const client = new pg.Client({
    connectionString: Object.assign(new URL(url), { pathname: '/postgres' }).href,
    application_name: `wijkspoor eigenaar ${process.pid}`,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  let isLost = false;
  const lost = new Promise<void>((resolve) => {
    const lose = () => resolve(void (isLost = true));
    client.on('error', lose).on('end', lose);
  });
  try {
    await client.connect();
    if (!(await lock(client))) return await client.end().then(() => 'taken' as const);
    await createDatabase(client, new URL(url).pathname.slice(1));
  } catch (error) {
    await client.end().catch(() => undefined);
    if (isLost || isGone(error)) return 'gone';
    throw error;
  }
  return { lost, release: () => client.end() };
}

// A predecessor that was killed a moment ago holds its lock until the server has noticed.
async function lock(client: pg.Client): Promise<boolean> {
  for (let attempt = 0; attempt < 10; attempt++) {
    const { rows } = await client.query<{ ok: boolean }>('select pg_try_advisory_lock($1) ok', [
      key,
    ]);
    if (rows[0]?.ok) return true;
    await sleep(100);
  }
  return false;
}

async function createDatabase(client: pg.Client, name: string) {
  const found = await client.query('select from pg_database where datname = $1', [name]);
  if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
}

const goneCodes = ['57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'];

const isGone = (error: unknown) => goneCodes.includes((error as NodeJS.ErrnoException).code ?? '');
