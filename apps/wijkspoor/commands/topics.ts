import type { Command } from 'commander';
import { makeTopics } from '@wijkspoor/platform';
import { codes, KanNiet, schrijf, voerUit } from '../cli/opdracht.ts';
import { alsJson, toonTopics } from '../cli/topics.ts';

type Opties = Readonly<{
  partities?: string;
  bewaardagen?: string;
  replicas?: string;
  json?: true;
}>;

/** `wijkspoor topics`: what Kafka must have before a city can run on it. */
export function registreerTopics(program: Command): void {
  program
    .command('topics')
    .description('Maak de topics op Kafka, of bekijk ze (adres: BUS_URL)')
    .option('--partities <n>', 'in hoeveel delen het werk te verdelen is (12)')
    .option('--bewaardagen <n>', 'hoe lang berichten blijven staan (30)')
    .option('--replicas <n>', 'hoeveel brokers elk bericht hebben (3, of zo veel als er zijn)')
    .option('--json', 'uitvoer voor programma’s')
    .action(async (opties: Opties) => voerUit(() => run(opties)));
}

// A topic that differs is left as it is, and worth a red light: a person has to choose.
async function run({ partities, bewaardagen, replicas, json }: Opties): Promise<void> {
  const topics = await makeTopics(
    {},
    {
      ...getal('partities', partities, 10_000),
      ...getal('bewaardagen', bewaardagen, 36_500),
      ...getal('replicas', replicas, 100),
    },
  );
  if (topics.some(({ differs }) => differs.length > 0)) process.exitCode = codes.deelsGeweigerd;
  schrijf(json ? JSON.stringify(alsJson(topics)) : toonTopics(topics));
}

const namen = {
  partities: 'partitions',
  bewaardagen: 'retentionDays',
  replicas: 'replicas',
} as const;

function getal(optie: keyof typeof namen, gegeven: string | undefined, max: number) {
  if (gegeven === undefined) return {};
  const n = Number(gegeven);
  if (!/^\d+$/.test(gegeven) || n < 1 || n > max)
    throw new KanNiet(
      `--${optie} moet een heel getal van 1 tot en met ${max} zijn, maar is '${gegeven}'.`,
    );
  return { [namen[optie]]: n };
}
