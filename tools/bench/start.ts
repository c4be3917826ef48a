import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { build, cityFolder, project, startCity, untilCaughtUp, type City } from './city.ts';
import { alone, median, type Figure } from './figure.ts';

const run = promisify(execFile);
const rounds = 3;
const settleMs = 5_000;

/**
 * How long a city with the sample in it takes from its command to its first answer, and how much
 * memory it then has: the process and its PostgreSQL, what they share counted once.
 */
export async function* figures(): AsyncGenerator<Figure> {
  await build();
  await using folder = await cityFolder();
  const filled = await startCity(folder.path);
  await fill(filled);
  await sleep(settleMs);
  const memory = await memoryMb(filled);
  await filled.stop();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await startMs(folder.path));
  yield alone('start-ms', median(times), 'ms');
  yield alone('memory-mb', memory, 'MB');
}

async function fill(city: City): Promise<void> {
  const sample = join(project, 'infra/gemeenten/rotterdam/voorbeeld/aanmeldingen.ndjson');
  const bin = join(project, 'apps/wijkspoor/bin.mjs');
  await run(process.execPath, [bin, 'importeer', sample, '--adres', city.url]);
  await untilCaughtUp(city);
}

async function startMs(folder: string): Promise<number> {
  const begin = performance.now();
  const city = await startCity(folder);
  const tookMs = performance.now() - begin;
  await city.stop();
  return tookMs;
}

async function memoryMb({ pid, folder }: City): Promise<number> {
  const processes = [pid, ...(await postgresOf(folder))];
  const kilobytes = await Promise.all(processes.map(proportionalKb));
  return kilobytes.reduce((sum, kb) => sum + kb, 0) / 1_024;
}

/** The server on the data of a city, and every process that it has made. */
async function postgresOf(folder: string): Promise<number[]> {
  const file = join(folder, 'postgres/data/postmaster.pid');
  const [postmaster] = (await readFile(file, 'utf8')).split('\n').map(Number);
  const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = await Promise.all(all.map(async (pid) => [pid, await parentOf(pid)] as const));
  const made = parents.filter(([, parent]) => parent === postmaster).map(([pid]) => pid);
  return postmaster ? [postmaster, ...made] : made;
}

async function parentOf(pid: number): Promise<number | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return parent ? Number(parent) : undefined;
}

/** Memory of its own, plus its share of what it shares. A process that has just ended has none. */
async function proportionalKb(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0);
}
