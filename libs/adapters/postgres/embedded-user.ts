import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './embedded-binaries.ts';
import { CannotStart } from './embedded-errors.ts';

const run = promisify(execFile);

type User = Readonly<{ uid: number; gid: number }>;

/**
 * Under whom the programs of PostgreSQL run: `user` when it is not the user of this process, and
 * the words that go before the program when a mere change of user is not enough.
 */
export type RunAs = Readonly<{ user?: User; before: readonly string[] }>;

/** What to give to `spawn` to run a program as that user. */
export function spawnable(file: string, args: readonly string[], as: RunAs) {
  const [first = file, ...rest] = [...as.before, file, ...args];
  const ids = as.user && as.before.length === 0 ? as.user : {};
  return { file: first, args: rest, options: { ...ids, env: environment() } };
}

/**
 * An ordinary user runs PostgreSQL as himself. For root, who may not, it is the owner of the data
 * when there is data, else the user `postgres`, else `nobody`.
 *
 * That user often cannot reach the programs or the data: a fresh clone lies below /root or a
 * temporary folder, both closed to others. Then it gets one capability, to pass closed folders, and
 * nothing else of root.
 */
export async function chooseUser(folder: string, { postgres }: Binaries): Promise<RunAs> {
  if (process.getuid?.() !== 0) return { before: [] };
  const user = await userForRoot(join(folder, 'postgres', 'data'));
  for (const before of [[], passClosedFolders(user)]) {
    if (await reaches(folder, postgres, { user, before })) return { user, before };
  }
  throw new CannotStart(
    `PostgreSQL kan niet als root draaien, en gebruiker ${user.uid} kan niet bij ${folder} ` +
      `of bij ${postgres}. Start Wijkspoor als gewone gebruiker, ` +
      'of installeer setpriv (util-linux).',
  );
}

async function userForRoot(data: string): Promise<User> {
  const owner = await stat(data).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const found = ['postgres', 'nobody'].flatMap((name) => lines.filter(([user]) => user === name));
  const [, , uid, gid] = found[0] ?? [];
  if (!uid || !gid) {
    throw new CannotStart(
      'PostgreSQL kan niet als root draaien, en er is geen gebruiker postgres of nobody. ' +
        'Start Wijkspoor als gewone gebruiker.',
    );
  }
  return { uid: Number(uid), gid: Number(gid) };
}

// Without no_setuid_fixup the kernel drops the capability again in access(2), which initdb uses to
// look for the program postgres beside itself.
const passClosedFolders = ({ uid, gid }: User) => [
  ...['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--no-new-privs'],
  ...['--inh-caps=+dac_override', '--ambient-caps=+dac_override'],
  ...['--bounding-set=-all,+dac_override', '--securebits=+no_setuid_fixup'],
];

async function reaches(folder: string, postgres: string, as: RunAs) {
  const script = '"$1" --version && test -x "$2"';
  const { file, args, options } = spawnable('sh', ['-c', script, 'sh', postgres, folder], as);
  return run(file, args, options).then(
    () => true,
    () => false,
  );
}

/** The environment without what would lead PostgreSQL elsewhere, and with messages in English. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  return { ...Object.fromEntries(own), LC_ALL: 'C' };
}
