import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePorts } from '../verdeeld/ports.ts';

const run = promisify(execFile);

/** The folder of the project; this code runs from `dist`. */
export const project = resolve(fileURLToPath(import.meta.url), '../..');

/** As `npm start` and `npx wijkspoor` have it. */
const nodeFlags = ['--max-semi-space-size=64'];

/** A Wijkspoor as a user starts it: a process with an embedded PostgreSQL of its own. */
export type City = Readonly<{ url: string; folder: string; pid: number; stop(): Promise<void> }>;

/** A folder for a city, removed at the end. */
export async function cityFolder(): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'wijkspoor-bench-'));
  return {
    path,
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
}

/** Builds what is run, so that no older bundle is measured. */
export async function build(app = 'wijkspoor'): Promise<void> {
  await run(process.execPath, [join(project, 'tools/build/build.mjs'), app]);
}

type Settings = Readonly<Record<string, string>>;
type Service = Readonly<{ stop(): Promise<void> }>;

/** Starts one service as a process of its own, built as it is now. */
export async function startService(name: string, settings: Settings): Promise<Service> {
  await build(name);
  const [port] = await freePorts(1);
  const program = join(project, `dist/${name}.js`);
  const service = spawn(process.execPath, [...nodeFlags, program], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, LOG_LEVEL: 'warn', ...settings, PORT: String(port) },
  });
  return running(service, `http://127.0.0.1:${port}`, '/health/ready');
}

/** Starts a city on a folder; resolves as soon as it answers. */
export async function startCity(folder: string, options: readonly string[] = []): Promise<City> {
  const [port] = await freePorts(1);
  const bin = join(project, 'apps/wijkspoor/bin.mjs');
  const settings = ['--gegevens', folder, '--poort', String(port), ...options];
  const city = spawn(process.execPath, [...nodeFlags, bin, 'start', ...settings], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  const { stop } = await running(city, url, '/v1/wijken');
  return { url, folder, pid: city.pid ?? 0, stop };
}

/** Resolves as soon as the process answers there. */
async function running(started: ChildProcess, url: string, path: string): Promise<Service> {
  while (!(await answers(url + path))) {
    if (started.exitCode !== null) throw new Error(`wijkspoor ended with ${started.exitCode}`);
    await sleep(20);
  }
  const stop = async () => {
    const ended = once(started, 'exit');
    started.kill('SIGTERM');
    await ended;
  };
  return { stop };
}

async function answers(url: string): Promise<boolean> {
  const answer = await fetch(url).catch(() => undefined);
  return answer?.ok ?? false;
}

type Ready = Readonly<{
  log: { positie: number };
  volgers: readonly { achterstand?: number }[];
  relais?: { achterstand: number };
}>;

/** Resolves when every follower has handled the last event, and all that followed from it. */
export async function untilCaughtUp({ url }: City): Promise<void> {
  for (let before = -1; ;) {
    const answer = await fetch(`${url}/health/ready`);
    const { log, volgers, relais } = (await answer.json()) as Ready;
    const all = [...volgers, ...(relais ? [relais] : [])];
    const done = all.every(({ achterstand }) => achterstand === 0);
    if (done && log.positie === before) return;
    before = done ? log.positie : -1;
    await sleep(50);
  }
}
