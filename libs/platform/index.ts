/** What every process has: its settings, its engines, HTTP, problems, logging, health. */
import 'temporal-polyfill/global';
import 'reflect-metadata';

export { readConfig } from './config.ts';
export { withEngines, withEnginesBeside } from './engines.ts';
export type { Engines } from './engines.ts';
export type { Environment } from './config.ts';
export type { Channels } from './channels.ts';
export type { Calendar } from './clock.ts';
export type { Bezorging } from './bezorging.ts';
export type { Closing } from './closing.ts';
export type { Follower, Followers } from './followers.ts';
export { mediaTypes } from './http/body.ts';
export { serveFrontDoor } from './front-door/serve-front-door.ts';
export { systemClock } from './clock.ts';
export { laadGemeente } from './gemeente.ts';
export type { Pressure } from './http/pressure.ts';
export { VoerUit } from './voer-uit.ts';
export { causeOf, correlationIdOf } from './http/correlation.ts';
export { zaakIdOf } from './http/zaak-id.ts';
export { makeTopics } from './topics.ts';
export type { TopicOptions, TopicStatus } from './topics.ts';
export { NotFound } from './http/not-found.ts';
export { problemOf } from './http/problem.ts';
export { withLetters } from './letters.ts';
export type { Letter, Letters, ParkedStream } from './letters.ts';
export { linesTo, openLog } from './logging.ts';
export type { Logger } from './logging.ts';
export type { Observability } from './observability.ts';
export type { ReadDb } from './read-db.ts';
export { packageFolder, packageVersion } from './package.ts';
export { sentenceFor } from './sentence.ts';
export { serve } from './serve.ts';
export { start } from './start.ts';
export type { Running } from './start.ts';
export {
  BEZORGING,
  CALENDAR,
  CHANNELS,
  CLOCK,
  CLOSING,
  DEUREN,
  EVENT_LOG,
  FOLLOWERS,
  GEMEENTE,
  LOGGER,
  OBSERVABILITY,
  PRESSURE,
  READ_DB,
} from './tokens.ts';
