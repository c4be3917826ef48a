import replyFrom from '@fastify/reply-from';
import type { Endpoint } from '@wijkspoor/wire';
import { endpoints } from '@wijkspoor/wire';
import { fastify } from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { lineOf } from '../http/adapter.ts';
import { correlationHeader, headersOfEveryAnswer } from '../http/headers.ts';
import { problem, problemType, retryAfterSeconds, toldTo } from '../http/problem.ts';
import { Routes } from '../http/routes.ts';
import { webServer } from '../http/web-server.ts';
import type { Logger } from '../logging.ts';
import { gathered } from './gathered.ts';
import { Instances } from './instances.ts';

/** Where the processes of each service answer. */
export type Back = Readonly<Record<string, readonly string[]>>;

export type FrontDoorOptions = Readonly<{
  back: Back;
  logger: Logger;
  /** Whether it is time to end: then it is not ready any more. */
  isEnding: () => boolean;
  stop: AbortSignal;
}>;

/**
 * One address for a city of several processes: each request goes to the service that answers it,
 * which the list of endpoints knows, and comes back as it was answered. Bodies stream both ways.
 */
export async function frontDoor(options: FrontDoorOptions): Promise<FastifyInstance> {
  const { back, logger, stop } = options;
  const services = new Map(Object.entries(back).map(([name, urls]) => [name, new Instances(urls)]));
  for (const instances of services.values()) void instances.watch(stop);
  const routes = new Routes();
  const server: FastifyInstance = fastify(webServer(logger));
  server.addHook('onRoute', ({ url, method }) => routes.add(url, method));
  server.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headersOfEveryAnswer).header(correlationHeader, request.id);
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    logger.info(lineOf(request, reply), 'verzoek');
    done();
  });
  passBodiesOn(server);
  await server.register(replyFrom, passing);
  for (const { method, path, tag } of endpoints) {
    const instances = tag === 'algemeen' ? everyone(path, services) : services.get(tag);
    if (instances) server.route({ method, url: pathOf(path), handler: passTo(instances) });
  }
  answerForAll(server, services, options);
  server.setNotFoundHandler((request, reply) => refuseUnknown(routes, request, reply));
  server.setErrorHandler((error, request, reply) => {
    logger.error({ err: error, correlationId: request.id }, 'The front door could not pass it on.');
    return answerProblem(request, reply, 'interne-fout');
  });
  return server;
}

/** A service gets a minute to begin its answer, as long as it gives itself. */
const passing = {
  undici: { headersTimeout: 65_000, bodyTimeout: 65_000, connect: { timeout: 3_000 } },
  ...{ disableCache: true, disableRequestLogging: true, destroyAgent: true },
};

const pathOf = (path: Endpoint['path']) => path.replace(/\{(\w+)\}/g, ':$1');

function passBodiesOn(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
}

/** What every process answers alike can be had from any of them; its own health it tells itself. */
function everyone(path: string, services: ReadonlyMap<string, Instances>): Instances | undefined {
  if (!path.startsWith('/v1/')) return undefined;
  return new Instances([...services.values()].flatMap(({ all }) => all.map((one) => one.address)));
}

const passTo = (instances: Instances) => (request: FastifyRequest, reply: FastifyReply) =>
  passOn(instances, request, reply);

// What only asks is asked of another process when the first does not answer. What sends something
// is not: nobody knows whether it arrived, and its body is gone. The sender may do so, as always.
function passOn(
  instances: Instances,
  request: FastifyRequest,
  reply: FastifyReply,
  left = instances.all.length,
): FastifyReply {
  const chosen = instances.next();
  return reply.from(chosen.address + request.url, {
    rewriteRequestHeaders: (_request, headers) => ({
      ...headers,
      [correlationHeader.toLowerCase()]: request.id,
    }),
    rewriteHeaders: ({ connection: _connection, 'keep-alive': _keepAlive, ...headers }) => headers,
    onError: (_reply, { error }) => {
      chosen.away = true;
      const { code } = (error.cause ?? error) as NodeJS.ErrnoException;
      request.log.warn({ code, correlationId: request.id }, 'A service did not answer.');
      const again = ['GET', 'HEAD'].includes(request.method) && left > 1;
      if (again) passOn(instances, request, reply, left - 1);
      else answerProblem(request, reply, 'tijdelijk-niet-beschikbaar');
    },
  });
}

function answerForAll(
  server: FastifyInstance,
  services: ReadonlyMap<string, Instances>,
  { isEnding }: FrontDoorOptions,
): void {
  server.get('/health/live', () => ({ leeft: true }));
  server.get('/health/ready', async (_request, reply) => {
    const city = await gathered(services);
    const gereed = city.gereed && !isEnding();
    if (!gereed) void reply.code(503);
    return { ...city, gereed };
  });
}

function refuseUnknown(routes: Routes, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const allowed = routes.methodsAt(request.url).filter((other) => other !== request.method);
  if (allowed.length === 0) return answerProblem(request, reply, 'pad-onbekend');
  void reply.header('Allow', allowed.join(', '));
  return answerProblem(request, reply, 'methode-niet-toegestaan');
}

type Code = Parameters<typeof problem>[0];

function answerProblem(request: FastifyRequest, reply: FastifyReply, code: Code): FastifyReply {
  const told = { ...toldTo(request.method, problem(code)), instance: request.url.split('?', 1)[0] };
  if (told.status === 503) void reply.header('Retry-After', retryAfterSeconds);
  return reply.code(told.status).type(problemType).send(JSON.stringify(told));
}
