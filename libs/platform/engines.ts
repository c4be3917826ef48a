import type { DeadLetters, EventLog } from '@wijkspoor/ports';
import { addressesBeside } from './beside.ts';
import { Closing } from './closing.ts';
import type { Environment } from './config.ts';
import { readConfig } from './config.ts';
import { openLog } from './logging.ts';
import { openStorage, openStorageAt, type Storage } from './open-storage.ts';
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
    return await work(enginesOf(storage, closing));
  } finally {
    await closing.close();
  }
}

/** The same, also beside a city that runs in that data folder. */
export async function withEnginesBeside<T>(
  given: Environment,
  work: (engines: Engines) => Promise<T>,
): Promise<T> {
  const config = readConfig(given);
  const closing = new Closing();
  try {
    const storage = await openStorageAt(await addressesBeside(config, closing), closing);
    return await work(enginesOf(storage, closing));
  } finally {
    await closing.close();
  }
}

function enginesOf({ log, letters, readDbUrl }: Storage, closing: Closing): Engines {
  return { log, letters, readDb: new ReadDb(readDbUrl, closing) };
}
