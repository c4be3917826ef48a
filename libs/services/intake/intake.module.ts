import type { OnModuleInit } from '@nestjs/common';
import { Inject, Module } from '@nestjs/common';
import { react } from '@wijkspoor/flow';
import type { Followers, Pressure } from '@wijkspoor/platform';
import { CLOCK, EVENT_LOG, FOLLOWERS, PRESSURE } from '@wijkspoor/platform';
import type { Clock, EventLog } from '@wijkspoor/ports';
import { AanmeldingenController } from './aanmeldingen.controller.ts';
import { NeemAanHandler } from './neem-aan.ts';
import { NeemReeksAanHandler } from './neem-reeks-aan.ts';
import { WerkbezoekenController } from './werkbezoeken.controller.ts';
import { zakenUitWerkbezoek } from './zaken-uit-werkbezoek.ts';
import { ZakenController } from './zaken.controller.ts';

/** Intake: the doors in. */
@Module({
  controllers: [ZakenController, WerkbezoekenController, AanmeldingenController],
  providers: [NeemAanHandler, NeemReeksAanHandler],
})
export class IntakeModule implements OnModuleInit {
  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(FOLLOWERS) private readonly followers: Followers,
    @Inject(PRESSURE) private readonly pressure: Pressure,
  ) {}

  onModuleInit(): void {
    const handle = react(zakenUitWerkbezoek(this.log, this.clock), this.pressure.pace);
    this.followers.add({ group: 'intake', handle });
  }
}
