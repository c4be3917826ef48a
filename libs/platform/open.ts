import type { KafkaBus } from '@wijkspoor/adapters/kafka';
import type { Bus, EventLog } from '@wijkspoor/ports';
import type { Closing } from './closing.ts';
import type { Config } from './config.ts';
import type { Logger } from './logging.ts';
import { openBusAt } from './open-bus.ts';
import { openStorage, type Storage } from './open-storage.ts';

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
