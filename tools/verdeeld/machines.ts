import { createTopics, kafkaAddress } from '@wijkspoor/adapters/kafka';
import { startEmbeddedServer } from '@wijkspoor/adapters/postgres';
import { kafkaOn } from './kafka.ts';

/** Where the engines of the city are, by the setting that names them. */
export type Engines = Readonly<Record<'EVENT_LOG_URL' | 'BUS_URL' | 'READ_DB_URL', string>>;

export type Closable = Readonly<{ what: string; stop(): Promise<void> }>;

/** Each process of a city takes up to sixteen connections, and there may be eight of them. */
const settings = { max_connections: '200' };

const isGiven = (address = '') => address !== '' && !address.startsWith('embedded:');

export type MachineOptions = Readonly<{
  folder: string;
  /** The program that runs a Kafka. */
  kafkaProgram: string;
  env: Readonly<Partial<Record<string, string>>>;
  opened: Closable[];
  say: (line: string) => void;
}>;

/**
 * The engines of the city: those whose address is given, and for the rest a PostgreSQL and a Kafka
 * that are started here, on a folder. What was started signs up in `opened`.
 */
export async function engines(options: MachineOptions): Promise<Engines> {
  const { EVENT_LOG_URL: log = '', READ_DB_URL: views = '' } = options.env;
  const own = [log, views].every(isGiven) ? '' : await postgres(options);
  const BUS_URL = await bus(options);
  return {
    EVENT_LOG_URL: isGiven(log) ? log : own,
    BUS_URL,
    READ_DB_URL: isGiven(views) ? views : own,
  };
}

async function postgres({ folder, opened, say }: MachineOptions): Promise<string> {
  const server = await startEmbeddedServer({ folder, settings, log: say });
  opened.push({ what: 'PostgreSQL', stop: () => server.stop() });
  const { host } = new URL(server.url);
  say(`  PostgreSQL        ${host} (${folder}/postgres)`);
  return server.url;
}

async function bus({ folder, kafkaProgram, env, opened, say }: MachineOptions): Promise<string> {
  const given = env['BUS_URL'] ?? '';
  const kafka = isGiven(given) ? undefined : await kafkaOn(folder, kafkaProgram);
  if (kafka) opened.push({ what: 'Kafka', stop: () => kafka.stop() });
  const url = kafka ? `kafka://${kafka.brokers}` : given;
  const { shown, topic } = kafkaAddress(url);
  const [status] = await createTopics(url);
  say(`  Kafka             ${shown} (${topic}, ${status?.partitions} partities)`);
  return url;
}
