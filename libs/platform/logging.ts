import type { LoggerService } from '@nestjs/common';
import type { DestinationStream, Logger } from 'pino';
import { pino } from 'pino';
import type { Config } from './config.ts';

export type { Logger } from 'pino';

/** Where the log goes. The command line keeps standard output for people. */
export type LogTo = 'stdout' | 'stderr';

/** What stands on every line of a log, besides what the line itself says. */
const extras = new WeakMap<Logger, () => object>();

/** From now on these fields, as they are at that moment, stand on every line of this log. */
export function alsoOnEveryLine(log: Logger, fields: () => object): void {
  extras.set(log, fields);
}

/**
 * One JSON object per line. Lines are written in blocks, at the latest after a second: a write for
 * each of thousands of requests a second costs more than the requests' own work.
 */
export function openLog(
  { logLevel }: Pick<Config, 'logLevel'>,
  to: LogTo,
  service = 'wijkspoor',
): Logger {
  const dest = to === 'stdout' ? 1 : 2;
  const blocks = pino.destination({ dest, sync: false, minLength: 4096, periodicFlush: 1_000 });
  return linesTo(blocks, logLevel, service);
}

/** A log that is written to a stream. No line has a text of a resident in it, nor an address. */
export function linesTo(
  stream: DestinationStream,
  level: Config['logLevel'],
  service: string,
): Logger {
  const mixin = (_fields: object, _level: number, log: Logger) => extras.get(log)?.() ?? {};
  return pino({ level, base: { service }, mixin, serializers: { err: withoutData } }, stream);
}

// The details that a database adds to its errors hold values of rows: free text of residents.
function withoutData(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const { code } = error as NodeJS.ErrnoException;
  return {
    name,
    message,
    stack,
    ...(code && { code }),
    ...(cause ? { cause: withoutData(cause) } : {}),
  };
}

/** What Nest itself has to say, in the same log. How it starts up is of interest to nobody. */
export function nestLog(log: Logger): LoggerService {
  return {
    log: (message) => log.debug(String(message)),
    debug: (message) => log.debug(String(message)),
    verbose: (message) => log.trace(String(message)),
    warn: (message) => log.warn(String(message)),
    error: (message, stack) => log.error({ stack: String(stack) }, String(message)),
    fatal: (message) => log.fatal(String(message)),
  };
}
