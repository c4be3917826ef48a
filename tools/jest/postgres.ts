import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EmbeddedServer } from '@wijkspoor/adapters/postgres';
import { startEmbeddedServer } from '@wijkspoor/adapters/postgres';

let running: Readonly<{ server: EmbeddedServer; folder: string }> | undefined;

/**
 * Jest's global setup: one embedded server for the run, unless `DATABASE_URL` names another one.
 *
 * It does not wait for the disk: these data live as long as the run. What depends on that, such as
 * kill -9 and the benches, starts a server of its own.
 */
export async function setup(): Promise<void> {
  if (process.env['DATABASE_URL']) return;
  const folder = await mkdtemp(join(tmpdir(), 'wijkspoor-test-'));
  const settings = { fsync: 'off', full_page_writes: 'off' };
  const server = await startEmbeddedServer({ folder, settings });
  running = { server, folder };
  process.env['WIJKSPOOR_TEST_DATABASE'] = server.url;
}

/** Jest's global teardown: stops that server and removes its folder. */
export async function teardown(): Promise<void> {
  if (!running) return;
  await running.server.stop();
  await rm(running.folder, { recursive: true, force: true });
}
