/**
 * A real Apache Kafka on this machine, from Maven Central, for tests and for `npm run verdeeld`.
 *
 *     const kafka = await startKafka({ folder: '.wijkspoor/kafka' });
 *     kafka.brokers;         // '127.0.0.1:41234'
 *     await kafka.stop();
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Kafka, logLevel } from 'kafkajs';
import { certificateIn } from './certificate.mjs';
import { kafkaJars } from './jars.mjs';
import { freePorts } from './ports.mjs';
import { serverProperties } from './settings.mjs';

const run = promisify(execFile);

const readyWithinMs = 60_000;

/**
 * @typedef {object} StartedKafka
 * @property {string} brokers Where it answers, e.g. `127.0.0.1:41234`.
 * @property {string} [secureBrokers] Where it answers over TLS, with a name and a password.
 * @property {string} [certificate] What to trust there, as PEM text.
 * @property {number} pid Of the Java process.
 * @property {() => Promise<void>} stop Ends it in order.
 * @property {() => Promise<void>} kill Ends it as a power cut does.
 * @property {() => Promise<void>} restart Starts it again, on the same ports with the same data.
 */

/**
 * Starts a Kafka on a folder: broker and controller in one process, on the loopback address only,
 * on free ports that it keeps. What was in the folder is there again. Throws `NoKafka` when Java 17
 * or Maven is missing.
 *
 * @param {{ folder: string, user?: { name: string, password: string }, heapMb?: number }} options
 *   With a `user`, there is a second door that only that one may enter.
 * @returns {Promise<StartedKafka>}
 */
export async function startKafka({ folder: path, user, heapMb = 384 }) {
  const jars = await kafkaJars();
  const folder = resolve(path);
  await mkdir(folder, { recursive: true });
  const secured = user && { ...user, user: user.name, ...(await certificateIn(folder)) };
  const ports = await portsIn(folder);
  const place = { folder, jars, heapMb, properties: join(folder, 'server.properties'), ports };
  const data = join(folder, 'data');
  await writeFile(place.properties, serverProperties({ data, ports, secured }));
  await endOrphan(place);
  if (!existsSync(join(data, 'meta.properties'))) await format(place, user);

  let broker = await launch(place);
  const end = (signal) => {
    broker.kill(signal);
    return broker.ended;
  };
  return {
    brokers: `127.0.0.1:${ports.broker}`,
    ...(secured && { secureBrokers: `127.0.0.1:${ports.secure}` }),
    ...(secured && { certificate: secured.certificate }),
    get pid() {
      return broker.pid;
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    async restart() {
      await end('SIGTERM');
      broker = await launch(place);
    },
  };
}

/** The ports of this folder: chosen once, so that clients find a restarted Kafka where it was. */
async function portsIn(folder) {
  const file = join(folder, 'ports.json');
  if (existsSync(file)) return JSON.parse(await readFile(file, 'utf8'));
  const [broker, controller, secure] = await freePorts(3);
  await writeFile(file, JSON.stringify({ broker, controller, secure }));
  return { broker, controller, secure };
}

const java = ({ jars, heapMb }, ...rest) => [
  `-Xmx${heapMb}m`,
  // Quick to start and small; a test does not run for long enough to win back more.
  ...['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Djava.awt.headless=true'],
  ...['-cp', join(jars, '*'), ...rest],
];

async function format(place, user) {
  const { stdout: id } = await run('java', java(place, 'kafka.tools.StorageTool', 'random-uuid'));
  const scram = user && `SCRAM-SHA-512=[name=${user.name},password=${user.password}]`;
  const options = ['-t', id.trim(), '-c', place.properties, ...(scram ? ['-S', scram] : [])];
  await run('java', java(place, 'kafka.tools.StorageTool', 'format', ...options));
}

const pidFile = ({ folder }) => join(folder, 'kafka.pid');

// Who started it may have been killed before it could stop it. Two on one folder cannot be.
async function endOrphan(place) {
  if (!existsSync(pidFile(place))) return;
  const pid = Number(await readFile(pidFile(place), 'utf8'));
  const isOurs = async () => {
    const { stdout } = await run('ps', ['-o', 'command=', '-p', `${pid}`]).catch(() => ({}));
    return stdout?.includes(place.properties) ?? false;
  };
  if (await isOurs()) process.kill(pid, 'SIGTERM');
  while (await isOurs()) await sleep(100);
}

async function launch(place) {
  const output = await open(join(place.folder, 'kafka.log'), 'a');
  const args = java(place, 'kafka.Kafka', place.properties);
  const child = spawn('java', args, { stdio: ['ignore', output.fd, output.fd] });
  const ended = once(child, 'exit');
  await output.close();
  await writeFile(pidFile(place), `${child.pid}`);
  const broker = { pid: child.pid, kill: (signal) => child.kill(signal), ended };
  const fell = ended.then(() => false);
  if (await Promise.race([answers(place, ended), fell])) return broker;
  broker.kill('SIGKILL');
  const said = await readFile(join(place.folder, 'kafka.log'), 'utf8');
  throw new Error(`Kafka did not start on ${place.folder}. It said:\n${said.slice(-2_000)}`);
}

async function answers({ ports }, ended) {
  const brokers = [`127.0.0.1:${ports.broker}`];
  const options = { logLevel: logLevel.NOTHING, retry: { retries: 0 } };
  const end = Date.now() + readyWithinMs;
  let over = false;
  void ended.then(() => (over = true));
  while (Date.now() < end && !over) {
    const admin = new Kafka({ brokers, ...options }).admin();
    const isReady = async () => {
      await admin.connect();
      return (await admin.describeCluster()).brokers.length > 0;
    };
    const ready = await isReady().catch(() => false);
    await admin.disconnect();
    if (ready) return true;
    await sleep(100);
  }
  return false;
}
