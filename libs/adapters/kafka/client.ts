import { setTimeout as sleep } from 'node:timers/promises';
import { Unavailable } from '@wijkspoor/kernel';
import { Kafka, logLevel, type Admin } from 'kafkajs';
import { badAddress, type KafkaAddress } from './address.ts';

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
 * Makes sure that there is a Kafka at the address, that it lets us in, and that it knows the topic.
 * Throws `BadInput` with one sentence otherwise, within ten seconds.
 */
export async function requireTopic(address: KafkaAddress): Promise<void> {
  const { topic, shown, brokers } = address;
  // Each broker once: the process cannot end before the last attempt has.
  const asking = asked(address, (admin) => admin.listTopics(), Math.min(brokers.length, 3));
  const topics = await withinTime(asking).catch((error: unknown) => {
    throw badAddress(whyNot(shown, error));
  });
  if (topics.includes(topic)) return;
  throw badAddress(
    `Kafka op ${shown} kent het onderwerp '${topic}' niet; maak het met: npx wijkspoor topics`,
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

function whyNot(shown: string, error: unknown): string {
  const { name, message, code = '' } = rootOf(error);
  if (name.startsWith('KafkaJSSASL'))
    return `Kafka op ${shown} kent deze naam of dit wachtwoord niet`;
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
