import { openPostgresCheckpoints, openPostgresDeadLetters } from '@wijkspoor/adapters/postgres';
import type { Checkpoint, DeadLetters, ParkedEvents } from '@wijkspoor/ports';
import type { Closing } from './closing.ts';
import type { Config } from './config.ts';
import type { Logger } from './logging.ts';
import { addressesFor, isKafka, type Addresses } from './open-addresses.ts';
import { openLogAt, type OpenedLog } from './open-log.ts';

/** What is kept: the log, how far each group came, what it could not handle, and the views. */
export type Storage = OpenedLog &
  Readonly<{
    addresses: Addresses;
    /** Where a group keeps how far it came. */
    checkpoints: (group: string) => Checkpoint;
    /** What groups could not handle, on a bus of any kind. */
    letters: DeadLetters & ParkedEvents;
    /** Address of the read models' database, as views should open it. */
    readDbUrl: string;
  }>;

/** Opens all but the bus, for work that follows nothing. */
export async function openStorage(
  config: Config,
  closing: Closing,
  logger: Logger,
): Promise<Storage> {
  return openStorageAt(await addressesFor(config, closing, logger), closing);
}

/** The same, where the addresses are known. */
export async function openStorageAt(addresses: Addresses, closing: Closing): Promise<Storage> {
  const { logUrl, readDbUrl, keepUrl } = addresses;
  const opened = await openLogAt(logUrl, closing);
  const kept = await openPostgresCheckpoints({ url: keepUrl });
  closing.add('the checkpoints', kept, (line) => line.close());
  const letters = await openPostgresDeadLetters({ url: keepUrl });
  closing.add('the dead letters', letters, (line) => line.close());
  return {
    ...opened,
    ...{ addresses, letters, checkpoints: (group) => kept.checkpoint(group) },
    readDbUrl: readDbUrl === logUrl && !isKafka(addresses) ? withoutWaiting(readDbUrl) : readDbUrl,
  };
}

// When the server of the log falls over, whoever follows it loses its place in the group and begins
// again from its checkpoint. Rows and checkpoint on that same server are written together, so what
// was lost of both is made again, and no one has to wait for the disk. On any other server, and
// with Kafka, which keeps the place of a group itself, a follower would go on past what was lost.
function withoutWaiting(url: string): string {
  const hasty = new URL(url);
  hasty.searchParams.append('options', '-c synchronous_commit=off');
  return hasty.href;
}
