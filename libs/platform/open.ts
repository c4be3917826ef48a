import { join } from 'node:path';
import { openPostgresEventLog, startEmbeddedServer } from '@wijkspoor/adapters/postgres';
import type { Fault } from '@wijkspoor/kernel';
import { BadInput } from '@wijkspoor/kernel';
import type { Bus, Checkpoint, EventLog } from '@wijkspoor/ports';
import type { Closing } from './closing.ts';
import type { Config } from './config.ts';
import type { Logger } from './logging.ts';

/** The engines behind the ports. */
export type Opened = Readonly<{
  log: EventLog;
  bus: Bus;
  /** Where a group keeps how far it came. */
  checkpoints: (group: string) => Checkpoint;
  /** Address of the read models' database. */
  readDbUrl: string;
}>;

/** What can stand behind each setting. Another engine comes in here, and in `open` below. */
const possible = {
  EVENT_LOG_URL: ['embedded:', 'postgres:', 'postgresql:'],
  BUS_URL: ['embedded:', 'postgres:', 'postgresql:'],
  READ_DB_URL: ['embedded:', 'postgres:', 'postgresql:'],
} as const;

type Addresses = Readonly<Record<keyof typeof possible, string>>;

/**
 * Opens the engine that each address names; `embedded:` in any of them starts one server in the data
 * folder for all. Throws `BadInput` for an address that no adapter knows, before anything is opened.
 */
export async function open(config: Config, closing: Closing, log: Logger): Promise<Opened> {
  const addresses = addressesOf(config);
  refuseUnknown(addresses);
  const urls = await withEmbedded(addresses, config.dataDir, closing, log);
  const eventLog = await openPostgresEventLog({ url: urls.EVENT_LOG_URL });
  closing.add('the event log', eventLog, (opened) => opened.close());
  const bus = await openPostgresBus({ url: urls.BUS_URL, log: eventLog });
  closing.add('the bus', bus, (opened) => opened.close());
  const { READ_DB_URL: readDbUrl } = urls;
  return { log: eventLog, bus, checkpoints: (group) => bus.checkpoint(group), readDbUrl };
}

function addressesOf({ eventLogUrl, busUrl, readDbUrl }: Config): Addresses {
  return { EVENT_LOG_URL: eventLogUrl, BUS_URL: busUrl, READ_DB_URL: readDbUrl };
}

const schemeOf = (address: string) => address.slice(0, address.indexOf(':') + 1);

function refuseUnknown(addresses: Addresses): void {
  const names = Object.keys(possible) as (keyof typeof possible)[];
  const faults: Fault[] = names.flatMap((name) => {
    const scheme = schemeOf(addresses[name]);
    if ((possible[name] as readonly string[]).includes(scheme)) return [];
    const message = `${scheme} wordt hier niet ondersteund; mogelijk zijn ${possible[name].join(', ')}`;
    return [{ pointer: name, message }];
  });
  if (faults.length > 0) throw new BadInput(faults);
}

async function withEmbedded(
  addresses: Addresses,
  dataDir: string,
  closing: Closing,
  log: Logger,
): Promise<Addresses> {
  const isEmbedded = (address: string) => schemeOf(address) === 'embedded:';
  if (!Object.values(addresses).some(isEmbedded)) return addresses;
  const server = await startEmbeddedServer({
    folder: join(dataDir, 'postgres'),
    log: (message) => log.warn(message),
  });
  closing.add('the embedded PostgreSQL', server, (started) => started.stop());
  const resolved = Object.entries(addresses).map(([name, address]) => [
    name,
    isEmbedded(address) ? server.url : address,
  ]);
  return Object.fromEntries(resolved) as Addresses;
}
