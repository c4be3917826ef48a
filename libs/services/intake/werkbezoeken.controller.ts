import type { FastifyRequest } from 'fastify';
import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Calendar } from '@wijkspoor/platform';
import { CALENDAR, CLOCK, DEUREN } from '@wijkspoor/platform';
import type { Clock } from '@wijkspoor/ports';
import type { Deuren } from '@wijkspoor/wire';
import type { Aangenomen } from './neem-aan.ts';
import { NeemAan } from './neem-aan.ts';

/** The door for a formal visit, with all that was asked, promised and noted (002:42, 51). */
@Controller('v1/werkbezoeken')
export class WerkbezoekenController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(DEUREN) private readonly deuren: Deuren,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CALENDAR) private readonly calendar: Calendar,
  ) {}

  @Post()
  @HttpCode(202)
  async legVast(@Body() body: unknown, @Req() { id }: FastifyRequest): Promise<Aangenomen> {
    const melding = this.deuren.werkbezoek(body, this.calendar.today());
    const binnenkomst = { now: this.clock.now(), id, proef: false };
    return this.commands.execute(new NeemAan(melding, binnenkomst));
  }
}
