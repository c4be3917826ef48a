import type { OnApplicationBootstrap, OnModuleInit } from '@nestjs/common';
import { Inject, Module } from '@nestjs/common';
import type { Gemeente } from '@wijkspoor/domain';
import { react } from '@wijkspoor/flow';
import type { Calendar, Closing, Followers, Logger, Pressure, ReadDb } from '@wijkspoor/platform';
import {
  CALENDAR,
  CLOCK,
  CLOSING,
  EVENT_LOG,
  FOLLOWERS,
  GEMEENTE,
  LOGGER,
  PRESSURE,
  READ_DB,
} from '@wijkspoor/platform';
import type { Clock, EventLog } from '@wijkspoor/ports';
import { openViews, teLateLooptijden } from '@wijkspoor/views';
import { GeefTermijnHandler } from './geef-termijn.ts';
import type { Monitor } from './overschrijdingen.ts';
import { bewaakTermijnen } from './overschrijdingen.ts';
import { startTermijnen } from './start-termijn.ts';
import { VoerUitHandler } from './voer-uit.ts';
import { ZakenController } from './zaken.controller.ts';

/** Deadline-monitor: the clock of every case. */
@Module({ controllers: [ZakenController], providers: [VoerUitHandler, GeefTermijnHandler] })
export class DeadlineMonitorModule implements OnModuleInit, OnApplicationBootstrap {
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
  ) {}

  onModuleInit(): void {
    const { log, clock, gemeente, pressure } = this;
    const handle = react(startTermijnen({ log, clock, gemeente }), pressure.pace);
    this.followers.add({ group: 'deadline-monitor', handle });
  }

  async onApplicationBootstrap(): Promise<void> {
    const { log, clock, calendar, logger } = this;
    const views = await this.readDb.open(openViews);
    const teLaat: Monitor['teLaat'] = (vandaag, limiet, na) =>
      teLateLooptijden(views, vandaag, limiet, na);
    const stop = new AbortController();
    const watching = bewaakTermijnen({ log, clock, calendar, logger, teLaat }, stop.signal);
    this.closing.add('the watch on terms', stop, async () => {
      stop.abort();
      await watching;
    });
  }
}
