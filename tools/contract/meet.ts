import { openEventStoreDbEventLog, CannotStart } from '@wijkspoor/adapters/eventstoredb';
import { kafkaAddress } from '@wijkspoor/adapters/kafka';
import { BadInput } from '@wijkspoor/kernel';
import { Kafka, logLevel } from 'kafkajs';
import pg from 'pg';

/** What a setting turned out to point at. */
export type Met = Readonly<{
  /** Engine, version and place, as a person would say it; never with a password. */
  name: string;
  /** Whether it holds events already. */
  isEmpty: boolean;
}>;

/** Something is the matter with what was asked; the message is one sentence for a person. */
export class NotMet extends Error {
  override readonly name = 'NotMet';
}

const answeredMs = 8_000;

/** Opens the event log and asks what is there. Throws `NotMet` within ten seconds. */
export async function meetEventStore(url: string): Promise<Met> {
  const log = await openEventStoreDbEventLog({ url }).catch((error: unknown) => {
    if (!(error instanceof CannotStart)) throw error;
    throw new NotMet(error.message.replace(/^EVENT_LOG_URL/, '--eventstore'));
  });
  try {
    const [version, head] = await Promise.all([log.version(), log.head()]);
    return { name: `EventStoreDB ${version} op ${hostsIn(url)}`, isEmpty: head === 0 };
  } finally {
    await log.close();
  }
}

/** Asks PostgreSQL what it is. Throws `NotMet` within ten seconds. */
export async function meetPostgres(url: string): Promise<Met> {
  const wrong = '--postgres moet met postgres:// beginnen en te lezen zijn: zet vreemde tekens om.';
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) throw new NotMet(wrong);
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: answeredMs,
    query_timeout: answeredMs,
  });
  // What breaks after the answer is told by the answer.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; mag: boolean }>(mayCreate);
    if (!rows[0]?.mag) throw new Error('deze gebruiker mag geen databases maken (CREATEDB)');
    return { name: `PostgreSQL ${rows[0].version} op ${hostsIn(url)}`, isEmpty: true };
  } catch (error) {
    throw new NotMet(`--postgres wijst naar ${hostsIn(url)}, waar het misgaat: ${reason(error)}.`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

const mayCreate = `select current_setting('server_version') as version,
  rolcreatedb or rolsuper as mag from pg_roles where rolname = current_user`;

/** Asks Kafka who is there. Throws `NotMet` within ten seconds. */
export async function meetKafka(brokers: string): Promise<Met> {
  const { brokers: known } = plainAddress(brokers);
  const retry = { retries: 0 };
  const timing = { connectionTimeout: answeredMs / 2, requestTimeout: answeredMs / 2 };
  const client = new Kafka({ brokers: [...known], logLevel: logLevel.NOTHING, retry, ...timing });
  const admin = client.admin();
  try {
    await admin.connect();
    const { brokers: found, clusterId } = await admin.describeCluster();
    const size = `${found.length} ${found.length === 1 ? 'broker' : 'brokers'}`;
    return { name: `Kafka, cluster ${clusterId} met ${size}, op ${brokers}`, isEmpty: true };
  } catch (error) {
    throw new NotMet(`--kafka wijst naar ${brokers}, waar het misgaat: ${reason(error)}.`);
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}

function plainAddress(brokers: string) {
  const plain = 'schrijf alleen host:poort,host:poort, zonder schema, naam of wachtwoord';
  if (/[@/?]/.test(brokers)) throw new NotMet(`--kafka is niet te lezen: ${plain}.`);
  try {
    return kafkaAddress(`kafka://${brokers}`);
  } catch (error) {
    if (error instanceof BadInput) throw new NotMet(`--kafka is niet te lezen: ${plain}.`);
    throw error;
  }
}

/** The servers in an address, without who comes in and with what. */
const hostsIn = (url: string) => /^[\w+]*:\/\/(?:.*@)?([^/?]*)/.exec(url)?.[1] ?? '';

function reason(error: unknown): string {
  const { message = '', code = '' } = error as NodeJS.ErrnoException;
  return (message || code || String(error)).split('\n')[0]?.replace(/\.$/, '') ?? '';
}
