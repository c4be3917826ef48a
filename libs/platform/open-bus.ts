import { openKafkaBus, type KafkaBus } from '@wijkspoor/adapters/kafka';
import { openPostgresBus } from '@wijkspoor/adapters/postgres';
import type { Bus } from '@wijkspoor/ports';
import type { Closing } from './closing.ts';
import type { Logger } from './logging.ts';
import { isKafka } from './open-addresses.ts';
import type { Storage } from './open-storage.ts';

export type BusOptions = Readonly<{ logger: Logger; oin?: string | undefined }>;

/** Opens the bus of a storage: Kafka, or PostgreSQL, where the bus is a follower of the log. */
export async function openBusAt(
  storage: Storage,
  closing: Closing,
  options: BusOptions,
): Promise<Readonly<{ bus: Bus; kafka?: KafkaBus }>> {
  const { log, addresses } = storage;
  if (isKafka(addresses)) {
    const kafka = await openKafka(storage, options);
    closing.add('the bus', kafka, (opened) => opened.close());
    return { bus: kafka, kafka };
  }
  const bus = await openPostgresBus({ url: addresses.keepUrl, log });
  closing.add('the bus', bus, (opened) => opened.close());
  return { bus };
}

function openKafka({ addresses, letters }: Storage, { logger, oin }: BusOptions) {
  return openKafkaBus({
    ...{ url: addresses.busUrl, letters },
    ...(oin && { source: sourceOf(oin) }),
    log: (message) => logger.warn(message),
    onRefused: (refused) => logger.warn({ refused }, 'A message that is no event was passed by.'),
  });
}

/** Who puts something onto Kafka, as the profile for CloudEvents of the government writes it. */
export const sourceOf = (oin: string) => `urn:nld:oin:${oin}:systeem:wijkspoor`;
