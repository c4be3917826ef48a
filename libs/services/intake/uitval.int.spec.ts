import { existsSync } from 'node:fs';
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Running } from '@wijkspoor/platform';
import { openLog, readConfig, start } from '@wijkspoor/platform';
import type { TestFolder } from '@wijkspoor/testing';
import { eventually, get, post, testClock, testFolder } from '@wijkspoor/testing';
import { zaakIdVan } from '@wijkspoor/wire';
import { bron, geschiedenis, vraag } from './fixtures/intake.fixture.ts';
import { IntakeModule } from './index.ts';

const clock = testClock('2026-03-02T09:00:00.000Z');
let folder: TestFolder;
let running: Running;

// An embedded server of its own, that can be taken away.
beforeAll(async () => {
  folder = await testFolder();
  const config = readConfig({ DATA_DIR: folder.path, PORT: '0', LOG_LEVEL: 'silent' }, {});
  running = await start([IntakeModule], { config, clock, logger: openLog(config, 'stderr') });
}, 120_000);

afterAll(async () => {
  await running?.close();
  await folder?.[Symbol.asyncDispose]();
}, 60_000);

const data = () => join(folder.path, 'postgres/data');
const meld = async (id: string) => post(`${running.url}/v1/zaken`, vraag(id));

/** As when the machine's power is cut, for PostgreSQL only. */
async function killPostgres(): Promise<void> {
  const [pid] = (await readFile(join(data(), 'postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGQUIT');
}

describe('a database that falls over', () => {
  it('loses nothing that was acknowledged, and comes back by itself', async () => {
    const answers = new Map<string, number>();
    let n = 0;
    const sender = async () => {
      while (n < 600) {
        const id = `val ${n++}`;
        if (n === 200) await killPostgres();
        answers.set(id, (await meld(id)).status);
      }
    };
    await Promise.all(Array.from({ length: 16 }, sender));
    await eventually(
      async () => (await meld('na de val')).status,
      (status) => status === 202,
      30_000,
    );

    expect([...new Set(answers.values())].filter((status) => ![202, 503].includes(status))).toEqual(
      [],
    );
    const acknowledged = [...answers].filter(([, status]) => status === 202).map(([id]) => id);
    // Before the fall those went well; of those after it that depends on how long it lasted.
    expect(acknowledged.length).toBeGreaterThan(150);
    for (const id of acknowledged)
      expect(await geschiedenis(running, zaakIdVan({ bron, id }))).toHaveLength(1);
  }, 120_000);

  it('takes again what was not acknowledged, without a second case', async () => {
    for (let n = 0; n < 600; n += 50) expect(await meld(`val ${n}`)).toMatchObject({ status: 202 });
    expect(await geschiedenis(running, zaakIdVan({ bron, id: 'val 200' }))).toHaveLength(1);
  }, 60_000);
});

describe('a database that stays away', () => {
  it('is said to be away, on every address that needs it, until it is there', async () => {
    await rename(data(), `${data()}.weg`);
    expect(existsSync(data())).toBe(false);
    const [pid] = (await readFile(join(`${data()}.weg`, 'postmaster.pid'), 'utf8')).split('\n');
    process.kill(Number(pid), 'SIGQUIT');

    const away = await eventually(
      async () => meld('weg'),
      ({ status }) => status === 503,
      30_000,
    );
    expect(away.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(away.body).toMatchObject({ code: 'tijdelijk-niet-beschikbaar', status: 503 });
    expect(await get(`${running.url}/health/ready`)).toMatchObject({ status: 503 });
    expect(await get(`${running.url}/health/live`)).toMatchObject({ status: 200 });

    await rename(`${data()}.weg`, data());
    await eventually(
      async () => (await meld('terug')).status,
      (status) => status === 202,
      60_000,
    );
    const ready = async () => (await get(`${running.url}/health/ready`)).status;
    expect(await eventually(ready, (status) => status === 200)).toBe(200);
  }, 180_000);
});
