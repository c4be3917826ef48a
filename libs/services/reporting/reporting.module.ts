import type { OnModuleInit } from '@nestjs/common';
import { Inject, Module } from '@nestjs/common';
import type { Followers } from '@wijkspoor/platform';
import { EVENT_LOG, FOLLOWERS } from '@wijkspoor/platform';
import type { EventLog } from '@wijkspoor/ports';
import type { DataSource } from 'typeorm';

import { queryHandlers } from './query-handlers.ts';
import { VIEWS, viewsProvider } from './views.ts';
import { TeLaatController } from './te-laat.controller.ts';
import { zakenVolger } from './volger.ts';
import { WatAlsController } from './wat-als.controller.ts';
import { WijkenController } from './wijken.controller.ts';
import { ZakenController } from './zaken.controller.ts';

/** Reporting: what is seen. */
@Module({
  controllers: [TeLaatController, WatAlsController, ZakenController, WijkenController],
  providers: [viewsProvider, ...queryHandlers],
})
export class ReportingModule implements OnModuleInit {
  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(FOLLOWERS) private readonly followers: Followers,
    @Inject(VIEWS) private readonly views: DataSource,
  ) {}

  onModuleInit(): void {
    this.followers.add(zakenVolger(this.log, this.views));
  }
}
