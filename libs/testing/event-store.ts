import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export type EventStoreServer = Readonly<{
  url: string;
  /** What was found: an address that was given, a container, or what stands in for a server. */
  kind: 'address' | 'container' | 'stand-in';
  close(): Promise<void>;
}>;

/** Starts what stands in for a server where there is none: the adapter brings it. */
export type StartStandIn = () => Promise<Pick<EventStoreServer, 'url' | 'close'>>;

/**
 * A server that speaks EventStoreDB's protocol: the one at `EVENTSTORE_URL`, else KurrentDB in a
 * container, else the stand-in. The output says by name which one it is, and `REQUIRE_EVENTSTORE=1`
 * makes the stand-in a failure: it proves less.
 */
export async function eventStore(startStandIn: StartStandIn): Promise<EventStoreServer> {
  return found('EVENTSTORE_URL', startStandIn);
}

/**
 * As `eventStore`, with nothing in its log, for a city that follows all of it: the one at
 * `EVENTSTORE_EMPTY_URL`, where no contract has left its events yet.
 */
export async function emptyEventStore(startStandIn: StartStandIn): Promise<EventStoreServer> {
  return found('EVENTSTORE_EMPTY_URL', startStandIn);
}

async function found(setting: string, startStandIn: StartStandIn): Promise<EventStoreServer> {
  const server = atAddress(setting) ?? (await inContainer()) ?? (await standIn(startStandIn));
  process.stderr.write(`EventStoreDB: ${named[server.kind]}\n`);
  return server;
}

const image = 'kurrentplatform/kurrentdb:25.1.3';
const port = 2_113;

const named: Readonly<Record<EventStoreServer['kind'], string>> = {
  address: 'the server at the address that was given',
  container: `${image} in a container`,
  'stand-in': 'the stand-in, not a real server (no EVENTSTORE_URL, no Docker)',
};

function atAddress(setting: string): EventStoreServer | undefined {
  const url = process.env[setting];
  return url ? { url, kind: 'address', close: async () => undefined } : undefined;
}

async function inContainer(): Promise<EventStoreServer | undefined> {
  if (!mayHaveDocker()) return undefined;
  const { GenericContainer, getContainerRuntimeClient, Wait } = await import('testcontainers');
  if (!(await getContainerRuntimeClient().catch(() => undefined))) return undefined;
  const container = await new GenericContainer(image)
    .withEnvironment({ KURRENTDB_INSECURE: 'true', KURRENTDB_MEM_DB: 'true' })
    .withExposedPorts(port)
    .withWaitStrategy(Wait.forHealthCheck())
    .withStartupTimeout(120_000)
    .start();
  return {
    url: `kurrentdb://${container.getHost()}:${container.getMappedPort(port)}?tls=false`,
    kind: 'container',
    close: async () => void (await container.stop()),
  };
}

/** Loading the library that asks Docker takes seconds, so that this looks first. */
function mayHaveDocker(): boolean {
  const { DOCKER_HOST, XDG_RUNTIME_DIR = '/run' } = process.env;
  const sockets = ['/var/run/docker.sock', join(XDG_RUNTIME_DIR, 'docker.sock')];
  const settings = [
    join(homedir(), '.docker/run/docker.sock'),
    join(homedir(), '.testcontainers.properties'),
  ];
  return DOCKER_HOST !== undefined || [...sockets, ...settings].some((path) => existsSync(path));
}

async function standIn(start: StartStandIn): Promise<EventStoreServer> {
  if (process.env['REQUIRE_EVENTSTORE'] === '1') {
    const places = 'no EVENTSTORE_URL, and no Docker to start one in';
    throw new Error(`REQUIRE_EVENTSTORE=1, but there is no EventStoreDB: ${places}.`);
  }
  return { ...(await start()), kind: 'stand-in' };
}
