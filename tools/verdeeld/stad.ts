import { resolve } from 'node:path';
import { engines, type Closable, type Engines } from './machines.ts';
import { freePorts } from './ports.ts';
import { Fell, Proces } from './proces.ts';

export type CityOptions = Readonly<{
  /** Where everything is kept that the city does not get an address for. */
  folder: string;
  /** Of the front door. */
  port: number;
  /** So many processes of each service. */
  copies: number;
  /** Where the bundled programs are, and those of Kafka. */
  root: string;
  say: (line: string) => void;
}>;

const services = ['intake', 'routing', 'deadline-monitor', 'reporting'] as const;
type Service = (typeof services)[number];

/** The setting that tells the front door where a service is. */
const settingOf = (service: Service) => `${service.toUpperCase().replaceAll('-', '_')}_URL`;

/**
 * Four services as processes, on a Kafka and a PostgreSQL, with one address before them.
 *
 * What was opened is in `opened`, in that order, also when a later step fails.
 */
export async function startCity(options: CityOptions, opened: Closable[]): Promise<string> {
  const { folder, root, say } = options;
  const kafkaProgram = resolve(root, 'tools/kafka/serve-own.mjs');
  const env = process.env;
  const places = await engines({ folder, kafkaProgram, env, opened, say });
  const back = await startServices(options, places, opened);
  const address = `http://127.0.0.1:${options.port}`;
  const door = program('voordeur', { ...back, PORT: String(options.port) }, options);
  opened.push({ what: 'voordeur', stop: () => door.stop() });
  await door.ready(address);
  watch(door, say);
  return address;
}

async function startServices(
  options: CityOptions,
  places: Engines,
  opened: Closable[],
): Promise<Record<string, string>> {
  const { copies, say } = options;
  const ports = await freePorts(services.length * copies);
  const started = services.flatMap((service, place) =>
    ports.slice(place * copies, (place + 1) * copies).map((port, n) => {
      const name = copies > 1 ? `${service}-${n + 1}` : service;
      const env = { ...places, PORT: String(port) };
      return { service, port, proces: program(name, env, options, service) };
    }),
  );
  // They end side by side: each finishes what it has in hand.
  const stop = async () => void (await Promise.all(started.map(({ proces }) => proces.stop())));
  opened.push({ what: 'diensten', stop });
  await Promise.all(started.map(({ proces, port }) => proces.ready(addressOf(port))));
  for (const { proces, port } of started) {
    say(`  ${proces.options.name.padEnd(17)} ${addressOf(port)} (proces ${proces.pid})`);
    watch(proces, say);
  }
  return Object.fromEntries(
    services.map((service) => {
      const mine = started.filter((one) => one.service === service);
      return [settingOf(service), mine.map(({ port }) => addressOf(port)).join()];
    }),
  );
}

const addressOf = (port: number) => `http://127.0.0.1:${port}`;

function program(
  name: string,
  env: Readonly<Record<string, string>>,
  { root, say }: CityOptions,
  app = name,
): Proces {
  const logLevel = process.env['LOG_LEVEL'] ?? 'warn';
  return new Proces({
    ...{ name, program: resolve(root, `dist/${app}.js`), say },
    env: { HOST: '127.0.0.1', LOG_LEVEL: logLevel, ...env },
  });
}

function watch(proces: Proces, say: (line: string) => void): void {
  const { name } = proces.options;
  proces.whenFallen((how) => {
    say(`${name} (proces ${proces.pid}) is gestopt: ${how}. De andere gaan door zonder hem.`);
  });
}

/** Ends what was opened, last opened first; says what would not end. */
export async function stopCity(opened: Closable[], say: (line: string) => void): Promise<void> {
  for (const { what, stop } of opened.splice(0).reverse()) {
    await stop().catch((error: unknown) => {
      say(`${what} is niet goed gestopt: ${String(error)}`);
      process.exitCode = 1;
    });
  }
}

/** What a person can do something about, of what kept a city from starting. */
export const isForPeople = (error: unknown): error is Error =>
  error instanceof Fell || ['BadInput', 'CannotStart', 'FolderInUse'].includes(nameOf(error));

const nameOf = (error: unknown) => (error instanceof Error ? error.name : '');
