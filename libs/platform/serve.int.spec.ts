import { EventEmitter, once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module, Post } from '@nestjs/common';
import type { TestDatabase } from '@wijkspoor/testing';
import { get, post, testDatabase } from '@wijkspoor/testing';
import type { Logger, Running } from './index.ts';
import { linesTo, openLog, readConfig, start } from './index.ts';

let database: TestDatabase;
let running: Running;
let quiet: Logger;

beforeAll(async () => {
  database = await testDatabase();
  const { url } = database;
  const given = { EVENT_LOG_URL: url, READ_DB_URL: url, PORT: '0', LOG_LEVEL: 'silent' };
  const config = readConfig(given, {});
  quiet = openLog(config, 'stderr');
  running = await start([], { config, logger: quiet });
}, 60_000);

afterAll(async () => {
  await running?.close();
  await database?.[Symbol.asyncDispose]();
});

const ask = async (path: string) => get(`${running.url}${path}`);

/** As fetch would not: the address as it is written, and any method. */
async function raw(method: string, path: string): Promise<{ status: number; allow: string }> {
  const { hostname, port } = new URL(running.url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, method, path }, (answer) => {
      answer.resume();
      const { allow = '' } = answer.headers;
      resolve({ status: answer.statusCode ?? 0, allow });
    });
    asked.on('error', reject).end();
  });
}

describe('a process of Wijkspoor', () => {
  it('says that it lives, and how far it is', async () => {
    expect((await ask('/health/live')).body).toEqual({ leeft: true });
    expect(await ask('/health/ready')).toMatchObject({
      status: 200,
      body: { gereed: true, log: { positie: 0 }, volgers: [] },
    });
  });

  it('describes its API to every web page', async () => {
    const { status, headers, body } = await ask('/v1/openapi.json');
    expect(status).toBe(200);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(body['openapi']).toMatch(/^3\.1/);
  });

  it.each(['/health/live', '/v1/nergens'])(
    'sends the headers of every answer: %s',
    async (path) => {
      const { headers } = await ask(path);
      expect(Object.fromEntries(headers)).toMatchObject({
        'api-version': expect.stringMatching(/^\d+\.\d+\.\d+$/),
        'cache-control': 'no-store',
        'strict-transport-security': expect.stringContaining('max-age='),
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      });
    },
  );

  it('answers with the correlation id of the sender, or with one of its own', async () => {
    const mine = '0f1e2d3c-4b5a-4687-9a8b-7c6d5e4f3a2b';
    const headers = { 'X-Correlation-Id': mine };
    const answer = await get(`${running.url}/health/live`, headers);
    expect(answer.headers.get('x-correlation-id')).toBe(mine);
    const other = await get(`${running.url}/health/live`, { 'X-Correlation-Id': 'zomaar iets' });
    expect(other.headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('an address that is not there', () => {
  it.each(['/v1/nergens', '/health/live/', '/', '/v1/openapi.json/'])(
    'is 404: %s',
    async (path) => {
      const { status, headers, body } = await ask(path);
      expect(status).toBe(404);
      expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(body).toMatchObject({ type: '/problemen/pad-onbekend', status: 404, instance: path });
    },
  );

  it('is 405 for another method, with the methods that it does take', async () => {
    expect(await raw('DELETE', '/health/live')).toEqual({ status: 405, allow: 'GET, HEAD' });
    expect(await post(`${running.url}/health/live`, {})).toMatchObject({
      status: 405,
      body: { code: 'methode-niet-toegestaan' },
    });
  });

  it('is 400 when it cannot be read at all', async () => {
    expect(await raw('GET', '/%zz')).toMatchObject({ status: 400 });
  });

  it('is 400 when it is not even HTTP', async () => {
    const { hostname, port } = new URL(running.url);
    const socket = connect(Number(port), hostname, () => socket.end('GOEDEMIDDAG\r\n\r\n'));
    const chunks: Buffer[] = [];
    for await (const chunk of socket) chunks.push(chunk as Buffer);
    const [head = '', body = ''] = Buffer.concat(chunks).toString().split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 400 /);
    expect(JSON.parse(body)).toMatchObject({ code: 'ongeldige-invoer', fouten: [{ pointer: '' }] });
  });
});

describe('a query that nobody asked for', () => {
  it('is refused, each name by itself', async () => {
    const { status, body } = await ask('/health/live?a=1&b=2');
    expect(status).toBe(400);
    expect(body['fouten']).toMatchObject([{ pointer: '/a' }, { pointer: '/b' }]);
  });
});

@Controller('ontvangst')
class ReceivingController {
  @Post()
  receive() {
    return { ontvangen: true };
  }
}

@Module({ controllers: [ReceivingController] })
class ReceivingModule {}

describe('a sender that hangs up in the middle', () => {
  it('is no fault of this process: it is not in the log as one', async () => {
    const lines: string[] = [];
    const logger = linesTo({ write: (line) => lines.push(line) }, 'info', 'proef');
    const receiving = await start([ReceivingModule], { config: running.config, logger });
    const { hostname, port } = new URL(receiving.url);
    const head = 'POST /ontvangst HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
    const socket = connect(Number(port), hostname);
    socket.write(`${head}Content-Length: 500\r\n\r\n{"onderwerp": "Gee`, () => socket.destroy());
    await once(socket, 'close');
    expect(await post(`${receiving.url}/ontvangst`, {})).toMatchObject({ status: 201 });
    await receiving.close();
    const faults = lines.filter((line) => (JSON.parse(line) as { level: number }).level >= 50);
    expect(faults).toEqual([]);
  });
});

const traag = new EventEmitter();

@Controller('traag')
class SlowController {
  @Get()
  async answer() {
    traag.emit('gevraagd');
    await once(traag, 'klaar');
    return { klaar: true };
  }
}

@Module({ controllers: [SlowController] })
class SlowModule {}

describe('a process that is told to stop', () => {
  it('gives the last answers, and takes no new requests', async () => {
    const slow = await start([SlowModule], { config: running.config, logger: quiet });
    const asked = get(`${slow.url}/traag`);
    await once(traag, 'gevraagd');
    const closing = slow.close();
    traag.emit('klaar');
    expect(await asked).toMatchObject({ status: 200, body: { klaar: true } });
    await closing;
    await expect(get(`${slow.url}/traag`)).rejects.toThrow();
  });

  it('does not start on a port that another has already', async () => {
    const { port } = new URL(running.url);
    const config = { ...running.config, port: Number(port) };
    await expect(start([], { config, logger: quiet })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});
