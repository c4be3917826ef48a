import type { DeadLetters, EventLog } from '@wijkspoor/ports';
import { addressesBeside } from './beside.ts';
import { Closing } from './closing.ts';
import type { Config, Environment } from './config.ts';
import { readConfig } from './config.ts';
import { openLog } from './logging.ts';
import { openStorage, openStorageAt, type Storage } from './open-storage.ts';
import { ReadDb } from './read-db.ts';

/** What a city keeps, for work that needs no web server and follows nothing. */
export type Engines = Readonly<{ log: EventLog; readDb: ReadDb; letters: DeadLetters }>;

/** Opens the storage that the settings name, does some work with it, and closes it again. */
export async function withEngines<T>(
  given: Environment,
  work: (engines: Engines) => Promise<T>,
): Promise<T> {
  const open = async (config: Config, closing: Closing) =>
    openStorage(config, closing, openLog(config, 'stderr'));
  return withStorage(given, open, work);
}

/** The same, also beside a city that runs in that data folder. */
export async function withEnginesBeside<T>(
  given: Environment,
  work: (engines: Engines) => Promise<T>,
): Promise<T> {
  const open = async (config: Config, closing: Closing) =>
    openStorageAt(await addressesBeside(config, closing), closing);
  return withStorage(given, open, work);
}

async function withStorage<T>(
  given: Environment,
  open: (config: Config, closing: Closing) => Promise<Storage>,
  work: (engines: Engines) => Promise<T>,
): Promise<T> {
  const closing = new Closing();
  try {
    const { log, letters, readDbUrl } = await open(readConfig(given), closing);
    return await work({ log, letters, readDb: new ReadDb(readDbUrl, closing) });
  } finally {
    await closing.close();
  }
}
