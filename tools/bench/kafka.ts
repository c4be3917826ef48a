import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { project } from './city.ts';

/** A Kafka for one file of figures; `brokers` is `host:port,host:port`. */
export type BenchKafka = Readonly<{ brokers: string }> & AsyncDisposable;

/**
 * The Kafka at `KAFKA_BROKERS`; else one of our own, beside what is measured on the same machine,
 * with the settings that it has in every test.
 */
export async function benchKafka(): Promise<BenchKafka> {
  const brokers = process.env['KAFKA_BROKERS'];
  if (brokers) return { brokers, [Symbol.asyncDispose]: async () => undefined };
  const folder = await mkdtemp(join(tmpdir(), 'wijkspoor-bench-kafka-'));
  const server = spawn(process.execPath, [join(project, 'tools/kafka/serve-own.mjs'), folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
  const { value = '{}' } = (await lines.next()) as { value?: string };
  const found = JSON.parse(value) as { brokers?: string; missing?: string };
  if (!found.brokers) throw new Error(found.missing ?? 'Kafka did not start.');
  return {
    brokers: found.brokers,
    async [Symbol.asyncDispose]() {
      server.stdin.end();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
