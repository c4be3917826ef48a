import { Controller, Get, Inject, Query } from '@nestjs/common';
import type { Gemeente } from '@wijkspoor/domain';
import type { Calendar } from '@wijkspoor/platform';
import { CALENDAR, DEUREN, GEMEENTE } from '@wijkspoor/platform';
import type { Deuren, KalenderOverzicht, TermijnBerekening } from '@wijkspoor/wire';
import { berekening } from './bereken-termijn.ts';
import { kalenderOp } from './kalender-overzicht.ts';

/** Terms without a case: the calculator, and the calendar that it uses. */
@Controller('v1')
export class TermijnenController {
  constructor(
    @Inject(DEUREN) private readonly deuren: Deuren,
    @Inject(GEMEENTE) private readonly gemeente: Gemeente,
    @Inject(CALENDAR) private readonly calendar: Calendar,
  ) {}

  @Get('termijnen')
  bereken(@Query() query: unknown): TermijnBerekening {
    const { peildatum = this.calendar.today(), ...vraag } = this.deuren.termijnenVraag(query);
    return berekening(this.gemeente, vraag, peildatum);
  }

  @Get('kalender')
  geefKalender(@Query() query: unknown): KalenderOverzicht {
    const { jaar } = this.deuren.kalenderVraag(query);
    return kalenderOp(this.gemeente, this.calendar.today(), jaar);
  }
}
