/**
 * The commands themselves, on one bad file that really stands in the tree for a moment: a check
 * that finds a fault and still ends well would let everything pass.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { commands } from '../commands.mjs';

const root = resolve(import.meta.dirname, '../../..');
const planted = 'libs/kernel/planted-for-a-moment.ts';
const bad = `export const planted: string = 1 as any
export const never: number = 'a'
export const cast = 1 as unknown as 2
`;

/** A leftover of a run that was cut off goes first. */
const remove = () => rmSync(resolve(root, planted), { force: true });

function run([command, ...args], env = {}) {
  const options = { cwd: root, encoding: 'utf8', env: { ...process.env, ...env } };
  const { status, stdout, stderr } = spawnSync(command, args, options);
  return { status, output: `${stdout}${stderr}` };
}

function refuses(name, command, words, env) {
  const { status, output } = run(command, env);
  const missing = words.filter((word) => !output.includes(word));
  if (status !== 0 && missing.length === 0) return { name };
  const why = status === 0 ? 'it ended well' : `its output does not say ${missing.join(', ')}`;
  return { name, fault: `${command.join(' ')}: ${why}\n${output.trim().slice(-2000)}` };
}

/** Nx's own folder of workspace data, empty: as on a fresh checkout. */
function lintWithoutGraph() {
  const empty = mkdtempSync(join(tmpdir(), 'planted-'));
  try {
    const env = { NX_WORKSPACE_DATA_DIRECTORY: empty };
    const command = ['node_modules/.bin/eslint', 'libs/kernel/index.ts'];
    return refuses('command lint, no graph', command, ['Without the project graph'], env);
  } finally {
    rmSync(empty, { recursive: true, force: true });
  }
}

export function checkCommands() {
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
  process.once('exit', remove);
  remove();
  try {
    writeFileSync(resolve(root, planted), bad);
    const { format, types, tidy } = commands;
    return [
      refuses('command format', [...format, planted], [planted]),
      refuses('command lint', ['node_modules/.bin/nx', 'lint', 'kernel'], ['no-explicit-any']),
      refuses('command types', types, [planted, 'TS2322']),
      refuses('command tidy', tidy, [`${planted}:3 cast-at-the-door`]),
      lintWithoutGraph(),
    ];
  } finally {
    remove();
  }
}
