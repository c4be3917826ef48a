import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

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
export async function build(): Promise<void> {
  await run(process.execPath, [join(project, 'tools/build/build.mjs'), 'wijkspoor']);
}

/** Starts a city on a folder; resolves as soon as it answers. */
export async function startCity(folder: string, options: readonly string[] = []): Promise<City> {
  const port = await freePort();
  const bin = join(project, 'apps/wijkspoor/bin.mjs');
  const settings = ['--gegevens', folder, '--poort', String(port), ...options];
  const city = spawn(process.execPath, [...nodeFlags, bin, 'start', ...settings], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  await untilItAnswers(city, url);
  const stop = async () => {
    const ended = once(city, 'exit');
    city.kill('SIGTERM');
    await ended;
  };
  return { url, folder, pid: city.pid ?? 0, stop };
}

async function untilItAnswers(city: ChildProcess, url: string): Promise<void> {
  while (!(await answers(`${url}/v1/wijken`))) {
    if (city.exitCode !== null) throw new Error(`wijkspoor ended with ${city.exitCode}`);
    await sleep(20);
  }
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

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
