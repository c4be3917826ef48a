import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyBaseLogger, FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '../logging.ts';
import { bodyLimit, readBodies, refusePackedBody } from './body.ts';
import { correlationIdOf } from './correlation.ts';
import { correlationHeader, headersOfEveryAnswer } from './headers.ts';
import { problem, problemType } from './problem.ts';
import type { Routes } from './routes.ts';

/** Fastify, as every process of Wijkspoor speaks HTTP. */
export function httpAdapter(log: Logger, routes: Routes): FastifyAdapter {
  const adapter = new FastifyAdapter({
    loggerInstance: log,
    disableRequestLogging: true,
    // One logger for all requests: a child logger for each costs more than the line it writes.
    childLoggerFactory: (logger: FastifyBaseLogger) => logger,
    genReqId: correlationIdOf,
    bodyLimit,
    skipMiddie: true,
    frameworkErrors: answerBadUrl,
    // A connection that says nothing may not hold a place for ever.
    connectionTimeout: 60_000,
    requestTimeout: 60_000,
  });
  const instance = adapter.getInstance();
  readBodies(instance);
  instance.addHook('onRoute', ({ url, method }) => routes.add(url, method));
  instance.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headersOfEveryAnswer).header(correlationHeader, request.id);
    refusePackedBody(request);
    done();
  });
  instance.addHook('onResponse', (request, reply, done) => {
    log.info(lineOf(request, reply), 'verzoek');
    done();
  });
  return adapter;
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
