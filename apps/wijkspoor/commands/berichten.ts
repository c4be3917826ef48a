import type { Command } from 'commander';
import { laadGemeente, readConfig } from '@wijkspoor/platform';
import { berichtenLijst, compile } from '@wijkspoor/wire';
import type { Bericht } from '../cli/berichten.ts';
import { toonBerichten } from '../cli/berichten.ts';
import type { Adresoptie } from '../cli/opdracht.ts';
import { metAdres, schrijf, stadVan, voerUit } from '../cli/opdracht.ts';

type Opties = Adresoptie & Readonly<{ ontvanger?: string; alle?: true; json?: true }>;

const uitleg = `
Zonder --alle staan hier alleen berichten die niet zijn aangekomen: ze wachten, worden herhaald,
zijn opgegeven, of er is geen adres of geen weg. Van elke stand de laatste 200.`;

const standen = ['wordt-herhaald', 'niet-bezorgd', 'opgesteld', 'geen-adres', 'niet-ingesteld'];
const vorm = compile(berichtenLijst);

/** `wijkspoor berichten`: which warnings did not reach whom, and why. */
export function registreerBerichten(program: Command): void {
  const command = program
    .command('berichten')
    .description('Toon welke berichten over termijnen niet zijn aangekomen')
    .option('--alle', 'ook de berichten die wel zijn bezorgd')
    .option('--ontvanger <rol>', 'alleen aan deze rol, bijvoorbeeld wethouder:wonen')
    .option('--json', 'geef de lijst als JSON')
    .addHelpText('after', uitleg);
  metAdres(command).action(async (opties: Opties) => voerUit(() => run(opties)));
}

async function run({ adres, ontvanger, alle, json }: Opties): Promise<void> {
  const gemeente = await laadGemeente(readConfig().gemeente);
  const stad = stadVan(adres === undefined ? {} : { adres });
  const vraag = async (status: string): Promise<readonly Bericht[]> => {
    const velden = { limiet: '200', ...(ontvanger && { ontvanger }), status };
    const pad = `/v1/berichten?${new URLSearchParams(velden).toString()}`;
    return (await stad.get(pad, vorm)).berichten;
  };
  const lijsten = await Promise.all((alle ? [...standen, 'bezorgd'] : standen).map(vraag));
  const berichten = lijsten.flat().toSorted(laatsteEerst);
  schrijf(json ? JSON.stringify({ berichten }) : toonBerichten(berichten, gemeente, alle === true));
}

function laatsteEerst(een: Bericht, ander: Bericht): number {
  const [a, b] = [`${een.datum} ${een.berichtId}`, `${ander.datum} ${ander.berichtId}`];
  return a < b ? 1 : a > b ? -1 : 0;
}
