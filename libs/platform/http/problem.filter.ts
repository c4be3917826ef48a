import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { Catch, Inject } from '@nestjs/common';
import { BadInput } from '@wijkspoor/kernel';
import type { Probleem } from '@wijkspoor/wire';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '../logging.ts';
import { LOGGER } from '../tokens.ts';
import { ROUTES, type Routes } from './routes.ts';
import { problem, problemOf, problemType, retryAfterSeconds, toldTo } from './problem.ts';

/** Whatever goes wrong, wherever: one place makes a problem of it. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    @Inject(ROUTES) private readonly routes: Routes,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const told = toldTo(request.method, this.told(error, request, reply));
    if (told.status >= 500) this.log.error({ err: error, correlationId: request.id }, told.title);
    if (told.status === 503) void reply.header('Retry-After', retryAfterSeconds);
    void reply.code(told.status).type(problemType);
    void reply.send(JSON.stringify({ ...told, instance: pathOf(request) }));
  }

  private told(error: unknown, request: FastifyRequest, reply: FastifyReply): Probleem {
    if (hungUp(request)) return problemOf(cutOff);
    const told = problemOf(error);
    // Where nothing takes a request, nobody minds what is in it.
    const isNowhere = request.is404 && told.code === 'ongeldige-invoer';
    if (told.code !== 'pad-onbekend' && !isNowhere) return told;
    const { url, method } = request;
    const allowed = this.routes.methodsAt(url).filter((other) => other !== method);
    if (allowed.length === 0) return problem('pad-onbekend');
    void reply.header('Allow', allowed.join(', '));
    return problem('methode-niet-toegestaan');
  }
}

// Nobody hears this answer; but it is counted and logged as what it was, no fault of ours.
const cutOff = new BadInput([{ pointer: '', message: 'de verbinding brak af voor het einde' }]);

function hungUp({ raw }: FastifyRequest): boolean {
  return raw.destroyed && !raw.complete;
}

function pathOf({ url }: FastifyRequest): string {
  return url.split('?', 1)[0] ?? '';
}
