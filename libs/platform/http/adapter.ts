import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { Deuren } from '@wijkspoor/wire';
import { endpoints } from '@wijkspoor/wire';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '../logging.ts';
import type { Observability } from '../observability.ts';
import { bodyLimit, readBodies, refuseNoBody, refusePackedBody } from './body.ts';
import { correlationHeader, headersOfEveryAnswer } from './headers.ts';
import type { Pressure } from './pressure.ts';
import type { Routes } from './routes.ts';
import { webServer } from './web-server.ts';

/** What the web server needs to know. */
export type Web = Readonly<{
  logger: Logger;
  routes: Routes;
  deuren: Deuren;
  pressure: Pressure;
  observability: Observability;
}>;

/** Fastify, as every process of Wijkspoor speaks HTTP. */
export function httpAdapter(web: Web): FastifyAdapter {
  const { logger: log, routes, deuren, pressure, observability } = web;
  const adapter = new FastifyAdapter({
    ...webServer(log),
    bodyLimit,
    skipMiddie: true,
  });
  const instance = adapter.getInstance();
  readBodies(instance);
  pressure.watch(instance);
  instance.addHook('onRoute', ({ url, method }) => routes.add(url, method));
  observability.watch(instance);
  instance.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headersOfEveryAnswer).header(correlationHeader, request.id);
    refusePackedBody(request);
    done();
  });
  instance.addHook('preValidation', (request, _reply, done) => {
    if (request.url.includes('?') && !takesQuery(request)) deuren.geenVraag(request.query);
    refuseNoBody(request);
    done();
  });
  instance.addHook('onResponse', (request, reply, done) => {
    log.info(lineOf(request, reply), 'verzoek');
    done();
  });
  return adapter;
}

const takingQuery = new Set(
  endpoints.flatMap(({ method, path, query }) =>
    query ? [`${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`] : [],
  ),
);

function takesQuery({ method, routeOptions: { url } }: FastifyRequest): boolean {
  return takingQuery.has(`${method === 'HEAD' ? 'GET' : method} ${url}`);
}

// The route and not the address: what stands in an address or a body may be about a person.
export function lineOf({ id, method, routeOptions }: FastifyRequest, reply: FastifyReply): object {
  const ms = Math.round(reply.elapsedTime * 10) / 10;
  return { correlationId: id, method, route: routeOptions.url, status: reply.statusCode, ms };
}
