/**
 * Runs Jest as this workspace needs it: with ES modules, and without the notice about them.
 *
 *     node tools/jest/run.mjs libs/domain                     # every spec under a folder
 *     node tools/jest/run.mjs --selectProjects rule embedded  # every spec of these kinds
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const jest = resolve(root, 'node_modules/jest/bin/jest.js');
const args = [...node, jest, ...process.argv.slice(2)];
// What a spec starts for all the others goes when this process does.
const env = { ...process.env, WIJKSPOOR_TEST_RUN: String(process.pid) };
const { status, error } = spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
if (error) throw error;
process.exitCode = status ?? 1;
