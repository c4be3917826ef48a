import { addressOfRunning, FolderInUse } from '@wijkspoor/adapters/postgres';
import type { Closing } from './closing.ts';
import type { Config } from './config.ts';
import { openLog } from './logging.ts';
import { addressesFor, addressesWith, type Addresses } from './open-addresses.ts';

/** Where the engines of a city are, also beside one that runs in its data folder. */
export async function addressesBeside(config: Config, closing: Closing): Promise<Addresses> {
  try {
    return await addressesFor(config, closing, openLog(config, 'stderr'));
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error;
    const running = await addressOfRunning(error.folder);
    if (!running) throw error;
    return addressesWith(config, running);
  }
}
