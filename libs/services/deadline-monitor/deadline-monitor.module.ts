import type { OnApplicationBootstrap, OnModuleInit } from '@nestjs/common';
import { Inject, Module } from '@nestjs/common';
import type { Gemeente } from '@wijkspoor/domain';
import { bewaking, dagenTussen } from '@wijkspoor/domain';
import { react } from '@wijkspoor/flow';
import type {
  Bezorging,
  Calendar,
  Closing,
  Followers,
  Logger,
  Observability,
  Pressure,
  ReadDb,
} from '@wijkspoor/platform';
import {
  BEZORGING,
  CALENDAR,
  CLOCK,
  CLOSING,
  EVENT_LOG,
  FOLLOWERS,
  GEMEENTE,
  LOGGER,
  OBSERVABILITY,
  PRESSURE,
  READ_DB,
} from '@wijkspoor/platform';
import { Bell, type Clock, type EventLog } from '@wijkspoor/ports';
import { klokstand, openViews } from '@wijkspoor/views';
import { bewaakKalender } from './bewaak-kalender.ts';
import { bewaakTermijnen } from './bewaak-termijnen.ts';
import { GeefTermijnHandler } from './geef-termijn.ts';
import { KlokController } from './klok.controller.ts';
import { klokVolger } from './klok-volger.ts';
import { startTermijnen } from './start-termijn.ts';
import { TermijnenController } from './termijnen.controller.ts';
import { ZakenController } from './zaken.controller.ts';

/** Deadline-monitor: the clock of every case. */
@Module({
  controllers: [ZakenController, TermijnenController, KlokController],
  providers: [GeefTermijnHandler],
})
export class DeadlineMonitorModule implements OnModuleInit, OnApplicationBootstrap {
  private readonly bel = new Bell();

  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CALENDAR) private readonly calendar: Calendar,
    @Inject(GEMEENTE) private readonly gemeente: Gemeente,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(FOLLOWERS) private readonly followers: Followers,
    @Inject(PRESSURE) private readonly pressure: Pressure,
    @Inject(READ_DB) private readonly readDb: ReadDb,
    @Inject(CLOSING) private readonly closing: Closing,
    @Inject(BEZORGING) private readonly bezorging: Bezorging,
    @Inject(OBSERVABILITY) private readonly observability: Observability,
  ) {}

  async onModuleInit(): Promise<void> {
    const { log, clock, gemeente, pressure } = this;
    const handle = react(startTermijnen({ log, clock, gemeente }), pressure.pace);
    this.followers.add({ group: 'deadline-monitor', handle });
    this.followers.add(klokVolger(await this.readDb.open(openViews), gemeente, this.bel));
  }

  async onApplicationBootstrap(): Promise<void> {
    const { log, clock, calendar, logger, gemeente } = this;
    const views = await this.readDb.open(openViews);
    const stop = new AbortController();
    const { bezorging, observability, bel } = this;
    observability.clock(async () => {
      const vandaag = calendar.today();
      const calendarDays = dagenTussen(vandaag, gemeente.kalender.dekking.tot);
      return { ...(await klokstand(views, vandaag)), calendarDays };
    });
    const bewaker = { log, clock, calendar, logger, views, gemeente, bezorging, observability };
    const watching = [
      bewaakTermijnen({ ...bewaker, bel, bewaking: bewaking(gemeente) }, stop.signal),
      bewaakKalender(bewaker, stop.signal),
    ];
    this.closing.add('the watch on terms', stop, async () => {
      stop.abort();
      await Promise.all(watching);
    });
  }
}
