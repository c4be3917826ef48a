import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Calendar } from '@wijkspoor/platform';
import { CALENDAR, DEUREN, NotFound } from '@wijkspoor/platform';
import type { Deuren, WijkenLijst, WijkOverzicht } from '@wijkspoor/wire';
import { GeefWijken, GeefWijkOverzicht } from './queries.ts';

/** Wijken: all of them, and one in numbers. */
@Controller('v1/wijken')
export class WijkenController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(DEUREN) private readonly deuren: Deuren,
    @Inject(CALENDAR) private readonly calendar: Calendar,
  ) {}

  @Get()
  async geefAlle(@Query() query: unknown): Promise<WijkenLijst> {
    const { peildatum = this.calendar.today() } = this.deuren.peildatumVraag(query);
    return this.queries.execute(new GeefWijken(peildatum));
  }

  @Get(':wijk/overzicht')
  async geefOverzicht(
    @Param('wijk') wijk: string,
    @Query() query: unknown,
  ): Promise<WijkOverzicht> {
    const { peildatum = this.calendar.today() } = this.deuren.peildatumVraag(query);
    const fout = this.deuren.wijkFout(wijk);
    if (fout) throw new NotFound('wijk-onbekend', fout);
    return this.queries.execute(new GeefWijkOverzicht(wijk, peildatum));
  }
}
