import { setTimeout as sleep } from 'node:timers/promises';
import { BadInput, Unavailable } from '@wijkspoor/kernel';
import type { Admin, Kafka } from 'kafkajs';
import { badAddress, type KafkaAddress } from './address.ts';
import { kafkajs } from './kafkajs.ts';

/** For a while kafkajs tries by itself; who calls it decides what comes after that. */
export const patience = {
  initialRetryTime: 100,
  maxRetryTime: 1_000,
  factor: 0.2,
  multiplier: 2,
  retries: 4,
} as const;

/**
 * A client of its own for each producer, consumer and question. Consumers of one client share what
 * they know of a group's offsets, and so disturb each other when the group divides its partitions.
 *
 * kafkajs logs as errors what is in order and what it mends by itself, so it logs nothing here;
 * what matters comes back as an error.
 */
export function clientOf({ brokers, entrance }: KafkaAddress, retries?: number): Kafka {
  const { Kafka, logLevel } = kafkajs();
  return new Kafka({
    clientId: 'wijkspoor',
    brokers: [...brokers],
    ...entrance,
    connectionTimeout: 2_000,
    authenticationTimeout: 5_000,
    requestTimeout: 10_000,
    logLevel: logLevel.NOTHING,
    retry: { ...patience, ...(retries !== undefined && { retries }) },
  });
}

/** Asks the cluster something, over a connection that is closed again. */
export async function asked<T>(
  address: KafkaAddress,
  question: (admin: Admin) => Promise<T>,
  retries?: number,
): Promise<T> {
  const admin = clientOf(address, retries).admin();
  try {
    await admin.connect();
    return await question(admin);
  } finally {
    await admin.disconnect();
  }
}

type KafkaError = Error & Readonly<{ type?: string; code?: string; cause?: Error }>;

/** What is behind an error of kafkajs that says that it tried several times. */
export function rootOf(error: unknown): KafkaError {
  const { cause } = error as KafkaError;
  return cause instanceof Error ? rootOf(cause) : (error as KafkaError);
}

// A topic can be unknown for a moment while a broker starts; that it exists was asked at open.
const refusals = /^(TOPIC|GROUP|CLUSTER)_AUTHORIZATION_FAILED$|^INVALID_TOPIC|_TOO_LARGE$/;

/** Kafka said no, and will say so again. Everything else may pass. */
export function isRefusal(error: unknown): boolean {
  const { name, type = '' } = rootOf(error);
  return name.startsWith('KafkaJSSASL') || refusals.test(type);
}

export const unavailable = (cause: unknown) =>
  new Unavailable(`Kafka cannot be reached: ${rootOf(cause).message}`, { cause });

const openWithinMs = 9_000;

/**
 * Asks Kafka something for the first time. Throws `BadInput` with one sentence that names the
 * setting, within ten seconds, when nobody answers at the address or we may not come in.
 */
export async function askedFirst<T>(
  address: KafkaAddress,
  question: (admin: Admin) => Promise<T>,
): Promise<T> {
  // Each broker once: the process cannot end before the last attempt has.
  const asking = asked(address, question, Math.min(address.brokers.length, 3));
  return withinTime(asking).catch((error: unknown) => {
    throw error instanceof BadInput ? error : badAddress(whyNot(address.shown, error));
  });
}

/** Makes sure that there is a Kafka at the address, that it lets us in, and knows the topics. */
export async function requireTopics(
  address: KafkaAddress,
  topics: readonly string[],
): Promise<void> {
  const known = await askedFirst(address, (admin) => admin.listTopics());
  const missing = topics.filter((topic) => !known.includes(topic));
  if (missing.length === 0) return;
  const named = missing.map((topic) => `'${topic}'`).join(' en ');
  throw badAddress(
    `Kafka op ${address.shown} kent het onderwerp ${named} niet; ` +
      'maak het met: npx wijkspoor topics',
  );
}

class TooLate extends Error {}

async function withinTime<T>(work: Promise<T>): Promise<T> {
  const over = new AbortController();
  const timer = sleep(openWithinMs, undefined, { signal: over.signal });
  try {
    const late = timer.then(() => Promise.reject(new TooLate('geen antwoord op tijd')));
    return await Promise.race([work, late]);
  } finally {
    over.abort();
    // Whichever came second has nobody waiting for it any more.
    for (const left of [work, timer]) left.catch(() => undefined);
  }
}

const untrusted = /CERT|SIGNATURE|ALTNAME|SELF_SIGNED/;

export function whyNot(shown: string, error: unknown): string {
  const { name, message, code = '', type = '' } = rootOf(error);
  if (name.startsWith('KafkaJSSASL'))
    return `Kafka op ${shown} kent deze naam of dit wachtwoord niet`;
  if (/AUTHORIZATION_FAILED$/.test(type))
    return `Kafka op ${shown} staat dit niet toe voor deze naam (${message})`;
  if (untrusted.test(code) || /certificate/i.test(message))
    return (
      `het certificaat van Kafka op ${shown} is niet te vertrouwen (${message}); ` +
      'geef met ca= het certificaat van wie het uitgaf'
    );
  return (
    `op ${shown} antwoordt geen Kafka (${message}); ` +
    'klopt het adres, met tls=true als dat nodig is?'
  );
}
