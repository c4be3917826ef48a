import { isEventStoreDbAddress } from '@wijkspoor/adapters/eventstoredb';
import { startEmbeddedServer, whyNoPostgres } from '@wijkspoor/adapters/postgres';
import type { Fault } from '@wijkspoor/kernel';
import { BadInput } from '@wijkspoor/kernel';
import type { Closing } from './closing.ts';
import type { Config } from './config.ts';
import type { Logger } from './logging.ts';

/** Where each engine is: what the settings say, with the embedded server put in its place. */
export type Addresses = Readonly<{
  logUrl: string;
  /** `kafka://…`, or `postgres:` for a bus that follows the log itself. */
  busUrl: string;
  readDbUrl: string;
  /** The PostgreSQL of checkpoints, dead letters and leases: the log's own, else the views'. */
  keepUrl: string;
}>;

const postgres = ['postgres:', 'postgresql:'];
const eventStoreDb = ['kurrentdb:', 'esdb:', 'kurrentdb+discover:', 'esdb+discover:'];

/** What can stand behind each setting. Another engine comes in here, and where it is opened. */
const possible = {
  EVENT_LOG_URL: ['embedded:', ...postgres, ...eventStoreDb],
  BUS_URL: ['embedded:', ...postgres, 'kafka:'],
  READ_DB_URL: ['embedded:', ...postgres],
} as const;

type Settings = Readonly<Record<keyof typeof possible, string>>;

const schemeOf = (address: string) => address.slice(0, address.indexOf(':') + 1);
const isEmbedded = (address: string) => schemeOf(address) === 'embedded:';
const isPostgres = (address: string) => postgres.includes(schemeOf(address));

export const isKafka = ({ busUrl }: Pick<Addresses, 'busUrl'>) => schemeOf(busUrl) === 'kafka:';

/**
 * The addresses of all engines; `embedded:` starts one server in the data folder for all. Throws
 * `BadInput` that names the setting for an address that no adapter can serve, before anything is
 * started, and for a PostgreSQL that does not let us in.
 */
export async function addressesFor(
  config: Config,
  closing: Closing,
  logger: Logger,
): Promise<Addresses> {
  const { eventLogUrl, busUrl, readDbUrl, dataDir } = config;
  const settings = { EVENT_LOG_URL: eventLogUrl, BUS_URL: busUrl, READ_DB_URL: readDbUrl };
  refuseImpossible(settings);
  await proveAll(settings);
  const embedded = [eventLogUrl, readDbUrl].some(isEmbedded)
    ? await startEmbeddedServer({ folder: dataDir, log: (message) => logger.warn(message) })
    : undefined;
  if (embedded) closing.add('the embedded PostgreSQL', embedded, (server) => server.stop());
  return addressesWith(config, embedded?.url);
}

/** What the settings say, with the address of an embedded server in its place. */
export function addressesWith(
  { eventLogUrl, busUrl, readDbUrl }: Config,
  embeddedUrl: string | undefined,
): Addresses {
  const resolved = (address: string) =>
    embeddedUrl && isEmbedded(address) ? embeddedUrl : address;
  const [logUrl, viewsUrl] = [resolved(eventLogUrl), resolved(readDbUrl)];
  const keepUrl = isPostgres(logUrl) ? logUrl : viewsUrl;
  return { logUrl, busUrl, readDbUrl: viewsUrl, keepUrl };
}

function refuseImpossible(settings: Settings): void {
  const names = Object.keys(possible) as (keyof Settings)[];
  const faults = names.flatMap((name) => unknownScheme(name, settings[name]));
  if (faults.length === 0) faults.push(...busElsewhere(settings));
  if (faults.length > 0) throw new BadInput(faults);
}

function unknownScheme(pointer: keyof Settings, address: string): Fault[] {
  const scheme = schemeOf(address);
  const schemes: readonly string[] = possible[pointer];
  if (schemes.includes(scheme)) return [];
  if (pointer === 'EVENT_LOG_URL' && isEventStoreDbAddress(address)) return [];
  return [{ pointer, message: `${scheme} kan hier niet; mogelijk zijn ${schemes.join(', ')}` }];
}

// In PostgreSQL the bus is a follower of the log itself: there is no second copy that could differ.
// What it keeps stands with the log, or with the views where the log is no PostgreSQL.
function busElsewhere({ EVENT_LOG_URL, BUS_URL, READ_DB_URL }: Settings): Fault[] {
  if (!isPostgres(BUS_URL)) return [];
  const withLog = !isEventStoreDbAddress(EVENT_LOG_URL);
  const [name, address] = withLog ? ['EVENT_LOG_URL', EVENT_LOG_URL] : ['READ_DB_URL', READ_DB_URL];
  if (BUS_URL === address) return [];
  const message = `deze bus volgt het logboek zelf; geef dezelfde waarde als ${name}`;
  return [{ pointer: 'BUS_URL', message }];
}

// Asked at once, so that two that say nothing take no longer than one.
async function proveAll({ EVENT_LOG_URL, READ_DB_URL }: Settings): Promise<void> {
  const asked = { EVENT_LOG_URL, ...(READ_DB_URL !== EVENT_LOG_URL && { READ_DB_URL }) };
  const faults = await Promise.all(
    Object.entries(asked).map(async ([pointer, address]): Promise<Fault[]> => {
      const message = isPostgres(address) ? await whyNoPostgres(address) : undefined;
      return message ? [{ pointer, message }] : [];
    }),
  );
  if (faults.flat().length > 0) throw new BadInput(faults.flat());
}
