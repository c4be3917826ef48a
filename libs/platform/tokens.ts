/**
 * What the platform hands to the services. There is no type behind an injection token at run time,
 * so each one says here what it stands for.
 */

/** `EventLog`: the one place where facts are kept. */
export const EVENT_LOG = Symbol('EVENT_LOG');
/** `Clock`: the moment, for the edge only. */
export const CLOCK = Symbol('CLOCK');
/** `Calendar`: which day it is in the municipality. */
export const CALENDAR = Symbol('CALENDAR');
/** `Gemeente`: the municipality as configuration. */
export const GEMEENTE = Symbol('GEMEENTE');
/** `Deuren`: the parsers at the doors of this municipality. */
export const DEUREN = Symbol('DEUREN');
/** `Followers`: where a service signs up for the events that it follows. */
export const FOLLOWERS = Symbol('FOLLOWERS');
/** `Relay`: carries the log to Kafka, where the bus is Kafka. */
export const RELAY = Symbol('RELAY');
/** `Bus`: carries events to the services. */
export const BUS = Symbol('BUS');
/** `Channels`: where other systems put their messages, where that is not over HTTP. */
export const CHANNELS = Symbol('CHANNELS');
/** `DeadLetters`: what groups could not handle. */
export const DEAD_LETTERS = Symbol('DEAD_LETTERS');
/** `ReadDb`: the database of the read models. */
export const READ_DB = Symbol('READ_DB');
/** `Closing`: what is opened signs up here to be closed, last opened first. */
export const CLOSING = Symbol('CLOSING');
/** `Pressure`: how busy the doors are. */
export const PRESSURE = Symbol('PRESSURE');
/** `Bezorging`: the roads to whoever is warned. */
export const BEZORGING = Symbol('BEZORGING');
/** `Observability`: what is measured of this process. */
export const OBSERVABILITY = Symbol('OBSERVABILITY');
/** `Logger` of pino. */
export const LOGGER = Symbol('LOGGER');
