import type { FastifyReply, FastifyRequest } from 'fastify';
import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Calendar } from '@wijkspoor/platform';
import { CALENDAR, CLOCK, DEUREN } from '@wijkspoor/platform';
import type { Clock } from '@wijkspoor/ports';
import type { Deuren } from '@wijkspoor/wire';
import type { Aangenomen } from './neem-aan.ts';
import { NeemAan } from './neem-aan.ts';

/** The door for a single question, advies, toezegging or motie. */
@Controller('v1/zaken')
export class ZakenController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(DEUREN) private readonly deuren: Deuren,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CALENDAR) private readonly calendar: Calendar,
  ) {}

  @Post()
  @HttpCode(202)
  async registreer(
    @Body() body: unknown,
    @Req() { id }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Aangenomen> {
    const melding = this.deuren.zaak(body, this.calendar.today());
    const binnenkomst = { now: this.clock.now(), id, proef: false };
    const aangenomen = await this.commands.execute(new NeemAan(melding, binnenkomst));
    void reply.header('Location', `/v1/zaken/${melding.registratie.data.zaakId}`);
    return aangenomen;
  }
}
