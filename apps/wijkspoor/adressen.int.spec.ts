import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Running } from '@wijkspoor/platform';
import type { TestDatabase } from '@wijkspoor/testing';
import { testDatabase } from '@wijkspoor/testing';
import { endpoints } from '@wijkspoor/wire';
import { startCity } from './observability.fixture.ts';

let database: TestDatabase;
let city: Running;
beforeAll(async () => {
  database = await testDatabase();
  city = await startCity(database.url);
}, 60_000);
afterAll(async () => {
  await city?.close();
  await database?.[Symbol.asyncDispose]();
});

type Answer = { status: number; allow: string; code: string; detail: string };
type Sent = Readonly<{ headers?: Record<string, string>; body?: string; query?: string }>;

/** As fetch would not: a GET with a body too, and any method. */
async function send(method: string, path: string, sent: Sent): Promise<Answer> {
  const { headers = {}, body = '', query = '' } = sent;
  const length = body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const url = `${city.url}${path}${query}`;
    const asked = request(url, { method, headers: { ...headers, ...length } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const text = Buffer.concat(parts).toString();
        const { code = '', detail = '' } = (text ? JSON.parse(text) : {}) as Partial<Answer>;
        const { allow = '' } = answer.headers;
        resolve({ status: answer.statusCode ?? 0, allow, code, detail });
      });
    });
    asked.on('error', reject).end(body);
  });
}

const json = { 'content-type': 'application/json' };
const sendings: readonly (readonly [string, Sent])[] = [
  ['nothing', {}],
  ['a body', { headers: json, body: '{}' }],
  ['what is no JSON', { headers: json, body: '{"' }],
  ['another media type', { headers: { 'content-type': 'text/xml' }, body: '<a/>' }],
  ['CloudEvents', { headers: { 'content-type': 'application/cloudevents+json' }, body: '{}' }],
  ['a packed body', { headers: { ...json, 'content-encoding': 'gzip' }, body: '{}' }],
  ['too much', { headers: json, body: `"${'x'.repeat(70_000)}"` }],
  ['a query that nobody knows', { query: '?onbekend=1' }],
];

const paths = [...new Set(endpoints.map(({ path }) => path))];
const methodsOf = (path: string) => {
  const methods = endpoints.filter((one) => one.path === path).map((one) => one.method);
  return methods.flatMap((method) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]));
};
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const filledIn = (path: string) => path.replaceAll(/\{\w+\}/g, 'zaak-1');

describe('an address that does not take a method', () => {
  it.each(sendings)('is 405 and says what it does take, also with %s', async (_what, sent) => {
    for (const path of paths)
      for (const method of methods.filter((one) => !methodsOf(path).includes(one))) {
        const { status, allow, code } = await send(method, filledIn(path), sent);
        expect([method, path, status, allow, code]).toEqual([
          ...[method, path, 405, methodsOf(path).sort().join(', '), 'methode-niet-toegestaan'],
        ]);
      }
  });
});

describe('an address that is not there', () => {
  it.each(sendings)('is 404 for every method, also with %s', async (_what, sent) => {
    for (const method of methods) {
      const { status, code } = await send(method, '/v1/nergens', sent);
      expect([method, status, code]).toEqual([method, 404, 'pad-onbekend']);
    }
  });
});

describe('a request that cannot be read', () => {
  it('is told that nothing was stored where something would have been', async () => {
    for (const { method, path } of endpoints) {
      const sent = method === 'get' ? { query: '?onbekend=1' } : { headers: json, body: '{"' };
      const { status, detail } = await send(method.toUpperCase(), filledIn(path), sent);
      const isStored = detail.includes('niets opgeslagen');
      expect([path, status, isStored]).toEqual([path, 400, method !== 'get']);
    }
    expect((await send('GET', '/%zz', {})).detail).not.toContain('opgeslagen');
  });
});
