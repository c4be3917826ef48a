import type { FastifyRequest } from 'fastify';
import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Calendar } from '@wijkspoor/platform';
import { CALENDAR, DEUREN, zaakIdOf } from '@wijkspoor/platform';
import type { Deuren, ZaakDetail, ZakenLijst } from '@wijkspoor/wire';
import { GeefZaak, ZoekZaken } from './queries.ts';

/** Cases: the list, and one with its history. */
@Controller('v1/zaken')
export class ZakenController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(DEUREN) private readonly deuren: Deuren,
    @Inject(CALENDAR) private readonly calendar: Calendar,
  ) {}

  @Get()
  async zoek(@Query() query: unknown): Promise<ZakenLijst> {
    const { peildatum = this.calendar.today(), ...vraag } = this.deuren.zakenVraag(query);
    return this.queries.execute(new ZoekZaken({ ...vraag, peildatum }));
  }

  @Get(':zaakId')
  async geef(@Req() request: FastifyRequest): Promise<ZaakDetail> {
    return this.queries.execute(new GeefZaak(zaakIdOf(request), this.calendar.today()));
  }
}
