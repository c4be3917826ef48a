import { Controller, Get, Inject, Query } from '@nestjs/common';
import type { Calendar, ReadDb } from '@wijkspoor/platform';
import { CALENDAR, DEUREN, READ_DB } from '@wijkspoor/platform';
import { berichtenLijst, openViews, signalenLijst } from '@wijkspoor/views';
import type { BerichtenLijst, Deuren, SignalenLijst } from '@wijkspoor/wire';

/** What the clock has raised, and whether whoever had to hear it did. */
@Controller('v1')
export class KlokController {
  constructor(
    @Inject(DEUREN) private readonly deuren: Deuren,
    @Inject(CALENDAR) private readonly calendar: Calendar,
    @Inject(READ_DB) private readonly readDb: ReadDb,
  ) {}

  @Get('signalen')
  async geefSignalen(@Query() query: unknown): Promise<SignalenLijst> {
    const { peildatum = this.calendar.today(), ...filter } = this.deuren.signalenVraag(query);
    return signalenLijst(await this.readDb.open(openViews), peildatum, filter);
  }

  @Get('berichten')
  async geefBerichten(@Query() query: unknown): Promise<BerichtenLijst> {
    const filter = this.deuren.berichtenVraag(query);
    return berichtenLijst(await this.readDb.open(openViews), filter);
  }
}
