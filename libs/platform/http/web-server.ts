import type { Socket } from 'node:net';
import { LogController } from 'fastify';
import type { FastifyBaseLogger, FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { correlationIdOf } from './correlation.ts';
import { correlationHeader, headersOfEveryAnswer } from './headers.ts';
import { problem, problemType, toldTo } from './problem.ts';

/** How every web server of Wijkspoor is set up, whatever answers behind it. */
export const webServer = (log: FastifyBaseLogger) => ({
  loggerInstance: log,
  logController: new LogController({ disableRequestLogging: true }),
  // One logger for all requests: a child logger for each costs more than the line it writes.
  childLoggerFactory: (logger: FastifyBaseLogger) => logger,
  genReqId: correlationIdOf,
  frameworkErrors: answerBadUrl,
  clientErrorHandler: answerBadHttp,
  // What is on its way when the process is told to stop is still answered, and then the line ends.
  return503OnClosing: false,
  // A connection that says nothing may not hold a place for ever.
  connectionTimeout: 60_000,
  requestTimeout: 60_000,
});

// An address that cannot be decoded never reaches a route, nor the hooks of the routes.
function answerBadUrl(_error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const fouten = [{ pointer: '', melding: 'het adres is geen geldige tekst' }];
  const told = toldTo(request.method, problem('ongeldige-invoer', { fouten }));
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
