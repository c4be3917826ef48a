import type { Command } from 'commander';
import { wijkVan } from '@wijkspoor/domain';
import { laadGemeente, readConfig } from '@wijkspoor/platform';
import { adviezenTeLaat, compile } from '@wijkspoor/wire';
import type { Adresoptie } from '../cli/opdracht.ts';
import { metAdres, schrijf, stadVan, voerUit } from '../cli/opdracht.ts';
import { toonTeLaat } from '../cli/te-laat.ts';

type Opties = Adresoptie & Readonly<{ peildatum?: string; wijk?: string; json?: true }>;

const vorm = compile(adviezenTeLaat);

/** `wijkspoor te-laat`: the adviezen that are late, those still open first. */
export function registreerTeLaat(program: Command): void {
  const command = program
    .command('te-laat')
    .description('Toon de adviezen die te laat zijn')
    .option('--peildatum <datum>', 'zoals het op die dag was, bijvoorbeeld 2026-11-15')
    .option('--wijk <wijk>', 'alleen van deze wijk: code of naam')
    .option('--json', 'geef de lijst als JSON');
  metAdres(command).action(async (opties: Opties) => voerUit(() => run(opties)));
}

async function run({ peildatum, wijk, json, ...adres }: Opties): Promise<void> {
  const gemeente = await laadGemeente(readConfig().gemeente);
  const vraag = new URLSearchParams({
    ...(peildatum && { peildatum }),
    ...(wijk && { wijk: wijkVan(gemeente, wijk)?.code ?? wijk }),
  });
  const lijst = await stadVan(adres).get(`/v1/adviezen/te-laat?${vraag.toString()}`, vorm);
  schrijf(json ? JSON.stringify(lijst) : toonTeLaat(lijst, gemeente));
}
