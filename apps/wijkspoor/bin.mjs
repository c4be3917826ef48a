#!/usr/bin/env -S node --max-semi-space-size=64
// `npx wijkspoor`: the bundled command line, with the lines of the source in a stack trace.
//
// There is room for young objects: what thousands of requests hold for a moment outlives a small
// nursery, and moving it about took a quarter of all work.
import { existsSync } from 'node:fs';

process.setSourceMapsEnabled(true);

const app = new URL('../../dist/wijkspoor.js', import.meta.url);
if (existsSync(app)) {
  await import(app.href);
} else {
  console.error('Wijkspoor is nog niet gebouwd. Draai eerst: npm ci');
  process.exitCode = 1;
}
