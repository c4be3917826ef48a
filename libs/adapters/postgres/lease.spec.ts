import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Unavailable } from '@wijkspoor/kernel';
import { eventually } from '@wijkspoor/ports/contract';
import {
  bundleProgram,
  runProgram,
  testDatabase,
  testFolder,
  type Program,
  type TestDatabase,
  type TestFolder,
} from '@wijkspoor/testing';
import { whileLeased } from './lease.ts';

type Said = Readonly<{ has: boolean }>;

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

  const holder = () => runProgram(program, { args: [database.url] });

  /** How long a waiting holder takes to get it after something happened to the first one. */
  async function takeOver(happens: (first: Program) => void): Promise<number> {
    await using first = holder();
    expect(await first.next<Said>()).toEqual({ has: true });
    await using second = holder();
    const said = second.next<Said>();
    const early = await Promise.race([said, new Promise((r) => setTimeout(r, 1_500, 'nothing'))]);
    expect(early).toBe('nothing');
    const start = performance.now();
    happens(first);
    expect(await said).toEqual({ has: true });
    return performance.now() - start;
  }

  it('goes to another process at once when its holder is killed', async () => {
    expect(await takeOver((first) => first.kill('SIGKILL'))).toBeLessThan(2_000);
  }, 20_000);

  it('goes to another process when its holder stops in order', async () => {
    expect(await takeOver((first) => first.kill('SIGTERM'))).toBeLessThan(2_000);
  }, 20_000);

  it('goes to another one in seconds when its holder hangs, which hears of it', async () => {
    await using first = holder();
    expect(await first.next<Said>()).toEqual({ has: true });
    await using second = holder();
    first.kill('SIGSTOP');
    const start = performance.now();
    expect(await second.next<Said>()).toEqual({ has: true });
    expect(performance.now() - start).toBeLessThan(6_000);
    first.kill('SIGCONT');
    expect(await first.next<Said>()).toEqual({ has: false });
  }, 20_000);

  it('keeps its holder for as long as that gives signs of life', async () => {
    await using first = holder();
    expect(await first.next<Said>()).toEqual({ has: true });
    const said = first.next<Said>();
    const later = await Promise.race([said, new Promise((r) => setTimeout(r, 5_000, 'nothing'))]);
    expect(later).toBe('nothing');
  }, 20_000);

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
