import type { FastifyReply, FastifyRequest } from 'fastify';
import { Body, Controller, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { BadInput } from '@wijkspoor/kernel';
import { CLOCK, DEUREN, mediaTypes } from '@wijkspoor/platform';
import type { Clock } from '@wijkspoor/ports';
import type { AanmeldingenVerwerkt, Deuren } from '@wijkspoor/wire';
import type { Aangenomen } from './neem-aan.ts';
import { NeemAan } from './neem-aan.ts';
import { NeemReeksAan, reeksMax } from './neem-reeks-aan.ts';

/** The door for other systems: CloudEvents, one or a batch (NL GOV profile). */
@Controller('v1/aanmeldingen')
export class AanmeldingenController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(DEUREN) private readonly deuren: Deuren,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(202)
  async meldAan(
    @Body() body: unknown,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Aangenomen | AanmeldingenVerwerkt> {
    const { proef } = this.deuren.aanmeldingenVraag(query);
    const binnenkomst = { now: this.clock.now(), id: request.id, proef };
    const isReeks = isBatch(request);
    // 202 says that something was accepted: not so for a dry run, nor for each message of a batch.
    if (isReeks || proef) void reply.code(200);
    if (isReeks) return this.commands.execute(new NeemReeksAan(berichtenVan(body), binnenkomst));
    const melding = this.deuren.cloudEvent(body, binnenkomst.now);
    return this.commands.execute(new NeemAan(melding, binnenkomst));
  }
}

function isBatch({ headers }: FastifyRequest): boolean {
  return headers['content-type']?.toLowerCase().startsWith(mediaTypes.cloudEvents) ?? false;
}

function berichtenVan(body: unknown): readonly unknown[] {
  if (Array.isArray(body) && body.length <= reeksMax) return body;
  const message = Array.isArray(body)
    ? `de reeks telt ${body.length} berichten; het mogen er ${reeksMax} zijn`
    : 'dit moet een reeks (array) van CloudEvents zijn';
  throw new BadInput([{ pointer: '', message }]);
}
