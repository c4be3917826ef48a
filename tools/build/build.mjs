/**
 * Bundles every app to `dist/<app>.js`: our own code in one file, packages left outside it.
 *
 *     node tools/build/build.mjs            # all that exist
 *     node tools/build/build.mjs bench      # only these
 *
 * It runs after `npm ci` and again at every `npm start`, so what runs is never older than its
 * source. It takes well under a second, which is why there is no cache and no watch mode.
 */
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

const entries = {
  wijkspoor: 'apps/wijkspoor/main.ts',
  intake: 'apps/intake/main.ts',
  routing: 'apps/routing/main.ts',
  'deadline-monitor': 'apps/deadline-monitor/main.ts',
  reporting: 'apps/reporting/main.ts',
  voordeur: 'apps/voordeur/main.ts',
  bench: 'tools/bench/bench.ts',
  city: 'tools/city/city.ts',
  asyncapi: 'tools/asyncapi/asyncapi.ts',
  verdeeld: 'tools/verdeeld/verdeeld.ts',
  contract: 'tools/contract/contract.ts',
};

function chosen(names) {
  const unknown = names.filter((name) => !(name in entries));
  if (unknown.length === 0) return names.length > 0 ? names : Object.keys(entries);
  const known = Object.keys(entries).join(', ');
  throw new Error(`There is no app ${unknown.join(', ')}. Choose from: ${known}.`);
}

function present(name) {
  if (existsSync(resolve(root, entries[name]))) return true;
  console.log(`build: skipped ${name}, there is no ${entries[name]} yet`);
  return false;
}

async function bundle(names) {
  await build({
    absWorkingDir: root,
    entryPoints: names.map((name) => ({ in: entries[name], out: name })),
    outdir: 'dist',
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // Nest and its logs speak of classes by name; a bundle may otherwise rename them.
    keepNames: true,
    sourcemap: 'linked',
    tsconfig: 'tsconfig.json',
    logLevel: 'warning',
  });
}

const started = performance.now();
const names = chosen(process.argv.slice(2)).filter(present);
await bundle(names);
const tookMs = Math.round(performance.now() - started);
console.log(
  `build: ${names.map((name) => `dist/${name}.js`).join(' ') || 'nothing'} (${tookMs} ms)`,
);
