/**
 * The one Kafka of a test run: `node tools/kafka/serve-run.mjs FOLDER PID`.
 *
 * Writes `found.json` into the folder: where it answers and what it is, or why there is none. Ends,
 * and removes the folder, as soon as the process with that id is gone.
 */
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { containerKafka } from './docker.mjs';
import { startKafka } from './kafka.mjs';

const [folder, pid] = process.argv.slice(2);

function isThere() {
  try {
    return process.kill(Number(pid), 0);
  } catch {
    return false;
  }
}

/** What kept an engine that does answer from running it is told when nothing else does either. */
async function find() {
  const reasons = [];
  const failed = ({ message }) => void reasons.push(message);
  const container = await containerKafka().catch(failed);
  if (container) return container;
  const own = await startKafka({ folder: join(folder, 'kafka') }).catch(failed);
  if (own) return { brokers: own.brokers, kind: 'own', stop: own.stop };
  return { missing: reasons.join(' '), stop: async () => undefined };
}

async function tell({ brokers, kind, missing }) {
  const beside = join(folder, 'found.part');
  await writeFile(beside, JSON.stringify({ brokers, kind, missing }));
  await rename(beside, join(folder, 'found.json'));
}

const found = await find();
await tell(found);
while (isThere()) await sleep(300);
await found.stop();
await rm(folder, { recursive: true, force: true });
