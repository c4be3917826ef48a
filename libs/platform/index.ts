/** What every process has: its settings, its engines, HTTP, problems, logging, health. */
import 'temporal-polyfill/global';
import 'reflect-metadata';

export { readConfig } from './config.ts';
export { withEngines, withEnginesBeside } from './engines.ts';
export type { Engines } from './engines.ts';
export type { Config, Environment } from './config.ts';
export type { Channel, Channels } from './channels.ts';
export type { Calendar } from './clock.ts';
export type { Bezorging } from './bezorging.ts';
export type { Closing } from './closing.ts';
export type { Follower, Followers } from './followers.ts';
export { mediaTypes } from './http/body.ts';
export { frontDoor } from './front-door/front-door.ts';
export { serveFrontDoor } from './front-door/serve-front-door.ts';
export { systemClock } from './clock.ts';
export { laadGemeente } from './gemeente.ts';
export type { Pressure } from './http/pressure.ts';
export { VoerUit } from './voer-uit.ts';
export { causeOf, correlationIdOf } from './http/correlation.ts';
export { zaakIdOf } from './http/zaak-id.ts';
export { makeTopics } from './topics.ts';
export type { TopicOptions, TopicStatus } from './topics.ts';
export type { CommandCause } from './http/correlation.ts';
export { NotFound } from './http/not-found.ts';
export { problemCodes, problemOf } from './http/problem.ts';
export { withLetters } from './letters.ts';
export type { Letter, Letters, ParkedStream } from './letters.ts';
export { linesTo, openLog } from './logging.ts';
export type { Logger } from './logging.ts';
export type { Observability } from './observability.ts';
export type { ReadDb } from './read-db.ts';
export { packageFolder, packageVersion } from './package.ts';
export { sentenceFor } from './sentence.ts';
export { serve } from './serve.ts';
export type { ServeOptions } from './serve.ts';
export { start } from './start.ts';
export type { Running, ServiceModule, StartOptions } from './start.ts';
export type { Relay } from './relay.ts';
export {
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
