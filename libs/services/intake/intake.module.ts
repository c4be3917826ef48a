import type { OnApplicationBootstrap, OnModuleInit } from '@nestjs/common';
import { Inject, Module } from '@nestjs/common';
import { react } from '@wijkspoor/flow';
import type { Channels, Closing, Followers, Logger, Pressure } from '@wijkspoor/platform';
import { CHANNELS, CLOCK, CLOSING, DEUREN, EVENT_LOG } from '@wijkspoor/platform';
import { FOLLOWERS, LOGGER, PRESSURE } from '@wijkspoor/platform';
import type { Clock, EventLog } from '@wijkspoor/ports';
import type { Deuren } from '@wijkspoor/wire';
import { AanmeldingenController } from './aanmeldingen.controller.ts';
import { beoordeelBerichten } from './beoordeel-berichten.ts';
import { Kanaallezer } from './lees-kanaal.ts';
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
export class IntakeModule implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(FOLLOWERS) private readonly followers: Followers,
    @Inject(PRESSURE) private readonly pressure: Pressure,
    @Inject(CHANNELS) private readonly channels: Channels,
    @Inject(CLOSING) private readonly closing: Closing,
    @Inject(DEUREN) private readonly deuren: Deuren,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    const handle = react(zakenUitWerkbezoek(this.log, this.clock), this.pressure.pace);
    this.followers.add({ group: 'intake', handle });
  }

  // Where the bus is Kafka, channels may put their messages there too.
  async onApplicationBootstrap(): Promise<void> {
    const { log, deuren, clock, logger } = this;
    const channel = await this.channels.open();
    if (!channel) return;
    const judge = beoordeelBerichten({ log, deuren, clock, logger, bron: channel.source });
    const lezer = new Kanaallezer(channel.inbox, judge, logger);
    this.closing.add('the messages of channels', lezer, async () => lezer.stop());
    lezer.begin();
  }
}
