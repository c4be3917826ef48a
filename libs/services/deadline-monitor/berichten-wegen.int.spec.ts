import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { cp, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Running } from '@wijkspoor/platform';
import { packageFolder } from '@wijkspoor/platform';
import type { TestDatabase, TestFolder } from '@wijkspoor/testing';
import { eventually, get, testClock, testDatabase, testFolder } from '@wijkspoor/testing';
import { advies, doe, klokIsBij, startMonitor } from './fixtures/monitor.fixture.ts';

const clock = testClock('2031-01-06T09:00:00.000Z');
const secret = 'zestien-tekens-of-meer';
let database: TestDatabase;
let folder: TestFolder;
let server: Server;
let settings: Record<string, string>;
const running: Running[] = [];
const posted: { key: string; path: string; isSigned: boolean }[] = [];

beforeAll(async () => {
  [database, folder] = await Promise.all([testDatabase(), testFolder()]);
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const hmac = createHmac('sha256', secret).update(Buffer.concat(parts)).digest('hex');
      const isSigned = request.headers['wijkspoor-signature'] === `sha256=${hmac}`;
      const key = String(request.headers['idempotency-key']);
      posted.push({ key, path: request.url ?? '', isSigned });
      response.writeHead(204).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await cp(join(packageFolder, 'infra/gemeenten/voorbeeldstad'), folder.path, { recursive: true });
  const adres = `http://127.0.0.1:${port}/mt/{code}`;
  const ontvangers = `ontvangers:\n  - { rol: 'wijk-mt:*', webhook: '${adres}' }\n`;
  await writeFile(join(folder.path, 'ontvangers.yaml'), ontvangers);
  settings = { GEMEENTE: folder.path, BEZORGING_WEBHOOK_SECRET: secret };
  running.push(await startMonitor(database.url, clock, settings));
}, 60_000);

afterAll(async () => {
  for (const each of running) await each.close();
  server?.close();
  await database?.[Symbol.asyncDispose]();
  await folder?.[Symbol.asyncDispose]();
});

describe('two monitors and a late advies', () => {
  it('tell each receiver once, and show who has no address', async () => {
    const [eerste] = running;
    if (!eerste) throw new Error('no monitor runs');
    const registratie = advies('te laat', '2030-12-02');
    const zaakId = await doe(eerste, {
      type: 'RegistreerZaak',
      data: { registratie, now: clock.now() },
    });
    await eventually(
      async () => (await eerste.log.read(zaakId)).length,
      (length) => length >= 2,
    );
    await klokIsBij(eerste, database.url);
    await running.pop()?.close();
    clock.set('2031-01-20T09:00:00.000Z');
    const beide = [0, 1].map(async () => startMonitor(database.url, clock, settings));
    running.push(...(await Promise.all(beide)));
    const berichten = async () =>
      (await get(`${running[0]?.url}/v1/berichten`)).body['berichten'] as Record<string, unknown>[];
    const rollen = ['wijk-mt:tarwewijk', 'wijkmanager:tarwewijk'];
    const vanRollen = async () => {
      const alle = await berichten();
      return rollen.map((rol) => alle.find(({ ontvanger }) => ontvanger === rol));
    };
    const klaar = await eventually(vanRollen, (nu) =>
      nu.every((bericht) => bericht && bericht['status'] !== 'opgesteld'),
    );
    const reden = 'deze rol heeft geen adres in ontvangers.yaml';
    expect(klaar).toMatchObject([{ status: 'bezorgd' }, { status: 'geen-adres', reden }]);
    const key = 'bericht-wijk-mt:tarwewijk-2031-01-20';
    expect(posted).toEqual([{ key, path: '/mt/tarwewijk', isSigned: true }]);
  }, 60_000);
});
