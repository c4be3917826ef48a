/**
 * The one PostgreSQL of a test run. Jest loads its global setup outside its own transforms, so the
 * TypeScript that knows how to start the server is bundled first.
 *
 * `libs/testing/postgres-setup.ts` exports `setup` and `postgres-teardown.ts` exports `teardown`;
 * what `setup` writes into `process.env` reaches every worker.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '../..');
const outfile = resolve(root, 'dist/jest/server.js');

async function bundle() {
  const contents = `
    export { setup } from './libs/testing/postgres-setup.ts';
    export { teardown } from './libs/testing/postgres-teardown.ts';`;
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    tsconfig: resolve(root, 'tsconfig.json'),
    logLevel: 'warning',
  });
}

export async function start(...args) {
  await bundle();
  const server = await import(pathToFileURL(outfile).href);
  globalThis.testServer = server;
  await server.setup(...args);
}

export async function stop(...args) {
  await globalThis.testServer?.teardown(...args);
}
