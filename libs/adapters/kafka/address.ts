import { readFileSync } from 'node:fs';
import { BadInput, type Fault } from '@wijkspoor/kernel';
import type { KafkaConfig, SASLOptions } from 'kafkajs';

/** What an address says: where, which topic, and how to enter. */
export type KafkaAddress = Readonly<{
  brokers: readonly string[];
  topic: string;
  /** The brokers as a person may see them: without name and password. */
  shown: string;
  entrance: Pick<KafkaConfig, 'ssl' | 'sasl'>;
  /** A member of a group that is not heard for so long has died; undefined where it is not said. */
  sessionMs?: number;
}>;

/** The setting that holds the address, to be named in every fault. */
const setting = 'BUS_URL';

export const eventsTopic = 'wijkspoor.gebeurtenissen.v1';

/**
 * What stands beside a topic of events: where channels put their messages, and where they are told
 * which were refused. A city that has a topic of its own has these of its own too.
 */
export function channelTopicsOf({ topic }: Pick<KafkaAddress, 'topic'>) {
  const base = topic === eventsTopic ? 'wijkspoor' : topic;
  return {
    messages: `${base}.aanmeldingen.v1`,
    refused: `${base}.aanmeldingen.afgewezen.v1`,
  } as const;
}

const badlyWritten = 'naam en wachtwoord zijn niet goed geschreven; @, : en / als %40, %3A en %2F';

const whole = /^kafka:\/\/(?:([^@/?#]*)@)?([^@/?#]+)(?:\/([^?#]*))?(?:\?([^#]*))?$/;
const broker = /^[A-Za-z0-9._-]+(:\d{1,5})?$/;
const topicName = /^[A-Za-z0-9._-]{1,200}$/;
const mechanisms = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;
const options = ['tls', 'ca', 'cert', 'key', 'sasl', 'sessionMs'];

export const badAddress = (...messages: readonly string[]) =>
  new BadInput(messages.map((message): Fault => ({ pointer: setting, message })));

/**
 * Reads `kafka://name:password@host:9092,host:9092/topic?option=value`. Only the hosts are needed.
 *
 * - `tls=true`: encrypted. `ca=FILE`: whom to trust; `cert=FILE&key=FILE`: who we are (PEM; each
 *   of them implies `tls=true`).
 * - `sasl=plain|scram-sha-256|scram-sha-512`: how name and password are shown. Default the last.
 * - `sessionMs=15000`: who consumes and is not heard for so long has died, and another takes over.
 *
 * Throws `BadInput` with every fault; none of them tells the password.
 */
export function kafkaAddress(url: string): KafkaAddress {
  const [, who, hosts = '', topic = '', query = ''] = whole.exec(url) ?? [];
  if (!hosts) throw badAddress('moet zo beginnen: kafka://host:9092,host:9092');
  // Part of a password would pass for a host here, and a fault would show it.
  if (who === undefined && url.includes('@')) throw badAddress(badlyWritten);
  const given = new URLSearchParams(query);
  const brokers = hosts.split(',').map((host) => (host.includes(':') ? host : `${host}:9092`));
  const faults = [...faultsIn(brokers, topic), ...unknownOptions(given), ...faultsOfFiles(given)];
  faults.push(...faultsOfSasl(given, who), ...faultsOfSession(given));
  if (faults.length > 0) throw badAddress(...faults);
  const sasl = saslOf(given, who);
  const ssl = tlsOf(given);
  return {
    brokers,
    topic: topic || eventsTopic,
    shown: brokers.join(),
    entrance: { ...(ssl && { ssl }), ...(sasl && { sasl }) },
    ...(given.has('sessionMs') && { sessionMs: Number(given.get('sessionMs')) }),
  };
}

function faultsIn(brokers: readonly string[], topic: string): string[] {
  const bad = brokers.filter((host) => !broker.test(host));
  return [
    ...bad.map((host) => `'${host}' is geen host met een poort, zoals kafka.stad.nl:9092`),
    ...(topic && !topicName.test(topic)
      ? [`'${topic}' kan geen onderwerp (topic) zijn; gebruik letters, cijfers, punt en streepje`]
      : []),
  ];
}

function unknownOptions(given: URLSearchParams): string[] {
  const known = options.join(', ');
  return [...given.keys()]
    .filter((name) => !options.includes(name))
    .map((name) => `de optie '${name}' bestaat niet; mogelijk zijn ${known}`);
}

const files = ['ca', 'cert', 'key'] as const;

function faultsOfFiles(given: URLSearchParams): string[] {
  const unreadable = files.filter((name) => given.has(name) && read(given, name) === undefined);
  const faults = unreadable.map((name) => `het bestand van '${name}' is niet te lezen`);
  if (given.has('cert') !== given.has('key')) faults.push(`'cert' en 'key' horen bij elkaar`);
  if (!['true', 'false', null].includes(given.get('tls'))) faults.push(`'tls' is true of false`);
  return faults;
}

function faultsOfSasl(given: URLSearchParams, who: string | undefined): string[] {
  const sasl = given.get('sasl');
  const known: readonly (string | null)[] = mechanisms;
  if (sasl && !known.includes(sasl)) return [`'sasl' is een van ${mechanisms.join(', ')}`];
  if (sasl && !who)
    return [`bij 'sasl' horen een naam en een wachtwoord: kafka://naam:wachtwoord@…`];
  if (who !== undefined && !decoded(who)) return [badlyWritten];
  return [];
}

// Less than a few heartbeats, of one each second, and a member that is at work seems dead.
function faultsOfSession(given: URLSearchParams): string[] {
  const written = given.get('sessionMs');
  if (written === null || (/^\d{4,6}$/.test(written) && Number(written) >= 3_000)) return [];
  return [`'sessionMs' is een aantal milliseconden van 3000 tot en met 999999`];
}

/** Name and password; nothing when they cannot be read. */
function decoded(who: string): readonly [string, string] | undefined {
  const [name = '', ...rest] = who.split(':');
  try {
    const [user, password] = [decodeURIComponent(name), decodeURIComponent(rest.join(':'))];
    return user && password ? [user, password] : undefined;
  } catch {
    return undefined;
  }
}

function saslOf(given: URLSearchParams, who: string | undefined): SASLOptions | undefined {
  const [username, password] = (who && decoded(who)) || [];
  if (!username || !password) return undefined;
  const mechanism = (given.get('sasl') ?? 'scram-sha-512') as (typeof mechanisms)[number];
  return { mechanism, username, password };
}

function tlsOf(given: URLSearchParams): KafkaConfig['ssl'] | undefined {
  const found = files.flatMap((name) => {
    const text = read(given, name);
    return text === undefined ? [] : [[name, text] as const];
  });
  if (found.length > 0) return Object.fromEntries(found);
  return given.get('tls') === 'true';
}

function read(given: URLSearchParams, name: string): string | undefined {
  const path = given.get(name);
  if (!path) return undefined;
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
