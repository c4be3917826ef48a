import type { DeadLetters, EventLog } from '@wijkspoor/ports';
import { Closing } from './closing.ts';
import type { Environment } from './config.ts';
import { readConfig } from './config.ts';
import { openLog } from './logging.ts';
import { openStorage } from './open-storage.ts';
import { ReadDb } from './read-db.ts';

/** What a city keeps, for work that needs no web server and follows nothing. */
export type Engines = Readonly<{ log: EventLog; readDb: ReadDb; letters: DeadLetters }>;

/** Opens the storage that the settings name, does some work with them, and closes them again. */
export async function withEngines<T>(
  given: Environment,
  work: (engines: Engines) => Promise<T>,
): Promise<T> {
  const config = readConfig(given);
  const closing = new Closing();
  try {
    const storage = await openStorage(config, closing, openLog(config, 'stderr'));
    const { log, letters, readDbUrl } = storage;
    return await work({ log, letters, readDb: new ReadDb(readDbUrl, closing) });
  } finally {
    await closing.close();
  }
}
