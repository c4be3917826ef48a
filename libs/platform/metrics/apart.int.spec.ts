import { describe, expect, it } from '@jest/globals';
import { freePort } from '@wijkspoor/testing';
import { fastify } from 'fastify';
import { listenApart, metricsApart } from './apart.ts';

const host = '127.0.0.1';

function door() {
  const server = fastify();
  server.get('/v1/zaken/:zaakId', () => ({}));
  return server;
}

describe('the metrics of a door that is there for everybody', () => {
  it('are told on a port of their own, and end with the door', async () => {
    const metrics = await freePort();
    const server = door();
    const apart = await metricsApart({ metrics, host }, 'voordeur', server);
    await server.inject('/v1/zaken/zaak-1');
    const told = await (await fetch(`http://${host}:${metrics}/metrics`)).text();
    expect(told).toContain('wijkspoor_info{service="voordeur"');
    expect(told).toContain('_count{method="GET",route="/v1/zaken/:zaakId",status="200"} 1');
    expect((await server.inject('/metrics')).statusCode).toBe(404);
    await apart?.close();
    await expect(fetch(`http://${host}:${metrics}/metrics`)).rejects.toThrow();
  });

  it.each(['aan', 'uit'] as const)('are not told without one: %s', async (metrics) => {
    const server = door();
    expect(await metricsApart({ metrics, host }, 'voordeur', server)).toBeUndefined();
    expect((await server.inject('/metrics')).statusCode).toBe(404);
  });

  it('answer that they cannot be told, and leave the process alone', async () => {
    const port = await freePort();
    const text = async () => Promise.reject(new Error('stuk'));
    const apart = await listenApart({ text, contentType: 'text/plain' }, port, host);
    expect((await fetch(`http://${host}:${port}/metrics`)).status).toBe(500);
    await apart.close();
  });
});
