import type { KafkaBus } from '@wijkspoor/adapters/kafka';
import { openPostgresCheckpoints, openPostgresDeadLetters } from '@wijkspoor/adapters/postgres';
import type { Bus, Checkpoint, DeadLetters, EventLog, ParkedEvents } from '@wijkspoor/ports';
import type { Closing } from './closing.ts';
import type { Config } from './config.ts';
import type { Logger } from './logging.ts';
import { addressesFor, isKafka, type Addresses } from './open-addresses.ts';
import { openBusAt } from './open-bus.ts';
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

/** The engines behind the ports. */
export type Opened = Storage &
  Readonly<{
    log: EventLog;
    bus: Bus;
    /** The same bus, where it is Kafka: then there is a relay to it, and no order over all. */
    kafka?: KafkaBus;
  }>;

export type OpenOptions = Readonly<{
  /** The municipality's number (OIN), for the source of what goes onto Kafka. */
  oin?: string | undefined;
}>;

/**
 * Opens the engine that each address names. Throws `BadInput` or `CannotStart` that names the
 * setting, within ten seconds, where an address cannot be used.
 */
export async function open(
  config: Config,
  closing: Closing,
  logger: Logger,
  { oin }: OpenOptions = {},
): Promise<Opened> {
  const storage = await openStorage(config, closing, logger);
  return { ...storage, ...(await openBusAt(storage, closing, { logger, oin })) };
}

/** Opens all but the bus, for work that follows nothing. */
export async function openStorage(
  config: Config,
  closing: Closing,
  logger: Logger,
): Promise<Storage> {
  const addresses = await addressesFor(config, closing, logger);
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
