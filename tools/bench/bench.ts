/**
 * The figures of the project, measured here and now.
 *
 *     npm run bench                      # all of them
 *     npm run bench -- append replay     # only these files
 *     npm run bench -- append --json     # one JSON object per line, for machines
 */
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import * as append from './append.ts';
import * as distributed from './distributed.ts';
import type { Figure, Figures } from './figure.ts';
import * as intake from './intake.ts';
import * as relay from './relay.ts';
import * as replay from './replay.ts';
import { benchServer, statement } from './server.ts';
import * as start from './start.ts';
import * as termijnen from './termijnen.ts';

const files: Readonly<Record<string, Readonly<{ figures: Figures }>>> = {
  ...{ append, distributed, intake, relay, replay, start, termijnen },
};

async function* measured(names: readonly string[]): AsyncGenerator<Figure> {
  for (const name of names) yield* filed(name).figures();
}

function filed(name: string) {
  const file = files[name];
  if (file) return file;
  throw new Error(`There is no figure ${name}. Choose from: ${Object.keys(files).join(', ')}.`);
}

/** What it was measured on: figures mean little without it. */
async function machine(): Promise<string> {
  await using server = await benchServer();
  const [{ version = '', fsync = '' } = {}] = await statement(
    server.url,
    `select current_setting('server_version') as version, current_setting('fsync') as fsync`,
  );
  const cores = cpus();
  const memoryGb = Math.round(totalmem() / 2 ** 30);
  return [
    `${cores[0]?.model.trim() ?? 'unknown'}, ${cores.length} cores, ${memoryGb} GB`,
    `Node ${process.versions.node}, PostgreSQL ${String(version)}, fsync ${String(fsync)}`,
  ].join('; ');
}

async function printTable(names: readonly string[]) {
  console.log(await machine());
  const table = new Table({ head: ['figure', 'ours', 'peer', 'ratio', 'unit'] });
  for await (const { name, ours, peer, ratio, unit } of measured(names)) {
    table.push([name, ours, peer ?? '', ratio ?? '', unit]);
  }
  console.log(table.toString());
}

async function printJson(names: readonly string[]) {
  console.error(await machine());
  for await (const figure of measured(names)) console.log(JSON.stringify(figure));
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
const names = positionals.length > 0 ? positionals : Object.keys(files);
names.forEach(filed);
await (values.json ? printJson(names) : printTable(names));
process.exit();
