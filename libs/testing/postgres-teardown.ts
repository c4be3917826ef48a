import { rm } from 'node:fs/promises';
import './postgres-setup.ts';

/** Jest's global teardown: stops the server of `postgres-setup.ts` and removes its folder. */
export async function teardown(): Promise<void> {
  const running = globalThis.wijkspoorTestServer;
  if (!running) return;
  await running.server.stop();
  await rm(running.folder, { recursive: true, force: true });
}
