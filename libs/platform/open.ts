import {
  openPostgresBus,
  openPostgresCheckpoints,
  openPostgresEventLog,
  startEmbeddedServer,
} from '@wijkspoor/adapters/postgres';
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
 * Opens the engine that each address names; `embedded:` starts one server in the data folder for
 * all. Throws `BadInput` for an address that no adapter can serve, before anything is opened.
 */
export async function open(config: Config, closing: Closing, logger: Logger): Promise<Opened> {
  refuseImpossible(addressesOf(config));
  const { logUrl, readDbUrl } = await withEmbedded(config, closing, logger);
  const log = await openPostgresEventLog({ url: logUrl });
  closing.add('the event log', log, (opened) => opened.close());
  const bus = await openPostgresBus({ url: logUrl, log });
  closing.add('the bus', bus, (opened) => opened.close());
  const kept = await openPostgresCheckpoints({ url: logUrl });
  closing.add('the checkpoints', kept, (opened) => opened.close());
  const views = readDbUrl === logUrl ? withoutWaiting(readDbUrl) : readDbUrl;
  return { log, bus, checkpoints: (group) => kept.checkpoint(group), readDbUrl: views };
}

// When the server of the log falls over, whoever follows it loses its place in the group and begins
// again from its checkpoint. Rows and checkpoint on that same server are written together, so what
// was lost of both is made again, and no one has to wait for the disk. On any other server a
// follower would go on from where it was, past the rows that were lost.
function withoutWaiting(url: string): string {
  const hasty = new URL(url);
  hasty.searchParams.append('options', '-c synchronous_commit=off');
  return hasty.href;
}

function addressesOf({ eventLogUrl, busUrl, readDbUrl }: Config): Addresses {
  return { EVENT_LOG_URL: eventLogUrl, BUS_URL: busUrl, READ_DB_URL: readDbUrl };
}

const schemeOf = (address: string) => address.slice(0, address.indexOf(':') + 1);
const isEmbedded = (address: string) => schemeOf(address) === 'embedded:';

function refuseImpossible(addresses: Addresses): void {
  const names = Object.keys(possible) as (keyof Addresses)[];
  const faults = names.flatMap((name) => unknownScheme(name, addresses[name]));
  if (faults.length === 0) faults.push(...busElsewhere(addresses));
  if (faults.length > 0) throw new BadInput(faults);
}

function unknownScheme(pointer: keyof Addresses, address: string): Fault[] {
  const scheme = schemeOf(address);
  const schemes: readonly string[] = possible[pointer];
  if (schemes.includes(scheme)) return [];
  return [{ pointer, message: `${scheme} kan hier niet; mogelijk zijn ${schemes.join(', ')}` }];
}

// In PostgreSQL the bus is a follower of the log itself: there is no second copy that could differ.
function busElsewhere({ EVENT_LOG_URL, BUS_URL }: Addresses): Fault[] {
  if (isEmbedded(BUS_URL) || BUS_URL === EVENT_LOG_URL) return [];
  const message = 'deze bus volgt het logboek zelf; geef dezelfde waarde als EVENT_LOG_URL';
  return [{ pointer: 'BUS_URL', message }];
}

async function withEmbedded(
  { eventLogUrl, readDbUrl, dataDir }: Config,
  closing: Closing,
  logger: Logger,
): Promise<{ logUrl: string; readDbUrl: string }> {
  if (![eventLogUrl, readDbUrl].some(isEmbedded)) return { logUrl: eventLogUrl, readDbUrl };
  const server = await startEmbeddedServer({
    folder: dataDir,
    log: (message) => logger.warn(message),
  });
  closing.add('the embedded PostgreSQL', server, (started) => started.stop());
  const resolved = (address: string) => (isEmbedded(address) ? server.url : address);
  return { logUrl: resolved(eventLogUrl), readDbUrl: resolved(readDbUrl) };
}
