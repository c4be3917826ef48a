import type { Command } from 'commander';
import { laadGemeente, readConfig } from '@wijkspoor/platform';
import { metOpgegevenBerichten } from '@wijkspoor/services/deadline-monitor';
import { berichtenLijst, compile } from '@wijkspoor/wire';
import type { Bericht } from '../cli/berichten.ts';
import { toonBerichten } from '../cli/berichten.ts';
import type { Adresoptie } from '../cli/opdracht.ts';
import { metAdres, schrijf, stadVan, voerUit } from '../cli/opdracht.ts';
import { biedOpnieuwAan, type Opnieuw } from './berichten-opnieuw.ts';

type Opties = Adresoptie & Readonly<{ ontvanger?: string; alle?: true; json?: true }>;

const uitleg = `
Zonder --alle staan hier alleen berichten die niet zijn aangekomen: ze wachten, worden herhaald,
zijn opgegeven, of er is geen adres of geen weg. Van elke stand de laatste 200.`;

const uitlegOpnieuw = `
Een bericht dat is opgegeven, of waarvoor geen adres of weg was, gaat hiermee nog eens: naar het
adres dat ontvangers.yaml nu noemt. Een stad die draait, leest dat bestand bij het starten.`;

const standen = ['wordt-herhaald', 'niet-bezorgd', 'opgesteld', 'geen-adres', 'niet-ingesteld'];
const vorm = compile(berichtenLijst);

/** `wijkspoor berichten`: which warnings did not reach whom, and why; and once more. */
export function registreerBerichten(program: Command): void {
  const groep = program
    .command('berichten')
    .description(
      'Toon welke berichten over termijnen niet zijn aangekomen, of bied ze opnieuw aan',
    );
  const lijst = groep
    .command('lijst', { isDefault: true })
    .description('welke berichten niet zijn aangekomen, en waarom')
    .option('--alle', 'ook de berichten die wel zijn bezorgd')
    .option('--ontvanger <rol>', 'alleen aan deze rol, bijvoorbeeld wethouder:wonen')
    .option('--json', 'geef de lijst als JSON')
    .addHelpText('after', uitleg);
  metAdres(lijst).action(async (opties: Opties) => voerUit(() => run(opties)));
  registreerOpnieuw(groep);
}

function registreerOpnieuw(groep: Command): void {
  groep
    .command('opnieuw [bericht]')
    .description('bied een bericht dat is opgegeven nog eens aan')
    .option('--alles', 'alle berichten die zijn opgegeven')
    .option('--door <rol>', 'wie dat vraagt (functioneel-beheer)')
    .option('--wacht <seconden>', 'zo lang op de uitkomst wachten (10)')
    .option('--gegevens <map>', 'map met alle gegevens (.wijkspoor)')
    .option('--json', 'uitvoer voor programma’s')
    .addHelpText('after', uitlegOpnieuw)
    .action(async (bericht: string | undefined, opties: OpnieuwOpties) =>
      voerUit(() => opnieuw({ ...opties, bericht })),
    );
}

type OpnieuwOpties = Omit<Opnieuw, 'bericht'> & Readonly<{ gegevens?: string; json?: true }>;

async function opnieuw({ gegevens, json, ...wat }: OpnieuwOpties & Opnieuw): Promise<void> {
  const given = { DATA_DIR: gegevens, LOG_LEVEL: 'warn' };
  const uit = await metOpgegevenBerichten(given, (berichten) => biedOpnieuwAan(berichten, wat));
  schrijf(json ? JSON.stringify(uit.json) : uit.tekst);
  process.exitCode = uit.code;
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
