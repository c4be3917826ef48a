/**
 * The rules of docs/STYLE.md that neither the linter nor the compiler sees, checked on the tree.
 *
 *     node tools/tidy/tidy.mjs
 *
 * Prints one line for each fault, `file:line rule: what to do`, and fails when there is any.
 */
import { resolve } from 'node:path';
import { rules } from './rules.mjs';
import { readTree } from './tree.mjs';

const tree = readTree(resolve(import.meta.dirname, '../..'));
const faults = rules
  .flatMap(({ name, check }) => [...check(tree)].map((fault) => ({ name, ...fault })))
  .sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line);

for (const { path, line, name, message } of faults)
  console.log(`${path}:${line} ${name}: ${message}`);
console.log(`tidy: ${rules.length} rules, ${tree.all.length} files, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
