import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, stat, truncate } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './embedded-binaries.ts';
import type { Cluster } from './embedded-cluster.ts';
import { CannotStart } from './embedded-errors.ts';
import { hasServer, holds, ifMissing, readyServer, type Postmaster } from './embedded-pid-file.ts';
import { spawnable, type RunAs } from './embedded-user.ts';

export type Start = Readonly<{
  cluster: Cluster;
  binaries: Binaries;
  as: RunAs;
  /** The port to listen on; a free one when absent. */
  port?: number;
  settings: Readonly<Record<string, string>>;
}>;

const pollMs = 20;

// Of a failed start that another server caused, which came first or has just let go.
const passes = /lock file .* already exists|could not bind|is empty/;

/**
 * The server that runs on the cluster: the one that is there, or else a new one.
 *
 * A server outlives the process that started it when that one is killed. PostgreSQL itself sees to
 * it that nobody starts a second one on the same data.
 */
export async function runningPostmaster(start: Start): Promise<Postmaster> {
  const { data } = start.cluster;
  for (let attempt = 1; ; attempt++) {
    const child = (await hasServer(data)) ? undefined : await launch(start);
    const ready = await untilReady(data, child);
    if (ready) return ready;
    const said = await lastWords(start.cluster);
    if (child && (!passes.test(said) || attempt === 20)) {
      throw new CannotStart(`PostgreSQL start niet (${data}). Het zei:\n${said}`);
    }
    await sleep(pollMs * attempt);
  }
}

/** Ends the server in an orderly way, and waits until it has let go of its data. */
export async function stopPostmaster({ data }: Cluster, pid: number) {
  if (!(await holds(pid, data))) return;
  signal(pid, 'SIGINT');
  for (let waitedMs = 0; await holds(pid, data); waitedMs += pollMs) {
    // The checkpoint takes too long. Without it the next start recovers from the write-ahead log.
    if (waitedMs === 60_000) signal(pid, 'SIGQUIT');
    await sleep(pollMs);
  }
}

type Child = { exited: boolean };

async function launch({ cluster, binaries, as, port, settings }: Start): Promise<Child> {
  const own = { ...defaults, ...settings, port: String(port ?? (await freePort())) };
  const flags = Object.entries(own).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { file, args, options } = spawnable(binaries.postgres, ['-D', cluster.data, ...flags], as);
  await emptyLongLog(cluster.logFile);
  const log = await open(cluster.logFile, 'a', 0o600);
  // Detached: Ctrl-C in a terminal must reach Wijkspoor only, which then stops its server in order.
  const server = spawn(file, args, {
    ...options,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  const child = { exited: false };
  server.on('exit', () => (child.exited = true));
  server.on('error', () => (child.exited = true));
  server.unref();
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
async function untilReady(data: string, child?: Child): Promise<Postmaster | undefined> {
  for (;;) {
    const ready = await readyServer(data);
    if (ready) return ready;
    if (child ? child.exited : !(await hasServer(data))) return undefined;
    await sleep(pollMs);
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
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await once(server.close(), 'close');
  return port;
}
