import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const pom = resolve(import.meta.dirname, 'pom.xml');
// Outside what git sees. `npm ci` may throw it away; then Maven copies it again.
const cache = resolve(import.meta.dirname, '../../node_modules/.cache/wijkspoor-kafka');

/** There is no Kafka to be had here. The message is for a person: what is missing, what to do. */
export class NoKafka extends Error {
  name = 'NoKafka';
}

const otherwise = 'of geef met KAFKA_BROKERS het adres van een Kafka die al draait.';

/**
 * The folder with the jars of Apache Kafka. Maven fetches them once; after that no network is
 * needed. Throws `NoKafka` when Java 17 or Maven is missing.
 */
export async function kafkaJars() {
  await requireJava();
  const [, version] = /<kafka.version>([\d.]+)</.exec(readFileSync(pom, 'utf8'));
  const jars = join(cache, version);
  if (!existsSync(jars)) await copyJars(jars);
  return jars;
}

async function requireJava() {
  const { stderr } = await run('java', ['-version']).catch(() => ({ stderr: '' }));
  const major = Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0);
  if (major >= 17) return;
  const found = major > 0 ? `hier staat Java ${major}` : 'die is hier niet gevonden';
  throw new NoKafka(
    `Kafka heeft Java 17 of hoger nodig, en ${found}. Installeer Java, ${otherwise}`,
  );
}

// Copied beside and then moved: a copy that was broken off, or made twice at once, does no harm.
async function copyJars(jars) {
  await requireMaven();
  await mkdir(cache, { recursive: true });
  const beside = await mkdtemp(join(cache, 'copy-'));
  const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime'];
  try {
    await run('mvn', ['-q', '-B', '-f', pom, ...goal, `-DoutputDirectory=${beside}`]);
    await rename(beside, jars).catch((error) => {
      if (!existsSync(jars)) throw error;
    });
  } catch ({ message, stdout = '' }) {
    throw new NoKafka(`Maven kan Kafka niet ophalen. Maven zegt: ${stdout.trim() || message}`);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

async function requireMaven() {
  await run('mvn', ['-version']).catch(() => {
    throw new NoKafka(
      `Kafka wordt opgehaald met Maven (mvn), en dat is hier niet. Installeer het, ${otherwise}`,
    );
  });
}
