import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbeddedServer, type EmbeddedServer } from '@wijkspoor/adapters/postgres';
import pg from 'pg';

/**
 * An embedded server of its own for one file of figures, on the disk of the machine, with fsync on.
 * `.url` is an empty database.
 */
export async function benchServer(): Promise<EmbeddedServer & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'wijkspoor-bench-'));
  const server = await startEmbeddedServer({ folder });
  return {
    url: server.url,
    pid: server.pid,
    stop: server.stop,
    async [Symbol.asyncDispose]() {
      await allGone(server.url);
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

// A pool that was just ended says so to the server a moment later. A server that stops in between
// would make it throw, and there is nobody to catch that.
async function allGone(url: string) {
  const others = `select count(*)::int as number from pg_stat_activity where pid <> pg_backend_pid()
    and backend_type = 'client backend' and application_name not like 'wijkspoor eigenaar%'`;
  for (let attempt = 0; attempt < 100; attempt++) {
    if ((await statement(url, others))[0]?.['number'] === 0) return;
    await sleep(20);
  }
}

/** Makes one more empty database on the server of an address, and gives its address. */
export async function anotherDatabase(url: string, name: string): Promise<string> {
  await statement(url, `create database ${name}`);
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}

/** Runs one statement on a connection of its own and gives its rows. */
export async function statement(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
