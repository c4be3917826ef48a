import { mkdir, readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries } from './embedded-binaries.ts';
import { openCluster, superuser } from './embedded-cluster.ts';
import { FolderInUse } from './embedded-errors.ts';
import { takeOwnership, type Owner } from './embedded-owner.ts';
import { readyServer, type Postmaster } from './embedded-pid-file.ts';
import { runningPostmaster, stopPostmaster, type Start } from './embedded-postmaster.ts';
import { chooseUser } from './embedded-user.ts';

export type EmbeddedServer = Readonly<{
  /** Address of the database `wijkspoor` on the server, password included. */
  url: string;
  /** Process id of the server; another one after it had to be started again. */
  readonly pid: number;
  /** Shuts the server down in order, and waits for it. */
  stop(): Promise<void>;
}>;

export type EmbeddedOptions = Readonly<{
  /** Everything stands in here. Made when it does not exist. */
  folder: string;
  log?: (message: string) => void;
  /** Settings of PostgreSQL, over the defaults. */
  settings?: Readonly<Record<string, string>>;
}>;

/**
 * A PostgreSQL of our own on a folder, on the loopback address only.
 *
 * Each folder has one owner: the process that holds an advisory lock on the server for as long as
 * it lives. A server that outlived its owner (kill -9) is taken over as it runs. When the server
 * itself falls over, it is started again on the same address.
 *
 * Throws `FolderInUse` when another process owns the folder, and `CannotStart` with what to do.
 */
export async function startEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  await mkdir(options.folder, { recursive: true });
  const folder = await realpath(options.folder);
  const binaries = await findBinaries();
  const as = await chooseUser(folder, binaries);
  const cluster = await openCluster(folder, binaries, as);
  const start = { cluster, binaries, as, settings: options.settings ?? {} };
  return own(folder, start, options.log ?? (() => undefined));
}

/**
 * The address of the server that runs on a folder now, for a visit beside its owner: who is done
 * just goes, and when the owner stops the server the visit is over. Undefined when none runs.
 */
export async function addressOfRunning(folder: string): Promise<string | undefined> {
  const home = join(folder, 'postgres');
  const found = await readyServer(join(home, 'data'));
  if (!found) return undefined;
  const password = (await readFile(join(home, 'password'), 'utf8')).trim();
  return addressOf(password, found.port);
}

type Held = Readonly<{ postmaster: Postmaster; owner: Owner }>;

async function own(folder: string, start: Start, log: (message: string) => void) {
  let held = await startAndOwn(folder, start);
  let stopping = false;
  const { port } = held.postmaster;

  const again = async (): Promise<Held> => {
    log(`De ingebouwde PostgreSQL in ${folder} is weg en wordt opnieuw gestart.`);
    for (;;) {
      try {
        return await startAndOwn(folder, { ...start, port });
      } catch (error) {
        if (stopping) return held;
        log(`Dat lukt nog niet: ${String(error)}`);
        await sleep(1_000);
      }
    }
  };

  const watch = async () => {
    for (;;) {
      await held.owner.lost;
      if (stopping) return;
      held = await again();
      if (stopping) return;
    }
  };

  const stop = async () => {
    stopping = true;
    const known = held;
    await end(start, known);
    await watching;
    // It was just being started again.
    if (held !== known) await end(start, held);
  };

  const watching = watch();
  return {
    url: urlOf(start, port),
    get pid() {
      return held.postmaster.pid;
    },
    stop,
  };
}

async function end({ cluster }: Start, { postmaster, owner }: Held) {
  await stopPostmaster(cluster, postmaster.pid);
  await owner.release();
}

async function startAndOwn(folder: string, start: Start): Promise<Held> {
  for (;;) {
    const postmaster = await runningPostmaster(start);
    const owner = await takeOwnership(urlOf(start, postmaster.port));
    if (owner === 'taken') throw new FolderInUse(folder);
    if (owner !== 'gone') return { postmaster, owner };
    await sleep(50);
  }
}

const urlOf = ({ cluster }: Start, port: Postmaster['port']) => addressOf(cluster.password, port);

const addressOf = (password: string, port: Postmaster['port']) =>
  `postgres://${superuser}:${password}@127.0.0.1:${port}/wijkspoor`;
