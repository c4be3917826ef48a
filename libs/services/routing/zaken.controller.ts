import type { FastifyRequest } from 'fastify';
import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Calendar } from '@wijkspoor/platform';
import { CALENDAR, CLOCK, DEUREN, VoerUit, zaakIdOf } from '@wijkspoor/platform';
import type { Clock } from '@wijkspoor/ports';
import type { Deuren, Opdrachtdeuren, OpdrachtVerwerkt } from '@wijkspoor/wire';

/** Everything that its owner does with a case. */
@Controller('v1/zaken/:zaakId')
export class ZakenController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(DEUREN) private readonly deuren: Deuren,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CALENDAR) private readonly calendar: Calendar,
  ) {}

  @Post('toewijzingen')
  @HttpCode(202)
  async wijsToe(@Req() request: FastifyRequest, @Body() body: unknown) {
    return this.voerUit(this.deuren.toewijzing, request, body);
  }

  @Post('themas')
  @HttpCode(202)
  async stelThemasVast(@Req() request: FastifyRequest, @Body() body: unknown) {
    return this.voerUit(this.deuren.themas, request, body);
  }

  @Post('antwoorden')
  @HttpCode(202)
  async geefAntwoord(@Req() request: FastifyRequest, @Body() body: unknown) {
    return this.voerUit(this.deuren.antwoord, request, body);
  }

  @Post('uitkomsten')
  @HttpCode(202)
  async stelUitkomstVast(@Req() request: FastifyRequest, @Body() body: unknown) {
    return this.voerUit(this.deuren.uitkomst, request, body);
  }

  @Post('uitvoeringen')
  @HttpCode(202)
  async meldUitvoering(@Req() request: FastifyRequest, @Body() body: unknown) {
    return this.voerUit(this.deuren.uitvoering, request, body);
  }

  @Post('afdoeningen')
  @HttpCode(202)
  async stelAfdoeningVoor(@Req() request: FastifyRequest, @Body() body: unknown) {
    return this.voerUit(this.deuren.afdoening, request, body);
  }

  @Post('afdoeningen/aanvaardingen')
  @HttpCode(202)
  async aanvaardAfdoening(@Req() request: FastifyRequest, @Body() body: unknown) {
    return this.voerUit(this.deuren.aanvaarding, request, body);
  }

  @Post('afdoeningen/weigeringen')
  @HttpCode(202)
  async weigerAfdoening(@Req() request: FastifyRequest, @Body() body: unknown) {
    return this.voerUit(this.deuren.weigering, request, body);
  }

  @Post('sluitingen')
  @HttpCode(202)
  async sluit(@Req() request: FastifyRequest, @Body() body: unknown) {
    return this.voerUit(this.deuren.sluiting, request, body);
  }

  @Post('heropeningen')
  @HttpCode(202)
  async heropen(@Req() request: FastifyRequest, @Body() body: unknown) {
    return this.voerUit(this.deuren.heropening, request, body);
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
