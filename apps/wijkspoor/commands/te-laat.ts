import type { Command } from 'commander';
import { Option } from 'commander';
import { datumIn, wijkVan } from '@wijkspoor/domain';
import { laadGemeente, readConfig, systemClock } from '@wijkspoor/platform';
import type { AdviezenTeLaat, ZakenTeLaat } from '@wijkspoor/wire';
import { adviezenTeLaat, compile, zakenTeLaat } from '@wijkspoor/wire';
import type { Adresoptie } from '../cli/opdracht.ts';
import { metAdres, schrijf, stadVan, voerUit } from '../cli/opdracht.ts';
import type { Stad } from '../cli/stad.ts';
import { opEenScherm, toonTeLaat } from '../cli/te-laat.ts';

type Filters = Readonly<{
  peildatum?: string;
  wijk?: string;
  wethouder?: string;
  wijkwethouder?: string;
  behandelaar?: string;
  soort?: string;
}>;
type Opties = Adresoptie & Filters & Readonly<{ alle?: true; csv?: true; json?: true }>;

const uitleg = `
Zonder --alle of --soort gaat het over de adviezen. Wat nog open is staat vooraan, wat het langst
te laat is bovenaan. Voor een dag in het verleden geldt wat er toen was.
Met --csv en --json komt de hele lijst; op het scherm de eerste ${opEenScherm}.`;

/** `wijkspoor te-laat`: what is late, those still open first. */
export function registreerTeLaat(program: Command): void {
  const command = program
    .command('te-laat')
    .description('Toon de adviezen of zaken die te laat zijn')
    .option('--alle', 'zaken van elke soort, niet alleen adviezen')
    .option('--soort <soort>', 'alleen deze soort, bijvoorbeeld vraag-uit-de-wijk')
    .option('--peildatum <datum>', 'zoals het op die dag was, bijvoorbeeld 2026-11-15')
    .option('--wijk <wijk>', 'alleen van deze wijk: code of naam')
    .option('--wethouder <portefeuille>', 'alleen van deze verantwoordelijke portefeuille')
    .option('--wijkwethouder <portefeuille>', 'alleen uit wijken met deze wijkwethouder')
    .option('--behandelaar <rol>', 'alleen van deze behandelaar, bijvoorbeeld wethouder:wonen')
    .addOption(
      new Option('--csv', 'geef de hele lijst als CSV, voor een rekenblad').conflicts('json'),
    )
    .option('--json', 'geef de hele lijst als JSON')
    .addHelpText('after', uitleg);
  metAdres(command).action(async (opties: Opties) => voerUit(() => run(opties)));
}

async function run({ adres, alle, csv, json, ...filters }: Opties): Promise<void> {
  const gemeente = await laadGemeente(readConfig().gemeente);
  const vandaag = datumIn(systemClock.now(), gemeente.tijdzone);
  const wijk = filters.wijk && (wijkVan(gemeente, filters.wijk)?.code ?? filters.wijk);
  const stad = stadVan(adres === undefined ? {} : { adres });
  const wat = alle || filters.soort !== undefined ? 'zaken' : 'adviezen';
  const pad = vraagVan(wat, { ...filters, ...(wijk && { wijk }) });
  if (csv) return stad.schrijf(`${pad}&vorm=csv`, process.stdout);
  const lijst = await haal(stad, pad, wat, json ? Infinity : opEenScherm);
  schrijf(
    json
      ? JSON.stringify(alsAntwoord(wat, lijst))
      : toonTeLaat(wat, lijst, { ...gemeente, vandaag }),
  );
}

type Wat = 'adviezen' | 'zaken';

function vraagVan(wat: Wat, filters: Filters): string {
  const gegeven = Object.entries(filters).filter(([, waarde]) => waarde !== undefined);
  const vraag = new URLSearchParams([...gegeven, ['limiet', '200']]);
  return `/v1/${wat}/te-laat?${vraag.toString()}`;
}

const vormAdviezen = compile(adviezenTeLaat);
const vormZaken = compile(zakenTeLaat);

/** The list, page after page, until there is enough of it. */
async function haal(stad: Stad, pad: string, wat: Wat, genoeg: number): Promise<ZakenTeLaat> {
  let lijst = await bladzijde(stad, pad, wat);
  while (lijst.volgende !== undefined && lijst.zaken.length < genoeg) {
    const na = encodeURIComponent(lijst.volgende);
    const verder = await bladzijde(stad, `${pad}&na=${na}`, wat);
    lijst = { ...verder, zaken: [...lijst.zaken, ...verder.zaken] };
  }
  return lijst;
}

async function bladzijde(stad: Stad, pad: string, wat: Wat): Promise<ZakenTeLaat> {
  if (wat === 'zaken') return stad.get(pad, vormZaken);
  const { adviezen: zaken, ...lijst } = await stad.get(pad, vormAdviezen);
  return { ...lijst, zaken };
}

function alsAntwoord(wat: Wat, { zaken, ...lijst }: ZakenTeLaat): AdviezenTeLaat | ZakenTeLaat {
  return wat === 'zaken' ? { ...lijst, zaken } : { ...lijst, adviezen: zaken };
}
