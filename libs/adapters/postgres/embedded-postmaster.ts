import { spawn } from 'node:child_process';
import { open, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './embedded-binaries.ts';
import type { Cluster } from './embedded-cluster.ts';
import { CannotStart } from './embedded-errors.ts';
import { spawnable, type RunAs } from './embedded-user.ts';

/** A server process that accepts connections. */
export type Postmaster = Readonly<{ pid: number; port: number }>;

export type Start = Readonly<{
  cluster: Cluster;
  binaries: Binaries;
  as: RunAs;
  /** The port to listen on; a free one when absent. */
  port?: number;
  settings: Readonly<Record<string, string>>;
}>;

const pollMs = 20;

/**
 * The server that runs on the cluster: the one that is there, or else a new one.
 *
 * A server outlives the process that started it when that one is killed. It holds its file
 * postmaster.pid, so that nobody starts a second on the same data; PostgreSQL itself sees to that.
 */
export async function runningPostmaster(start: Start): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    const child = (await present(start.cluster)) ? undefined : await launch(start);
    const found = await untilReady(start.cluster, child);
    if (found) return found;
    const said = await lastWords(start.cluster);
    const another = /lock file .* already exists|could not bind|is empty/.test(said);
    if (child && (!another || attempt === 20)) {
      throw new CannotStart(`PostgreSQL start niet (${start.cluster.data}). Het zei:\n${said}`);
    }
    await sleep(pollMs * attempt);
  }
}

/** The server that accepts connections on the cluster now; undefined when there is none. */
export async function presentPostmaster(cluster: Pick<Cluster, 'data'>) {
  const file = await readPidFile(cluster);
  return file?.status === 'ready' && isAlive(file.pid) ? file : undefined;
}

/** Ends the server in an orderly way, and waits until it has let go of its data. */
export async function stopPostmaster(cluster: Cluster, pid: number) {
  if (!(await holds(cluster, pid))) return;
  signal(pid, 'SIGINT');
  for (let waitedMs = 0; await holds(cluster, pid); waitedMs += pollMs) {
    // The checkpoint takes too long. Without it the next start recovers from the write-ahead log.
    if (waitedMs === 60_000) signal(pid, 'SIGQUIT');
    await sleep(pollMs);
  }
}

async function holds(cluster: Cluster, pid: number) {
  return isAlive(pid) && (await readPidFile(cluster))?.pid === pid;
}

type Child = { exited: boolean };

async function launch({ cluster, binaries, as, port, settings }: Start): Promise<Child> {
  const own = { ...defaults, ...settings, port: String(port ?? (await freePort())) };
  const flags = Object.entries(own).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { file, args, options } = spawnable(binaries.postgres, ['-D', cluster.data, ...flags], as);
  await emptyLongLog(cluster.logFile);
  const log = await open(cluster.logFile, 'a', 0o600);
  // Detached: Ctrl-C in a terminal must reach Wijkspoor only, which then stops its server in order.
  const process = spawn(file, args, {
    ...options,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  const child = { exited: false };
  process.on('exit', () => (child.exited = true));
  process.on('error', () => (child.exited = true));
  process.unref();
  await log.close();
  return child;
}

const defaults = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  io_method: 'sync',
  jit: 'off',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
};

/** Waits while the server is starting. Undefined when it has gone instead. */
async function untilReady(cluster: Cluster, child?: Child): Promise<Postmaster | undefined> {
  for (;;) {
    const file = await readPidFile(cluster);
    if (file?.status === 'ready' && isAlive(file.pid)) return file;
    if (child ? child.exited : !(await present(cluster))) return undefined;
    await sleep(pollMs);
  }
}

type PidFile = Postmaster & Readonly<{ status: string }>;

/** What postmaster.pid says: on line 1 the process, on line 4 the port, on line 8 the state. */
async function readPidFile({ data }: Pick<Cluster, 'data'>): Promise<PidFile | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(ifMissing);
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? '').trim() };
}

/** Whether a server runs on this data. Clears away what makes PostgreSQL believe so wrongly. */
async function present(cluster: Cluster): Promise<boolean> {
  const path = join(cluster.data, 'postmaster.pid');
  const file = await readPidFile(cluster);
  if (!file) return false;
  if (file.pid === 0) return !(await clearEmpty(path));
  if (!isAlive(file.pid)) return false;
  if (await worksOn(file.pid, cluster.data)) return true;
  await disarm(path, file.pid);
  return false;
}

// A crash of the machine can leave the file empty, and PostgreSQL then refuses for ever.
async function clearEmpty(path: string): Promise<boolean> {
  const found = await stat(path).catch(ifMissing);
  if (!found || Date.now() - found.mtimeMs < 2_000) return false;
  await rm(path, { force: true });
  return true;
}

// After a restart of the machine, or of a container, the old number may be that of some other
// process, or of one that is dead and not yet buried. Where /proc exists, its command line tells.
async function worksOn(pid: number, data: string): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  return command === undefined || command.split('\0').includes(data);
}

// The other lines stay: by them PostgreSQL finds out whether memory of the old server is in use.
async function disarm(path: string, pid: number) {
  const text = await readFile(path, 'utf8');
  const nobody = String(2 ** 22 - 1);
  if (text.startsWith(`${pid}\n`)) await writeFile(path, text.replace(/^\d+/, nobody));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function signal(pid: number, name: NodeJS.Signals) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function lastWords({ logFile }: Cluster): Promise<string> {
  return (await readFile(logFile, 'utf8')).trimEnd().split('\n').slice(-5).join('\n');
}

async function emptyLongLog(path: string) {
  const found = await stat(path).catch(ifMissing);
  if (found && found.size > 5_000_000) await truncate(path);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new CannotStart('Geen vrije poort.');
  return address.port;
}

function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
