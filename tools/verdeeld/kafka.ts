import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Fell } from './proces.ts';

export type OwnKafka = Readonly<{ brokers: string; stop(): Promise<void> }>;

/**
 * A Kafka of our own with the Java of this machine, on a folder. It runs beside a small program
 * that ends it when this process is gone. Throws `Fell` that says what is missing.
 */
export async function kafkaOn(folder: string, program: string): Promise<OwnKafka> {
  await mkdir(folder, { recursive: true });
  const child = spawn(process.execPath, [program, join(folder, 'kafka')], {
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const { value = '{}' } = (await lines.next()) as { value?: string };
  const { brokers, missing } = JSON.parse(value) as { brokers?: string; missing?: string };
  if (!brokers) throw new Fell(missing ?? 'Kafka is niet gestart.');
  const stop = async () => {
    child.stdin.end();
    await ended;
  };
  return { brokers, stop };
}
