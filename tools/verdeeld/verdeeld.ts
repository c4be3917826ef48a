/**
 * A city as it runs distributed, on this machine: four services as processes on a real Kafka and
 * PostgreSQL, with a front door. Nothing to install but Node and Java.
 *
 *     npm run verdeeld
 *     npm run verdeeld -- --voorbeeld --poort 8020 --exemplaren 2
 *     EVENT_LOG_URL=kurrentdb://… npm run verdeeld     # an engine that runs elsewhere
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import type { Closable } from './machines.ts';
import { isForPeople, startCity, stopCity } from './stad.ts';

const root = resolve(import.meta.dirname, '..');
const say = (line: string) => void process.stdout.write(`${line}\n`);

type Options = { voorbeeld?: true; gegevens: string; poort: number; exemplaren: number };

function wholeNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new InvalidArgumentError('geef een heel getal.');
  return Number(text);
}

const program = new Command('npm run verdeeld --')
  .description('Start de vier diensten als processen, op Kafka en PostgreSQL')
  .helpOption('-h, --help', 'toon deze uitleg')
  .option('--voorbeeld', 'vul een lege stad met voorbeelden')
  .option('--gegevens <map>', 'map voor alle gegevens', '.wijkspoor/verdeeld')
  .option('--poort <nummer>', 'poort van de voordeur', wholeNumber, 8010)
  .option('--exemplaren <aantal>', 'processen van elke dienst', wholeNumber, 1);

/** Resolves the first time somebody asks to stop. The second time they mean now. */
async function toldToStop(): Promise<void> {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  await new Promise<void>((resolve) => {
    for (const signal of signals) process.once(signal, () => resolve());
    if (process.connected) process.once('disconnect', () => resolve());
  });
  for (const signal of signals) process.once(signal, () => process.exit(1));
}

async function loadSample(address: string): Promise<void> {
  const bin = resolve(root, 'apps/wijkspoor/bin.mjs');
  const args = [bin, 'voorbeeld', '--adres', address];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  await once(child, 'exit');
}

async function run({ voorbeeld, gegevens, poort, exemplaren }: Options, told: Promise<void>) {
  const opened: Closable[] = [];
  const folder = resolve(gegevens);
  const since = performance.now();
  try {
    say('Wijkspoor verdeeld: vier diensten op Kafka en PostgreSQL');
    const options = { folder, port: poort, copies: Math.max(1, exemplaren), root, say };
    const starting = startCity(options, opened);
    const address = await Promise.race([starting, told]);
    if (address) {
      const seconds = ((performance.now() - since) / 1_000).toFixed(1).replace('.', ',');
      say(`  adres             ${address}\n  klaar in          ${seconds} s\n`);
      if (voorbeeld) await Promise.race([loadSample(address), told]);
      say('Stop met Ctrl-C.');
      await told;
    }
    await starting.catch(() => undefined);
  } catch (error) {
    process.stderr.write(`${isForPeople(error) ? error.message : String(error)}\n`);
    process.exitCode = 1;
  } finally {
    say('Alles wordt gestopt.');
    await stopCity(opened, say);
  }
}

await run(program.parse().opts<Options>(), toldToStop());
process.exit();
