import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { BadInput } from '@wijkspoor/kernel';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';
import { Metrics, metricsPath } from './metrics.ts';

/** Metrics on a port of their own, and nothing else there. */
export type MetricsPort = Readonly<{ close(): Promise<void> }>;

type Told = Pick<Metrics, 'text' | 'contentType'>;

/** Tells metrics on a port. Throws `BadInput` that names METRICS when that port cannot be had. */
export async function listenApart(metrics: Told, port: number, host: string): Promise<MetricsPort> {
  const server = createServer((request, response) => {
    if (request.url !== metricsPath || request.method !== 'GET') response.writeHead(404).end();
    else answer(metrics, response).catch(() => response.writeHead(500).end());
  });
  server.listen(port, host);
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    const message = `poort ${port} kan hier niet (${error.code}); kies een andere, 'aan' of 'uit'`;
    throw new BadInput([{ pointer: 'METRICS', message }]);
  });
  return { close: () => ended(server) };
}

/**
 * The metrics of a door to the outside world: never on its own port, which is there for everybody,
 * so only where they have one.
 */
export async function metricsApart(
  { metrics: port, host }: Pick<Config, 'metrics' | 'host'>,
  service: string,
  door: FastifyInstance,
): Promise<MetricsPort | undefined> {
  if (typeof port !== 'number') return undefined;
  const metrics = await Metrics.open(service);
  metrics.watch(door);
  return listenApart(metrics, port, host);
}

async function answer(metrics: Told, response: ServerResponse): Promise<void> {
  const text = await metrics.text();
  response.writeHead(200, { 'content-type': metrics.contentType }).end(text);
}

async function ended(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}
