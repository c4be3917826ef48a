import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually, get, post } from '@wijkspoor/testing';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { frontDoor } from './front-door.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const opened: { close(): Promise<unknown> }[] = [];

afterEach(async () => {
  for (const each of opened.splice(0).reverse()) await each.close();
});

/** A service of one function, and where it answers. */
async function serviceWith(handler: Handler): Promise<{ server: Server; address: string }> {
  const server = createServer(handler).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    server.closeAllConnections();
    if (server.listening) await once(server.close(), 'close');
  };
  opened.push({ close });
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const json = (response: ServerResponse, body: object, status = 200) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

const namedService = (naam: string, gereed: object = {}): Handler => {
  return (request, response) => {
    if (request.url === '/health/live') return void json(response, { leeft: true });
    const { method, url, headers } = request;
    if (url === '/health/ready')
      return void json(response, { gereed: true, log: { positie: 0 }, volgers: [], ...gereed });
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      json(response, { naam, method, url, body, id: headers['x-correlation-id'] });
    });
  };
};

const names = ['intake', 'routing', 'deadline-monitor', 'reporting'] as const;

/** A front door before four services; `other` takes the place of some of them. */
async function doorBefore(other: Partial<Record<string, readonly string[]>> = {}): Promise<string> {
  const back = await Promise.all(
    names.map(async (naam) => {
      return [naam, other[naam] ?? [(await serviceWith(namedService(naam))).address]] as const;
    }),
  );
  const stop = new AbortController();
  const logger = pino({ level: 'silent' });
  const isEnding = () => stop.signal.aborted;
  const options = { back: Object.fromEntries(back), logger, isEnding, stop: stop.signal };
  const door: FastifyInstance = await frontDoor(options);
  opened.push({ close: async () => (stop.abort(), door.close()) });
  return door.listen({ port: 0, host: '127.0.0.1' });
}

describe('the front door', () => {
  it.each([
    ['POST', '/v1/zaken', 'intake'],
    ['POST', '/v1/zaken/zaak-1/antwoorden', 'routing'],
    ['POST', '/v1/zaken/zaak-1/afdoeningen/aanvaardingen', 'routing'],
    ['POST', '/v1/zaken/zaak-1/afspraken', 'deadline-monitor'],
    ['GET', '/v1/zaken/zaak-1/termijn?peildatum=2026-11-20', 'deadline-monitor'],
    ['GET', '/v1/zaken?wijk=tarwewijk&limiet=1', 'reporting'],
    ['GET', '/v1/zaken/zaak-1', 'reporting'],
  ])('brings %s %s to %s', async (method, url, naam) => {
    const door = await doorBefore();
    const answer = method === 'GET' ? await get(door + url) : await post(door + url, { a: 1 });
    const body = method === 'GET' ? '' : '{"a":1}';
    expect(answer).toMatchObject({ status: 200, body: { naam, method, url, body } });
  });

  it('takes the correlation id of the sender along, or gives one that both ends see', async () => {
    const door = await doorBefore();
    const mine = '0f1e2d3c-4b5a-4687-9a8b-7c6d5e4f3a2b';
    const given = await get(`${door}/v1/zaken`, { 'X-Correlation-Id': mine });
    expect(given.body['id']).toBe(mine);
    const made = await get(`${door}/v1/zaken`);
    expect(made.body['id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(made.headers.get('x-correlation-id')).toBe(made.body['id']);
  });

  it('gives back what was answered: the status, the headers and a body of any kind', async () => {
    const bytes = Buffer.from([0, 255, 1, 254]);
    const { address } = await serviceWith((_request, response) => {
      const headers = { 'content-type': 'application/octet-stream', location: '/v1/zaken/zaak-1' };
      response.writeHead(202, headers).end(bytes);
    });
    const door = await doorBefore({ intake: [address] });
    const answer = await fetch(`${door}/v1/zaken`, { method: 'POST', body: 'x' });
    expect(answer.status).toBe(202);
    expect(answer.headers.get('location')).toBe('/v1/zaken/zaak-1');
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
  });

  it('lets a body through while it is still being sent, and an answer while it is', async () => {
    const { address } = await serviceWith((request, response) => {
      request.pipe(response.writeHead(200, { 'content-type': 'text/plain' }));
    });
    const door = await doorBefore({ intake: [address] });
    const sending = new TransformStream<Uint8Array, Uint8Array>();
    const writer = sending.writable.getWriter();
    const init = { method: 'POST', body: sending.readable, duplex: 'half' } as RequestInit;
    const asked = fetch(`${door}/v1/zaken`, init);
    void writer.write(Buffer.from('eerst'));
    const reader = (await asked).body?.getReader();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('eerst');
    void writer.write(Buffer.from('later')).then(() => writer.close());
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('later');
  });

  it('knows which methods an address takes, whichever service takes them', async () => {
    const door = await doorBefore();
    const answer = await fetch(`${door}/v1/zaken`, { method: 'PUT' });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, HEAD, POST');
    expect(await get(`${door}/v1/nergens`)).toMatchObject({
      status: 404,
      body: { code: 'pad-onbekend', instance: '/v1/nergens' },
    });
  });
});

describe('a service that is gone', () => {
  it('is 503 with when to try again, and the others go on', async () => {
    const { server, address } = await serviceWith(namedService('routing'));
    const door = await doorBefore({ routing: [address] });
    await once(server.close(), 'close');
    const answer = await post(`${door}/v1/zaken/zaak-1/antwoorden`, {});
    expect(answer).toMatchObject({ status: 503, body: { code: 'tijdelijk-niet-beschikbaar' } });
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(answer.headers.get('retry-after')).toBe('2');
    expect((await get(`${door}/v1/zaken`)).status).toBe(200);
    const ready = await get(`${door}/health/ready`);
    expect([ready.status, ready.body['gereed']]).toEqual([503, false]);
  });

  it('is passed over while another process of it lives, until it is back', async () => {
    const one = await serviceWith(namedService('een'));
    const two = await serviceWith(namedService('twee'));
    const door = await doorBefore({ reporting: [one.address, two.address] });
    const asked = async () => (await get(`${door}/v1/zaken`)).body['naam'];
    expect(new Set([await asked(), await asked()])).toEqual(new Set(['een', 'twee']));
    const port = (two.server.address() as AddressInfo).port;
    two.server.closeAllConnections();
    await once(two.server.close(), 'close');
    expect(new Set([await asked(), await asked(), await asked()])).toEqual(new Set(['een']));
    expect(await get(`${door}/health/ready`)).toMatchObject({ status: 200 });
    two.server.listen(port, '127.0.0.1');
    await eventually(asked, (naam) => naam === 'twee');
  });
});

describe('the health of a city', () => {
  it('is as far as who is furthest behind', async () => {
    const routing = [{ groep: 'routing', achterstand: 3 }];
    const een = { log: { positie: 7 }, volgers: routing, relais: relais(false, 5, 2) };
    const twee = { log: { positie: 9 }, volgers: [{ groep: 'routing', achterstand: 4 }] };
    const services = await Promise.all([
      serviceWith(namedService('routing', een)),
      serviceWith(namedService('routing', { ...twee, relais: relais(true, 8, 1) })),
    ]);
    const door = await doorBefore({ routing: services.map(({ address }) => address) });
    const { status, body } = await get(`${door}/health/ready`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      gereed: true,
      log: { positie: 9 },
      volgers: [{ groep: 'routing', achterstand: 4 }],
      relais: { actief: true, positie: 8, achterstand: 2 },
    });
    expect(body['diensten']).toContainEqual({ dienst: 'routing', nummer: 2, gereed: true });
  });

  it('does not say how far a group is when nobody can tell', async () => {
    const volgers = [{ groep: 'reporting' }];
    const { address } = await serviceWith(namedService('reporting', { volgers }));
    const door = await doorBefore({ reporting: [address] });
    expect((await get(`${door}/health/ready`)).body['volgers']).toEqual(volgers);
  });
});

const relais = (actief: boolean, positie: number, achterstand: number) => ({
  actief,
  positie,
  achterstand,
});
