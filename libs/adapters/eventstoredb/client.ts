import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { Address } from './address.ts';

/** What the package keeps to itself, and the adapter cannot do without. */
type Internals = {
  supports(): Promise<boolean>;
  getChannel(): Promise<{ close(): void }>;
  readonly capabilities: Promise<Readonly<{ serverVersion: string }>>;
};

const internals = (client: KurrentDBClient) => client as unknown as Internals;

let clients = 0;

/**
 * Clients with the very same options share a line within a process, also one on which the other end
 * has gone silent. So no two have the same.
 */
const lineOfItsOwn = () => `keepAliveInterval=${10_000 + (clients++ % 1_000)}`;

/**
 * Gives one new client after another. Loads the package only now: it takes a tenth of a second, and
 * most cities need none.
 */
export async function clientsOf({ connection }: Address): Promise<() => KurrentDBClient> {
  const { KurrentDBClient } = await import('@kurrent/kurrentdb-client');
  return () => {
    const client = KurrentDBClient.connectionString(`${connection}&${lineOfItsOwn()}`);
    // One call for each append: batches share one line, and when that breaks, the client rejects
    // promises that nobody holds, which ends the process.
    internals(client).supports = () => Promise.resolve(false);
    return client;
  };
}

/** What the server says that it is, such as `24.10.0`. */
export async function versionOf(client: KurrentDBClient): Promise<string> {
  return (await internals(client).capabilities).serverVersion;
}

/** Lets go of both lines of a client, that of its native half and the other. */
export function endClient(client: KurrentDBClient): void {
  const gone = () => undefined;
  client.dispose().catch(gone);
  internals(client)
    .getChannel()
    .then((channel) => channel.close(), gone);
}
