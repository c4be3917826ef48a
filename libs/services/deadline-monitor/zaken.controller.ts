import type { FastifyRequest } from 'fastify';
import { Body, Controller, Get, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Calendar } from '@wijkspoor/platform';
import { CALENDAR, CLOCK, DEUREN, VoerUit, zaakIdOf } from '@wijkspoor/platform';
import type { Clock } from '@wijkspoor/ports';
import type { Deuren, Opdrachtdeuren, OpdrachtVerwerkt, ZaakTermijn } from '@wijkspoor/wire';
import { GeefTermijn } from './geef-termijn.ts';

/** The clock of a case: what is agreed about it, who was told, and the term with its proof. */
@Controller('v1/zaken/:zaakId')
export class ZakenController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(DEUREN) private readonly deuren: Deuren,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CALENDAR) private readonly calendar: Calendar,
  ) {}

  @Post('afspraken')
  @HttpCode(202)
  async spreekAf(@Req() request: FastifyRequest, @Body() body: unknown) {
    return this.voerUit(this.deuren.afspraak, request, body);
  }

  @Post('tussenberichten')
  @HttpCode(202)
  async verzendTussenbericht(@Req() request: FastifyRequest, @Body() body: unknown) {
    return this.voerUit(this.deuren.tussenbericht, request, body);
  }

  @Post('contacten')
  @HttpCode(202)
  async legContactVast(@Req() request: FastifyRequest, @Body() body: unknown) {
    return this.voerUit(this.deuren.contact, request, body);
  }

  @Get('termijn')
  async geefTermijn(@Req() request: FastifyRequest, @Query() query: unknown): Promise<ZaakTermijn> {
    const { peildatum = this.calendar.today() } = this.deuren.peildatumVraag(query);
    return this.queries.execute(new GeefTermijn(zaakIdOf(request), peildatum));
  }

  private async voerUit(
    deur: Opdrachtdeuren[keyof Opdrachtdeuren],
    request: FastifyRequest,
    body: unknown,
  ): Promise<OpdrachtVerwerkt> {
    const opdracht = deur(body, zaakIdOf(request), this.calendar.today());
    return this.commands.execute(new VoerUit(opdracht, this.clock.now(), request.id));
  }
}
