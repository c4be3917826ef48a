import type { Command } from 'commander';
import { wijkVan } from '@wijkspoor/domain';
import { laadGemeente, readConfig } from '@wijkspoor/platform';
import { compile, wijkOverzicht } from '@wijkspoor/wire';
import type { Adresoptie } from '../cli/opdracht.ts';
import { metAdres, schrijf, stadVan, voerUit } from '../cli/opdracht.ts';
import { toonOverzicht } from '../cli/overzicht.ts';

type Opties = Adresoptie & Readonly<{ peildatum?: string; json?: true }>;

const vorm = compile(wijkOverzicht);

/** `wijkspoor overzicht WIJK`: what goes on in one wijk, in numbers. */
export function registreerOverzicht(program: Command): void {
  const command = program
    .command('overzicht')
    .argument('<wijk>', 'code, naam of oude naam van een wijk')
    .description('Toon het overzicht van een wijk')
    .option('--peildatum <datum>', 'zoals het op die dag was, bijvoorbeeld 2026-11-15')
    .option('--json', 'geef het overzicht als JSON');
  metAdres(command).action(async (wijk: string, opties: Opties) =>
    voerUit(() => run(wijk, opties)),
  );
}

// An unknown name goes to the city as it is, which knows best what was probably meant.
async function run(naam: string, opties: Opties): Promise<void> {
  const gemeente = await laadGemeente(readConfig().gemeente);
  const code = wijkVan(gemeente, naam)?.code ?? naam;
  const vraag = opties.peildatum ? `?peildatum=${encodeURIComponent(opties.peildatum)}` : '';
  const pad = `/v1/wijken/${encodeURIComponent(code)}/overzicht${vraag}`;
  const overzicht = await stadVan(opties).get(pad, vorm);
  schrijf(opties.json ? JSON.stringify(overzicht) : toonOverzicht(overzicht, gemeente));
}
