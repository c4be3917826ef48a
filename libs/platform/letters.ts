import { openPostgresDeadLetters } from '@wijkspoor/adapters/postgres';
import type { DeadLetters } from '@wijkspoor/ports';
import { addressesBeside } from './beside.ts';
import { Closing } from './closing.ts';
import type { Environment } from './config.ts';
import { readConfig } from './config.ts';

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
    const { keepUrl } = await addressesBeside(config, closing);
    const letters = await openPostgresDeadLetters({ url: keepUrl });
    closing.add('the dead letters', letters, (opened) => opened.close());
    return await work(letters);
  } finally {
    await closing.close();
  }
}
