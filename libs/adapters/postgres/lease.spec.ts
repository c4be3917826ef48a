import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Unavailable } from '@wijkspoor/kernel';
import { wait } from '@wijkspoor/ports';
import { eventually } from '@wijkspoor/ports/contract';
import {
  bundleProgram,
  runProgram,
  testDatabase,
  testFolder,
  type TestDatabase,
  type TestFolder,
} from '@wijkspoor/testing';
import { whileLeased } from './lease.ts';

type Said = Readonly<{ has: boolean }>;

const never = new AbortController().signal;

describe('a lease', () => {
  let folder: TestFolder;
  let database: TestDatabase;
  let program: string;

  beforeAll(async () => {
    folder = await testFolder();
    database = await testDatabase();
    program = join(folder.path, 'program.mjs');
    await bundleProgram(resolve('libs/adapters/postgres/lease.program.ts'), program);
  }, 30_000);
  afterAll(async () => {
    await database[Symbol.asyncDispose]();
    await folder[Symbol.asyncDispose]();
  });

  const holder = (leaseMs: number) =>
    runProgram(program, { args: [database.url, String(leaseMs)] });

  const nothingWithin = async (ms: number, said: Promise<unknown>) =>
    expect(await Promise.race([said, wait(ms, never).then(() => 'nothing')])).toBe('nothing');

  // Of a lease that lasts longer than a test may, the end is never what is waited for.
  it.each([
    ['at once when its holder is killed', 'SIGKILL'],
    ['when its holder stops in order', 'SIGTERM'],
  ] as const)('goes to another process %s', async (_, signal) => {
    await using first = holder(600_000);
    expect(await first.next<Said>()).toEqual({ has: true });
    await using second = holder(600_000);
    const said = second.next<Said>();
    await nothingWithin(1_500, said);
    first.kill(signal);
    expect(await said).toEqual({ has: true });
  });

  it('goes to another one when its holder hangs, which hears of it', async () => {
    await using first = holder(2_000);
    expect(await first.next<Said>()).toEqual({ has: true });
    await using second = holder(2_000);
    first.kill('SIGSTOP');
    expect(await second.next<Said>()).toEqual({ has: true });
    first.kill('SIGCONT');
    expect(await first.next<Said>()).toEqual({ has: false });
  });

  // Long enough that a busy machine does not keep it from giving a sign in time.
  it('keeps its holder for as long as that gives signs of life', async () => {
    await using first = holder(8_000);
    expect(await first.next<Said>()).toEqual({ has: true });
    await nothingWithin(9_000, first.next<Said>());
  });

  it('goes on with work that had to do without an engine for a moment', async () => {
    const stop = new AbortController();
    let times = 0;
    const leasing = whileLeased(
      { url: database.url, name: 'werk', retryMs: 20, stop: stop.signal },
      async () => {
        if (++times === 3) stop.abort();
        else throw new Unavailable('even weg');
      },
    );
    await eventually(() => times === 3);
    await leasing;
    expect(times).toBe(3);
  });
});
