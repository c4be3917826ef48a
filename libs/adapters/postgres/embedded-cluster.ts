import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chown,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './embedded-binaries.ts';
import { CannotStart } from './embedded-errors.ts';
import { spawnable, type RunAs } from './embedded-user.ts';

const run = promisify(execFile);

/** One initialised database cluster: its files, and the password that was made for it. */
export type Cluster = Readonly<{ data: string; logFile: string; password: string }>;

export const superuser = 'wijkspoor';

/**
 * The cluster of a folder, made when there is none yet.
 *
 * It is made beside its place and then renamed: a crash half-way leaves no cluster instead of half
 * of one, and of two processes that do so at once, the second finds the first one's.
 */
export async function openCluster(folder: string, binaries: Binaries, as: RunAs): Promise<Cluster> {
  const home = join(folder, 'postgres');
  const data = join(home, 'data');
  try {
    await removeRemains(folder);
    if (!(await exists(join(data, 'PG_VERSION')))) await initialise(folder, home, binaries, as);
    await checkVersion(data, binaries, as);
    const password = await readFile(join(home, 'password'), 'utf8');
    return { data, logFile: join(home, 'postgres.log'), password: password.trim() };
  } catch (error) {
    throw isDenied(error) ? belongsToOther(folder, error) : error;
  }
}

async function initialise(folder: string, home: string, { initdb }: Binaries, as: RunAs) {
  const stage = await mkdtemp(join(folder, staged));
  const password = join(stage, 'password');
  await writeFile(password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (as.user) {
    await Promise.all([stage, password].map((path) => giveTo(path, as)));
  }
  await runInitdb(initdb, stage, as);
  await rename(stage, home).catch(async (error: unknown) => {
    await rm(stage, { recursive: true, force: true });
    if (!(await exists(home))) throw error;
  });
}

async function runInitdb(initdb: string, stage: string, as: RunAs) {
  const { file, args, options } = spawnable(
    initdb,
    [
      ...[`--pgdata=${join(stage, 'data')}`, `--username=${superuser}`],
      ...[`--pwfile=${join(stage, 'password')}`, '--auth=scram-sha-256'],
      ...['--encoding=UTF8', '--locale=C', '--data-checksums'],
    ],
    as,
  );
  await run(file, args, options).catch((cause: Error & { stderr?: string }) => {
    throw new CannotStart(`initdb is niet gelukt: ${cause.stderr ?? cause.message}`, { cause });
  });
}

async function checkVersion(data: string, { postgres }: Binaries, as: RunAs) {
  const theirs = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim();
  const { file, args, options } = spawnable(postgres, ['--version'], as);
  const { stdout } = await run(file, args, options);
  const ours = /(\d+)/.exec(stdout)?.[1];
  if (theirs === ours) return;
  throw new CannotStart(
    `De gegevens in ${data} zijn van PostgreSQL ${theirs}, en dit Wijkspoor brengt PostgreSQL ` +
      `${ours} mee. Start het Wijkspoor dat ze schreef, of zet ze over met pg_dump.`,
  );
}

const staged = '.initdb-';

// Initialising takes seconds. What is older than two minutes was left by a crash.
async function removeRemains(folder: string) {
  await mkdir(folder, { recursive: true });
  const names = (await readdir(folder)).filter((name) => name.startsWith(staged));
  for (const path of names.map((name) => join(folder, name))) {
    const age = Date.now() - ((await stat(path).catch(() => undefined))?.mtimeMs ?? Date.now());
    if (age > 120_000) await rm(path, { recursive: true, force: true });
  }
}

async function giveTo(path: string, { user }: RunAs) {
  if (user) await chown(path, user.uid, user.gid);
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );

const isDenied = (error: unknown) =>
  ['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '');

const belongsToOther = (folder: string, cause: unknown) =>
  new CannotStart(
    `De map ${folder} is van een andere gebruiker. ` +
      'Start Wijkspoor als die gebruiker, of kies een andere map.',
    { cause },
  );
