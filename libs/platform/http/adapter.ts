import type { Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { Deuren } from '@wijkspoor/wire';
import { endpoints } from '@wijkspoor/wire';
import { LogController } from 'fastify';
import type { FastifyBaseLogger, FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '../logging.ts';
import { bodyLimit, readBodies, refuseNoBody, refusePackedBody } from './body.ts';
import { correlationIdOf } from './correlation.ts';
import { correlationHeader, headersOfEveryAnswer } from './headers.ts';
import { problem, problemType } from './problem.ts';
import type { Pressure } from './pressure.ts';
import type { Routes } from './routes.ts';

/** What the web server needs to know. */
export type Web = Readonly<{
  logger: Logger;
  routes: Routes;
  deuren: Deuren;
  pressure: Pressure;
}>;

/** Fastify, as every process of Wijkspoor speaks HTTP. */
export function httpAdapter({ logger: log, routes, deuren, pressure }: Web): FastifyAdapter {
  const adapter = new FastifyAdapter({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    // One logger for all requests: a child logger for each costs more than the line it writes.
    childLoggerFactory: (logger: FastifyBaseLogger) => logger,
    genReqId: correlationIdOf,
    bodyLimit,
    skipMiddie: true,
    frameworkErrors: answerBadUrl,
    clientErrorHandler: answerBadHttp,
    // A connection that says nothing may not hold a place for ever.
    connectionTimeout: 60_000,
    requestTimeout: 60_000,
  });
  const instance = adapter.getInstance();
  readBodies(instance);
  pressure.watch(instance);
  instance.addHook('onRoute', ({ url, method }) => routes.add(url, method));
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
function lineOf({ id, method, routeOptions }: FastifyRequest, reply: FastifyReply): object {
  const ms = Math.round(reply.elapsedTime * 10) / 10;
  return { correlationId: id, method, route: routeOptions.url, status: reply.statusCode, ms };
}

// An address that cannot be decoded never reaches a route, nor the hooks above.
function answerBadUrl(_error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const told = problem('ongeldige-invoer', {
    fouten: [{ pointer: '', melding: 'het adres is geen geldige tekst' }],
  });
  void reply.headers(headersOfEveryAnswer).header(correlationHeader, request.id);
  void reply.code(told.status).type(problemType).send(JSON.stringify(told));
}

// What is not even HTTP has no request to answer, only a line to the other side.
function answerBadHttp(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const melding = 'dit is geen geldig HTTP-verzoek, of de koppen zijn te groot';
  const told = JSON.stringify(problem('ongeldige-invoer', { fouten: [{ pointer: '', melding }] }));
  const headers = {
    ...headersOfEveryAnswer,
    'Content-Type': problemType,
    'Content-Length': Buffer.byteLength(told),
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(['HTTP/1.1 400 Bad Request', ...lines, '', told].join('\r\n'));
}
