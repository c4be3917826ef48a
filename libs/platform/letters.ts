import {
  addressOfRunning,
  FolderInUse,
  openPostgresDeadLetters,
} from '@wijkspoor/adapters/postgres';
import type { DeadLetters } from '@wijkspoor/ports';
import { Closing } from './closing.ts';
import type { Config, Environment } from './config.ts';
import { readConfig } from './config.ts';
import { openLog } from './logging.ts';
import { addressesFor, addressesWith } from './open-addresses.ts';

export type { DeadLetter as Letter, DeadLetters as Letters, ParkedStream } from '@wijkspoor/ports';

/**
 * Opens the dead letters of the city that the settings name, also beside one that runs in its data
 * folder, does some work with them, and closes them again.
 */
export async function withLetters<T>(
  given: Environment,
  work: (letters: DeadLetters) => Promise<T>,
): Promise<T> {
  const config = readConfig(given);
  const closing = new Closing();
  try {
    const letters = await openPostgresDeadLetters({ url: await addressFor(config, closing) });
    closing.add('the dead letters', letters, (opened) => opened.close());
    return await work(letters);
  } finally {
    await closing.close();
  }
}

async function addressFor(config: Config, closing: Closing): Promise<string> {
  try {
    return (await addressesFor(config, closing, openLog(config, 'stderr'))).keepUrl;
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error;
    const running = await addressOfRunning(error.folder);
    if (!running) throw error;
    return addressesWith(config, running).keepUrl;
  }
}
