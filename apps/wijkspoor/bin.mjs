#!/usr/bin/env node
// `npx wijkspoor`: the bundled command line, with the lines of the source in a stack trace.
import { existsSync } from 'node:fs';

process.setSourceMapsEnabled(true);

const app = new URL('../../dist/wijkspoor.js', import.meta.url);
if (existsSync(app)) {
  await import(app.href);
} else {
  console.error('Wijkspoor is nog niet gebouwd. Draai eerst: npm ci');
  process.exitCode = 1;
}
