import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { Option } from 'commander';
import { laadGemeente, readConfig } from '@wijkspoor/platform';
import { compile, watAlsUitkomst } from '@wijkspoor/wire';
import { parse } from 'yaml';
import type { Adresoptie } from '../cli/opdracht.ts';
import { metAdres, schrijf, stadVan, voerUit } from '../cli/opdracht.ts';
import { alsCsv, toonWatAls } from '../cli/wat-als.ts';

type Voorstel = Readonly<{ gemeente: string; kalender?: string; vanaf?: string }>;
type Opties = Adresoptie & Voorstel & Readonly<{ csv?: true; json?: true }>;

const vorm = compile(watAlsUitkomst);

const uitleg = `
Neem een kopie van de map van uw gemeente, verander daarin termijnen.yaml of vrije-dagen.yaml, en
kijk zo wat dat doet met de zaken die nu open zijn. Er wordt niets opgeslagen.`;

/** `wijkspoor wat-als`: what other rules would do to the open cases, before they are saved. */
export function registreerWatAls(program: Command): void {
  const command = program
    .command('wat-als')
    .description('Toon welke open zaken verschuiven als het beleid of de kalender verandert')
    .requiredOption('--gemeente <map>', 'map met het voorstel: alle bestanden van de gemeente')
    .option('--kalender <bestand>', 'voorstel voor de wettelijke kalender')
    .option('--vanaf <datum>', 'alleen zaken die vanaf deze dag zijn ontvangen')
    .addOption(
      new Option('--csv', 'geef elke zaak als regel CSV, voor een rekenblad').conflicts('json'),
    )
    .option('--json', 'geef de uitkomst als JSON')
    .addHelpText('after', uitleg);
  metAdres(command).action(async (opties: Opties) => voerUit(() => run(opties)));
}

async function run({ adres, csv, json, ...voorstel }: Opties): Promise<void> {
  const body = await bodyVan(voorstel);
  const stad = stadVan(adres === undefined ? {} : { adres });
  const uitkomst = await stad.post('/v1/termijnen/wat-als', JSON.stringify(body), vorm);
  const gemeente = await laadGemeente(resolve(voorstel.gemeente));
  if (json) schrijf(JSON.stringify(uitkomst));
  else if (csv) process.stdout.write(alsCsv(uitkomst, gemeente));
  else schrijf(toonWatAls(uitkomst, gemeente));
}

// Read as at the start of a city first, so that a fault is told with its file and line.
async function bodyVan({ gemeente: map, kalender, vanaf }: Voorstel): Promise<object> {
  const pad = kalender === undefined ? readConfig().kalender : resolve(kalender);
  const { termijnbeleid } = await laadGemeente(resolve(map), pad);
  const dagen = join(resolve(map), 'vrije-dagen.yaml');
  const eigenDagen = existsSync(dagen) ? await yaml(dagen) : { eigenDagen: [] };
  const wettelijk = kalender !== undefined && { kalender: await yaml(pad) };
  return { termijnbeleid, ...eigenDagen, ...wettelijk, ...(vanaf && { vanaf }) };
}

async function yaml(pad: string): Promise<object> {
  return parse(await readFile(pad, 'utf8')) as object;
}
