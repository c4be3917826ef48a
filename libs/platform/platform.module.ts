import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import type { Gemeente } from '@wijkspoor/domain';
import type { Bus, Clock, DeadLetters, EventLog } from '@wijkspoor/ports';
import type { Deuren } from '@wijkspoor/wire';
import type { Channels } from './channels.ts';
import type { Bezorging } from './bezorging.ts';
import { calendarOf } from './clock.ts';
import type { Closing } from './closing.ts';
import type { Followers } from './followers.ts';
import { HealthController } from './http/health.controller.ts';
import { OpenApiController } from './http/openapi.controller.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import type { Pressure } from './http/pressure.ts';
import { ROUTES, type Routes } from './http/routes.ts';
import type { Logger } from './logging.ts';
import type { Observability } from './observability.ts';
import type { ReadDb } from './read-db.ts';
import type { Relay } from './relay.ts';
import {
  BUS,
  BEZORGING,
  CALENDAR,
  CHANNELS,
  CLOCK,
  CLOSING,
  DEAD_LETTERS,
  DEUREN,
  EVENT_LOG,
  FOLLOWERS,
  GEMEENTE,
  LOGGER,
  OBSERVABILITY,
  PRESSURE,
  READ_DB,
  RELAY,
} from './tokens.ts';
import { VoerUitHandler } from './voer-uit.ts';

/** All that a service finds standing ready. */
export type Platform = Readonly<{
  log: EventLog;
  bus: Bus;
  letters: DeadLetters;
  readDb: ReadDb;
  clock: Clock;
  gemeente: Gemeente;
  deuren: Deuren;
  channels: Channels;
  followers: Followers;
  relay: Relay;
  bezorging: Bezorging;
  routes: Routes;
  pressure: Pressure;
  observability: Observability;
  closing: Closing;
  logger: Logger;
}>;

/** What every process has, whatever services run in it. */
@Module({})
export class PlatformModule {
  static with(platform: Platform): DynamicModule {
    const { clock, gemeente } = platform;
    const values = [
      { provide: EVENT_LOG, useValue: platform.log },
      { provide: BUS, useValue: platform.bus },
      { provide: DEAD_LETTERS, useValue: platform.letters },
      { provide: READ_DB, useValue: platform.readDb },
      { provide: CLOCK, useValue: clock },
      { provide: CALENDAR, useValue: calendarOf(clock, gemeente.tijdzone) },
      { provide: GEMEENTE, useValue: gemeente },
      { provide: DEUREN, useValue: platform.deuren },
      { provide: CHANNELS, useValue: platform.channels },
      { provide: FOLLOWERS, useValue: platform.followers },
      { provide: RELAY, useValue: platform.relay },
      { provide: BEZORGING, useValue: platform.bezorging },
      { provide: ROUTES, useValue: platform.routes },
      { provide: PRESSURE, useValue: platform.pressure },
      { provide: CLOSING, useValue: platform.closing },
      { provide: OBSERVABILITY, useValue: platform.observability },
      { provide: LOGGER, useValue: platform.logger },
    ];
    return {
      module: PlatformModule,
      global: true,
      imports: [CqrsModule.forRoot()],
      controllers: [HealthController, OpenApiController],
      providers: [...values, VoerUitHandler, { provide: APP_FILTER, useClass: ProblemFilter }],
      exports: values.map(({ provide }) => provide),
    };
  }
}
