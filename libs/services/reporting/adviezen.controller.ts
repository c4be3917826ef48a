import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Calendar } from '@wijkspoor/platform';
import { CALENDAR, DEUREN } from '@wijkspoor/platform';
import type { AdviezenTeLaat, Deuren } from '@wijkspoor/wire';
import { GeefAdviezenTeLaat } from './queries.ts';

/** Adviezen: which ones are late. */
@Controller('v1/adviezen')
export class AdviezenController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(DEUREN) private readonly deuren: Deuren,
    @Inject(CALENDAR) private readonly calendar: Calendar,
  ) {}

  @Get('te-laat')
  async geefTeLaat(@Query() query: unknown): Promise<AdviezenTeLaat> {
    const { peildatum = this.calendar.today(), wijk } = this.deuren.teLaatVraag(query);
    return this.queries.execute(new GeefAdviezenTeLaat(peildatum, wijk));
  }
}
