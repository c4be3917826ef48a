import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, it } from '@jest/globals';
import { testFolder } from './folder.ts';

export type FoundKafka = Readonly<{
  /** Where it answers, `host:port,host:port`. */
  brokers: string;
  /** What was found: an address that was given, a container, or one of our own from Maven. */
  kind: 'address' | 'container' | 'own';
  /** The run owns it and stops it; other specs may still be using it. */
  close(): Promise<void>;
}>;

// The first time, Maven or a container engine fetches it.
const withinMs = 300_000;

const close = async () => undefined;

/**
 * The Kafka of this test run, started when the first spec asks for one: the address in
 * `KAFKA_BROKERS`, else a container where an engine answers, else Apache Kafka from Maven Central
 * with the Java of this machine. Throws, and says what is missing, when there is none of these.
 */
export async function kafka(): Promise<FoundKafka> {
  const brokers = process.env['KAFKA_BROKERS'];
  if (brokers) {
    process.stderr.write(`Kafka: ${named.address}, ${brokers}\n`);
    return { brokers, kind: 'address', close };
  }
  const run = process.env['WIJKSPOOR_TEST_RUN'] ?? String(process.pid);
  const folder = join(tmpdir(), `wijkspoor-kafka-${run}`);
  const isFirst = await isFirstIn(folder);
  if (isFirst) await serve(folder, run);
  const { missing, ...found } = await toldIn(join(folder, 'found.json'));
  if (missing) throw new Error(missing);
  if (isFirst) process.stderr.write(`Kafka: ${named[found.kind]}, ${found.brokers}\n`);
  return { ...found, close };
}

const named: Readonly<Record<FoundKafka['kind'], string>> = {
  address: 'the one at KAFKA_BROKERS',
  container: 'apache/kafka in a container',
  own: 'Apache Kafka from Maven Central, with the Java of this machine',
};

async function isFirstIn(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function serve(folder: string, run: string) {
  const output = await open(join(folder, 'serve.log'), 'a');
  const args = [resolve('tools/kafka/serve-run.mjs'), folder, run];
  const stdio = ['ignore', output.fd, output.fd] as const;
  spawn(process.execPath, args, { detached: true, stdio: [...stdio] }).unref();
  await output.close();
}

type Told = Pick<FoundKafka, 'brokers' | 'kind'> & Readonly<{ missing?: string }>;

async function toldIn(file: string): Promise<Told> {
  for (const end = Date.now() + withinMs; Date.now() < end; await sleep(100)) {
    if (existsSync(file)) return JSON.parse(await readFile(file, 'utf8')) as Told;
  }
  throw new Error(`No Kafka within ${withinMs / 1_000} s.`);
}

/** A Kafka for one spec, which may kill it. */
export type OwnKafka = Readonly<{
  brokers: string;
  /** Where it answers over TLS, to who knows the name and password that were asked for. */
  secureBrokers?: string;
  /** What to trust there, as PEM text. */
  certificate?: string;
  stop(): Promise<void>;
  /** As a power cut. */
  kill(): Promise<void>;
  /** On the same ports, with the same data. */
  restart(): Promise<void>;
}> &
  AsyncDisposable;

/** Starts a Kafka of its own with the Java of this machine. Throws when that cannot be. */
export async function ownKafka(user?: { name: string; password: string }): Promise<OwnKafka> {
  const folder = await testFolder();
  const args = [resolve('tools/kafka/serve-own.mjs'), folder.path];
  if (user) args.push(user.name, user.password);
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const { value = '{}' } = (await lines.next()) as { value?: string };
  const { missing, ...found } = JSON.parse(value) as OwnKafka & { missing?: string };
  if (missing) throw new Error(missing);
  const obey = (command: string) => async () => {
    child.stdin.write(`${command}\n`);
    await lines.next();
  };
  return {
    ...found,
    ...{ stop: obey('stop'), kill: obey('kill'), restart: obey('restart') },
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      await ended;
      await folder[Symbol.asyncDispose]();
    },
  };
}

/**
 * Specs that need a Kafka. Where there is none they are skipped, and said so by name; with
 * `REQUIRE_KAFKA=1` that is a failure. `find` gives that of the run, or one of the spec's own.
 *
 *     await withKafka('the bus on Kafka', kafka, ({ brokers }) => { it(…) });
 */
export async function withKafka<Found>(
  name: string,
  find: () => Promise<Found>,
  specs: (found: Found) => void,
): Promise<void> {
  const found = await find().catch((error: Error) => error);
  if (!(found instanceof Error)) return describe(name, () => specs(found));
  if (process.env['REQUIRE_KAFKA'] === '1') {
    const fail = () => Promise.reject(new Error(`REQUIRE_KAFKA=1, but: ${found.message}`));
    return describe(name, () => it('has a Kafka', fail));
  }
  process.stderr.write(`skipped: ${name}. ${found.message}\n`);
  // What the specs are called with is never used: none of them runs.
  describe.skip(name, () => specs({} as Found));
}
