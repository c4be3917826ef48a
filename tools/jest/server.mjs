/**
 * Starts and stops the one PostgreSQL of a test run. Jest loads its global setup outside its own
 * transforms, so the TypeScript that knows how is bundled first. What `setup` writes into
 * `process.env` reaches every worker.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '../..');
const outfile = resolve(root, 'dist/jest/postgres.js');

async function bundle() {
  await build({
    entryPoints: [resolve(root, 'tools/jest/postgres.ts')],
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

// Loaded by address, once: Jest's teardown gets the very module that its setup got.
const load = () => import(pathToFileURL(outfile).href);

export async function start() {
  await bundle();
  await (await load()).setup();
}

export async function stop() {
  await (await load()).teardown();
}
