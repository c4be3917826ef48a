import type { Command } from 'commander';
import { sentenceFor } from '@wijkspoor/platform';
import { controleerOverzichten, herbouwOverzichten } from '@wijkspoor/services/reporting';

type Options = Readonly<{ gegevens?: string; controleer?: true; json?: true }>;

/** `wijkspoor herbouw`: the overviews anew from the log, or compared with it. */
export function registreerHerbouw(program: Command): void {
  program
    .command('herbouw')
    .description('Maak alle overzichten opnieuw uit het logboek')
    .option('--controleer', 'vergelijk alleen, rij voor rij, en verander niets')
    .option('--gegevens <map>', 'map met alle gegevens (.wijkspoor)')
    .option('--json', 'uitvoer voor programma’s')
    .action(run);
}

async function run({ gegevens, controleer, json }: Options): Promise<void> {
  const given = { DATA_DIR: gegevens, LOG_LEVEL: 'warn' };
  try {
    await (controleer ? toonControle(given, json) : toonHerbouw(given, json));
  } catch (error) {
    console.error(sentenceFor(error));
    process.exitCode = 1;
  }
}

type Given = Parameters<typeof herbouwOverzichten>[0];

async function toonHerbouw(given: Given, json = false): Promise<void> {
  const herbouwd = await herbouwOverzichten(given);
  const rijen = aantal(herbouwd.zaken, 'zaak', 'zaken');
  const feiten = aantal(herbouwd.positie, 'gebeurtenis', 'gebeurtenissen');
  const zin = `De overzichten zijn opnieuw gemaakt: ${rijen} uit ${feiten}.`;
  console.log(json ? JSON.stringify(herbouwd) : zin);
}

// A difference is worth a red light: what is shown is then not what happened.
async function toonControle(given: Given, json = false): Promise<void> {
  const vergelijking = await controleerOverzichten(given);
  const { zaken, aantal: anders, verschillen } = vergelijking;
  if (anders > 0) process.exitCode = 1;
  if (json) return console.log(JSON.stringify(vergelijking));
  if (anders === 0)
    return console.log(`Alle ${aantal(zaken, 'rij', 'rijen')} kloppen met het logboek.`);
  console.log(`Van ${aantal(zaken, 'zaak', 'zaken')} klopt er bij ${anders} iets niet:`);
  for (const { zaakId, verschil, kolommen } of verschillen)
    console.log(`  ${zaakId}  ${verschil}  ${kolommen.join(', ')}`);
}

function aantal(n: number, enkel: string, meer: string): string {
  return `${n.toLocaleString('nl-NL')} ${n === 1 ? enkel : meer}`;
}
