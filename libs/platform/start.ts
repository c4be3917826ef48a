import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Gemeente } from '@wijkspoor/domain';
import type { Clock, EventLog } from '@wijkspoor/ports';
import { deuren } from '@wijkspoor/wire';
import type { FastifyInstance } from 'fastify';
import { Channels } from './channels.ts';
import { openBezorging } from './bezorging.ts';
import { systemClock } from './clock.ts';
import { Closing } from './closing.ts';
import type { Config } from './config.ts';
import { Followers } from './followers.ts';
import { laadGemeente } from './gemeente.ts';
import { httpAdapter } from './http/adapter.ts';
import { Pressure } from './http/pressure.ts';
import { Routes } from './http/routes.ts';
import type { Logger } from './logging.ts';
import { nestLog } from './logging.ts';
import { loadObservability, Observability } from './observability.ts';
import { open } from './open.ts';
import type { Opened } from './open.ts';
import type { Platform } from './platform.module.ts';
import { PlatformModule } from './platform.module.ts';
import { ReadDb } from './read-db.ts';
import { Relay, relayName } from './relay.ts';

/** A module of a service. */
export type ServiceModule = Type<object>;

/** A process that answers. */
export type Running = Readonly<{
  /** Where it answers. */
  url: string;
  config: Config;
  gemeente: Gemeente;
  log: EventLog;
  /** In order: no new requests, the last answers, the consumers, the engines. */
  close(): Promise<void>;
}>;

export type StartOptions = Readonly<{ config: Config; logger: Logger; clock?: Clock }>;

/** Starts services in this process. What was opened is closed again when one step fails. */
export async function start(
  services: readonly ServiceModule[],
  options: StartOptions,
): Promise<Running> {
  const closing = new Closing();
  try {
    return await startAll(services, options, closing);
  } catch (error) {
    await closing.close();
    throw error;
  }
}

async function startAll(
  services: readonly ServiceModule[],
  { config, logger, clock = systemClock }: StartOptions,
  closing: Closing,
): Promise<Running> {
  const gemeente = await laadGemeente(config.gemeente, config.kalender);
  const service = serviceOf(services);
  loadObservability(config);
  const engines = await open(config, closing, logger, gemeente);
  const observability = await Observability.open({ config, service, logger }, closing);
  const opened = observability.around(engines);
  const { log, bus, letters, readDbUrl } = opened;
  const followers = followersOf(opened, logger);
  const relay = relayOf(opened, logger);
  const app = await createApp(services, {
    ...{ log, bus, letters, clock, gemeente, deuren: deuren(gemeente), logger, closing },
    channels: new Channels({
      ...{ ...opened.addresses, oin: gemeente.oin, closing, logger, observability },
    }),
    ...{ readDb: new ReadDb(readDbUrl, closing), routes: new Routes(), pressure: new Pressure() },
    ...{ followers, relay, observability, bezorging: openBezorging(config, closing) },
  });
  observability.ask({ followers, relay, letters, lag: opened.kafka?.lag });
  closing.add('the services', app, async () => app.close());
  closing.add('the relay', relay, async () => relay.stop());
  closing.add('the consumers', followers, async () => followers.stop());
  const server = app.getHttpAdapter().getInstance();
  const url = await server.listen({ port: config.port, host: config.host });
  closing.add('the web server', server, stopListening);
  relay.start();
  followers.start();
  return { url, config, gemeente, log, close: () => closing.close() };
}

/** The name of a process by the services in it: that of the only one, or of the whole. */
export function serviceOf(services: readonly ServiceModule[]): string {
  const [first, ...others] = services;
  if (!first || others.length > 0) return 'wijkspoor';
  const name = first.name.replace(/Module$/, '');
  return name.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase();
}

function followersOf({ bus, kafka, checkpoints, eventsAfter }: Opened, log: Logger): Followers {
  return new Followers({ bus, checkpoints, log, ...(!kafka && { eventsAfter }) });
}

function relayOf({ log, kafka, checkpoints, eventsAfter, addresses }: Opened, logger: Logger) {
  if (!kafka) return new Relay();
  const place = { checkpoint: checkpoints(relayName), leaseUrl: addresses.keepUrl };
  return new Relay({ log, bus: kafka, ...place, eventsAfter, logger });
}

async function createApp(services: readonly ServiceModule[], platform: Platform) {
  const adapter = httpAdapter(platform);
  const root = {
    module: class Wijkspoor {},
    imports: [PlatformModule.with(platform), ...services],
  };
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: nestLog(platform.logger),
    bodyParser: false,
    abortOnError: false,
  });
  return app.init();
}

// A connection that is kept open for a next request does not hold up the end.
async function stopListening(server: FastifyInstance): Promise<void> {
  const idle = setInterval(() => server.server.closeIdleConnections(), 50);
  await server.close();
  clearInterval(idle);
}
