import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Jest's global setup for what runs as a process: never test an older build than the source. */
export function build() {
  // Whoever starts Jest as a part of something larger has built, and others may be running that.
  if (process.env.WIJKSPOOR_BUILT === '1') return;
  const root = resolve(import.meta.dirname, '../..');
  const script = resolve(root, 'tools/build/build.mjs');
  execFileSync(process.execPath, [script], { stdio: ['ignore', 'ignore', 'inherit'] });
}

export { build as default };
