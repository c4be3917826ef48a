import type { EventLog } from '@wijkspoor/ports';
import { Closing } from './closing.ts';
import type { Environment } from './config.ts';
import { readConfig } from './config.ts';
import { openLog } from './logging.ts';
import { open } from './open.ts';
import { ReadDb } from './read-db.ts';

/** The engines of a city, for work that needs no web server. */
export type Engines = Readonly<{ log: EventLog; readDb: ReadDb }>;

/** Opens the engines that the settings name, does some work with them, and closes them again. */
export async function withEngines<T>(
  given: Environment,
  work: (engines: Engines) => Promise<T>,
): Promise<T> {
  const config = readConfig(given);
  const closing = new Closing();
  try {
    const { log, readDbUrl } = await open(config, closing, openLog(config, 'stderr'));
    return await work({ log, readDb: new ReadDb(readDbUrl, closing) });
  } finally {
    await closing.close();
  }
}
