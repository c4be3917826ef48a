import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { readConfig } from '@wijkspoor/platform';
import { compile, gereed } from '@wijkspoor/wire';
import type { Adresoptie } from '../cli/opdracht.ts';
import { KanNiet, metAdres, schrijf, stadVan, voerUit } from '../cli/opdracht.ts';
import { heeftVoorbeeld, laadVoorbeeld } from '../voorbeeld.ts';

const gezondheid = compile(gereed);

/** `wijkspoor voorbeeld`: the sample into a city that runs already, on one machine or many. */
export function registreerVoorbeeld(program: Command): void {
  const command = program
    .command('voorbeeld')
    .description('Vul een lege stad die draait met voorbeelden');
  metAdres(command).action(async (opties: Adresoptie) => voerUit(() => run(opties)));
}

async function run(opties: Adresoptie): Promise<void> {
  const folder = join(readConfig().gemeente, 'voorbeeld');
  if (!existsSync(folder)) throw new KanNiet(`Er is geen voorbeeld in ${folder}.`);
  const stad = stadVan(opties);
  const { log } = await stad.get('/health/ready', gezondheid);
  if (log.positie > 0 && !(await heeftVoorbeeld(stad.adres, folder)))
    throw new KanNiet('Deze stad heeft al eigen gegevens; het voorbeeld is niet geladen.');
  const { aanmeldingen, vervolg, nieuw } = await laadVoorbeeld(stad.adres, folder, schrijf);
  const erbij = nieuw > 0 ? 'staat erin' : 'stond er al in';
  schrijf(`Het voorbeeld ${erbij}: ${aanmeldingen} meldingen en ${vervolg} stappen daarna.`);
}
