/**
 * All checks in order, or only those that are named: `npm test`, `npm test -- lint tidy`.
 *
 * A check that fails does not keep the next from running: one run shows all that is wrong. The last
 * line counts the tests; the exit code says whether everything is well.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { commands } from './commands.mjs';

const root = resolve(import.meta.dirname, '../..');
const results = resolve(root, 'dist/jest/results.json');

// Nothing here needs the network, a daemon or a terminal.
const quiet = { NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false' };
// Nx colours what it runs, even where nobody sees colours.
const plain = process.stdout.isTTY ? {} : { FORCE_COLOR: '0' };
const env = { ...process.env, ...quiet, ...plain };

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

function run(name) {
  const [command, ...args] = commands[name];
  console.log(`\n== ${name}`);
  const since = performance.now();
  const options = { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] };
  const { status, error } = spawnSync(command, args, options);
  if (error) console.error(error.message);
  const ok = status === 0;
  console.log(`== ${name}: ${ok ? 'ok' : 'FAILED'} (${seconds(since)})`);
  return { name, ok };
}

/** Jest's own numbers; a spec that could not even be loaded counts as one that failed. */
function counted() {
  if (!existsSync(results)) return { passed: 0, failed: 1, skipped: 0 };
  const found = JSON.parse(readFileSync(results, 'utf8'));
  return {
    passed: found.numPassedTests,
    failed: found.numFailedTests + found.numRuntimeErrorTestSuites,
    skipped: found.numPendingTests,
  };
}

function chosen(names) {
  const unknown = names.filter((name) => !(name in commands));
  if (unknown.length === 0) return names.length > 0 ? names : Object.keys(commands);
  const known = Object.keys(commands).join(', ');
  throw new Error(`There is no check ${unknown.join(', ')}. Choose from: ${known}.`);
}

const started = performance.now();
mkdirSync(dirname(results), { recursive: true });
rmSync(results, { force: true });
const done = chosen(process.argv.slice(2)).map(run);
const bad = done.filter(({ ok }) => !ok).map(({ name }) => name);

console.log(`\n${done.length} checks in ${seconds(started)}`);
console.log(bad.length > 0 ? `not well: ${bad.join(', ')}` : 'all well');
if (done.some(({ name }) => name === 'tests')) {
  const { passed, failed, skipped } = counted();
  if (skipped > 0) console.log(`${skipped} skipped, by name above`);
  console.log(`${passed} passed, ${failed} failed`);
}
process.exitCode = bad.length > 0 ? 1 : 0;
