import { chown, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@wijkspoor/ports/contract';
import { runProgram, testClone, type Program, type TestFolder } from '@wijkspoor/testing';
import pg from 'pg';
import type { Said } from './embedded-server.program.ts';

type Started = Readonly<{ url: string; pid: number }>;

const none = (): string[] => [];

// A clone below a folder that only its owner may enter, as `mktemp -d` or /root makes one. Root can
// therefore not simply hand PostgreSQL to another user.
const user = { name: 'as the user of this test', uid: process.getuid?.() ?? -1 };
const users = user.uid === 0 ? [user, { name: 'as an ordinary user', uid: 65_534 }] : [user];

describe.each(users)('the embedded server, $name', ({ uid }) => {
  let clone: TestFolder;
  const programs: Program[] = [];

  beforeAll(async () => {
    clone = await testClone('libs/adapters/postgres/embedded-server.program.ts', uid);
  });
  afterAll(async () => {
    for (const program of programs) await program[Symbol.asyncDispose]();
    await clone[Symbol.asyncDispose]();
  });

  const run = (name: string) => {
    const args = [join(clone.path, name)];
    const program = runProgram(join(clone.path, 'program.mjs'), { args, uid, gid: uid });
    programs.push(program);
    return program;
  };

  const started = async (name: string) => {
    const program = run(name);
    return { program, ...(await program.next<Started>()) };
  };

  const stop = async ({ kill, next, ended }: Program) => {
    kill('SIGTERM');
    expect(await next<Said>()).toEqual({ stopped: true });
    await ended;
  };

  it('starts on an empty folder, stops in order, and finds its data again', async () => {
    const first = await started('leeg');
    await remember(first.url, 'eerste');
    await stop(first.program);
    // It lets go of its data, and ends a moment later.
    await eventually(() => isGone(first.pid));
    const second = await started('leeg');
    expect(await remembered(second.url)).toEqual(['eerste']);
    await stop(second.program);
  });

  it('listens on the loopback address only, behind a password, with checksums', async () => {
    const { program, url } = await started('leeg');
    const shown = async (name: string) => (await query(url, `show ${name}`))[0]?.[name];
    expect(await shown('listen_addresses')).toBe('127.0.0.1');
    expect(await shown('unix_socket_directories')).toBe('');
    expect(await shown('data_checksums')).toBe('on');
    expect(await shown('fsync')).toBe('on');
    const { mode } = await stat(join(clone.path, 'leeg', 'postgres', 'password'));
    expect(mode & 0o777).toBe(0o600);
    const guess = Object.assign(new URL(url), { password: 'wijkspoor' }).href;
    await expect(query(guess, 'select 1')).rejects.toThrow(/password/);
    await stop(program);
  });

  it('is taken over as it runs when its owner was killed', async () => {
    const first = await started('leeg');
    await remember(first.url, 'tweede');
    first.program.kill('SIGKILL');
    await first.program.ended;
    const second = await started('leeg');
    expect(second.pid).toBe(first.pid);
    expect(await remembered(second.url)).toContain('tweede');
    await stop(second.program);
  });

  it('recovers when everything was killed', async () => {
    const first = await started('leeg');
    await remember(first.url, 'derde');
    first.program.kill('SIGKILL');
    process.kill(first.pid, 'SIGKILL');
    await first.program.ended;
    const second = await started('leeg');
    expect(second.pid).not.toBe(first.pid);
    expect(await remembered(second.url)).toContain('derde');
    await stop(second.program);
  });

  it('refuses a folder that is in use, and leaves its user in peace', async () => {
    const first = await started('leeg');
    const refused = await run('leeg').next<Said>();
    expect(refused).toEqual({
      refused: 'FolderInUse',
      message: expect.stringContaining(join(clone.path, 'leeg')),
    });
    await remember(first.url, 'vierde');
    await stop(first.program);
  });

  it('lets one of two win who start at once on a new folder', async () => {
    const two = [run('samen'), run('samen')];
    const said = await Promise.all(two.map((program) => program.next<Said>()));
    expect(said.filter((each) => 'url' in each)).toHaveLength(1);
    expect(said).toContainEqual(expect.objectContaining({ refused: 'FolderInUse' }));
    const winner = two[said.findIndex((each) => 'url' in each)];
    if (winner) await stop(winner);
  });

  /** A folder of which the making was broken off. Who was made before the kill came stops again. */
  const halfMade = async (attempt = 1): Promise<string> => {
    const name = `half-${attempt}`;
    const inside = async () => (await readdir(join(clone.path, name)).catch(none)).join();
    const first = run(name);
    await eventually(async () => (await inside()) !== '');
    first.kill('SIGKILL');
    await first.ended;
    if ((await inside()).startsWith('.initdb-')) return name;
    await stop((await started(name)).program);
    return halfMade(attempt + 1);
  };

  it('begins anew when it was killed while it was still being made', async () => {
    const { url, program } = await started(await halfMade());
    await remember(url, 'toch');
    expect(await remembered(url)).toEqual(['toch']);
    await stop(program);
  });

  it('is started again on the same address when it falls over', async () => {
    const { program, url, pid } = await started('leeg');
    await remember(url, 'vijfde');
    process.kill(pid, 'SIGKILL');
    await eventually(() => isGone(pid));
    await eventually(async () => (await remembered(url).catch(none)).includes('vijfde'));
    await stop(program);
  });

  it('is not misled by an old number that is now of another process', async () => {
    const data = join(clone.path, 'leeg', 'postgres', 'data');
    const pidFile = join(data, 'postmaster.pid');
    const other = run('samen');
    await other.next<Started>();
    const lines = [other.pid, data, 1_700_000_000, 5432, '', '127.0.0.1', '', 'ready'];
    await writeFile(pidFile, `${lines.join('\n')}\n`);
    await chown(pidFile, ...(await ownerOf(data)));
    const { program } = await started('leeg');
    await stop(program);
    await stop(other);
  });

  it('refuses the data of another version of PostgreSQL, and says so', async () => {
    const version = join(clone.path, 'leeg', 'postgres', 'data', 'PG_VERSION');
    const ours = await readFile(version);
    await writeFile(version, '12\n');
    const refused = await run('leeg').next<Said>();
    await writeFile(version, ours);
    expect(refused).toEqual({
      refused: 'CannotStart',
      message: expect.stringMatching(/PostgreSQL 12.*pg_dump/),
    });
  });
});

async function query(connectionString: string, sql: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<Record<string, string>>(sql, values)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function remember(url: string, word: string) {
  await query(url, 'create table if not exists words (word text)');
  await query(url, 'insert into words values ($1)', [word]);
}

const remembered = async (url: string) =>
  (await query(url, 'select word from words')).map(({ word }) => word);

async function ownerOf(path: string): Promise<[number, number]> {
  const { uid, gid } = await stat(path);
  return [uid, gid];
}

async function isGone(pid: number): Promise<boolean> {
  return readFile(`/proc/${pid}/stat`, 'utf8').then(
    (text) => / Z /.test(text),
    () => true,
  );
}
