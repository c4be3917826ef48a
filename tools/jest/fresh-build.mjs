import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Jest's global setup for what runs as a process: never test an older build than the source. */
export function build() {
  const root = resolve(import.meta.dirname, '../..');
  const script = resolve(root, 'tools/build/build.mjs');
  execFileSync(process.execPath, [script], { stdio: ['ignore', 'ignore', 'inherit'] });
}

export { build as default };
