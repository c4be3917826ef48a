import type { OnModuleInit } from '@nestjs/common';
import { Inject, Module } from '@nestjs/common';
import type { Gemeente } from '@wijkspoor/domain';
import { react } from '@wijkspoor/flow';
import type { Followers, Logger, Pressure } from '@wijkspoor/platform';
import { CLOCK, EVENT_LOG, FOLLOWERS, GEMEENTE, LOGGER, PRESSURE } from '@wijkspoor/platform';
import type { Clock, EventLog } from '@wijkspoor/ports';
import { wijsEersteBehandelaarToe } from './eerste-behandelaar.ts';
import { ZakenController } from './zaken.controller.ts';

/** Routing: who has a case, and what becomes of it. */
@Module({ controllers: [ZakenController] })
export class RoutingModule implements OnModuleInit {
  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(GEMEENTE) private readonly gemeente: Gemeente,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(FOLLOWERS) private readonly followers: Followers,
    @Inject(PRESSURE) private readonly pressure: Pressure,
  ) {}

  onModuleInit(): void {
    const { log, clock, gemeente, logger, pressure } = this;
    const handle = react(wijsEersteBehandelaarToe({ log, clock, gemeente, logger }), pressure.pace);
    this.followers.add({ group: 'routing', handle });
  }
}
