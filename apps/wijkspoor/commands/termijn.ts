import type { Command } from 'commander';
import type { Datum } from '@wijkspoor/domain';
import { datumIn } from '@wijkspoor/domain';
import { laadGemeente, readConfig, systemClock } from '@wijkspoor/platform';
import { berekening } from '@wijkspoor/services/deadline-monitor';
import { compile, deuren, isZaakId, zaakTermijn } from '@wijkspoor/wire';
import type { Adresoptie } from '../cli/opdracht.ts';
import { KanNiet, metAdres, schrijf, stadVan, voerUit } from '../cli/opdracht.ts';
import { toonBerekening } from '../cli/termijn-berekening.ts';
import { toonTermijnblad } from '../cli/termijnblad.ts';

type Opties = Adresoptie &
  Readonly<{
    soort?: string;
    vanaf?: string;
    regel?: string;
    peildatum?: string;
    gemeente?: string;
    json?: true;
  }>;

const vorm = compile(zaakTermijn);

const uitleg = `
Met een zaak: het bewijs van de termijn van die zaak, uit een stad die draait.
Zonder zaak:  reken zelf, met --soort en --vanaf. Daar is geen stad voor nodig.

  npx wijkspoor termijn zaak-4c2f6f0e-7a51-5b0e-9d7c-2f1f4f6f8a10
  npx wijkspoor termijn --soort ongevraagd-advies --vanaf 2026-03-02
  npx wijkspoor termijn --soort ongevraagd-advies --vanaf 2026-03-07 --regel atw

De wet, de keuzes en de regels: docs/termijnen.md
Einde: 0 gelukt (ook als er geen datum te bepalen is: dan staat erbij waarom), 2 kon niet.`;

/** `wijkspoor termijn`: the proof sheet of a case, or a term computed without one. */
export function registreerTermijn(program: Command): void {
  const command = program
    .command('termijn')
    .argument('[zaak]', 'de zaak: zaak-…')
    .description('Toon hoe een termijn is berekend, of bereken er een')
    .option('--soort <soort>', 'zonder zaak: welke soort, bijvoorbeeld ongevraagd-advies')
    .option('--vanaf <datum>', 'zonder zaak: de startdag, bijvoorbeeld 2026-03-02')
    .option('--regel <regel>', 'zonder zaak: geen, atw of werkdag, in plaats van het beleid')
    .option('--peildatum <datum>', 'zoals het op die dag was (vandaag)')
    .option('--gemeente <map>', 'map met de gemeente (of GEMEENTE; Rotterdam)')
    .option('--json', 'geef het antwoord als JSON')
    .addHelpText('after', uitleg);
  metAdres(command).action(async (zaak: string | undefined, opties: Opties) =>
    voerUit(() => (zaak === undefined ? rekenUit(opties) : toonBewijs(zaak, opties))),
  );
}

/** Both readings at once would answer a question that nobody asked. */
function eisAlleenZaak(zaak: string, opties: Opties): void {
  const erbij = (['soort', 'vanaf', 'regel'] as const).filter((naam) => opties[naam]);
  if (erbij.length > 0)
    throw new KanNiet(
      `Geef een zaak óf --soort met --vanaf, niet beide. Laat weg: ${zaak}, of ` +
        `${erbij.map((naam) => `--${naam}`).join(' en ')}.`,
    );
  if (!isZaakId(zaak))
    throw new KanNiet(`'${zaak}' is geen nummer van een zaak; dat ziet eruit als zaak-4c2f6f0e-….`);
}

async function toonBewijs(zaak: string, opties: Opties): Promise<void> {
  eisAlleenZaak(zaak, opties);
  const { peildatum, json } = opties;
  const vraag = peildatum ? `?peildatum=${encodeURIComponent(peildatum)}` : '';
  const blad = await stadVan(opties).get(`/v1/zaken/${zaak}/termijn${vraag}`, vorm);
  if (json) return schrijf(JSON.stringify(blad, null, 2));
  schrijf(toonTermijnblad(blad, await laadGemeente(...mappen(opties))));
}

async function rekenUit(opties: Opties): Promise<void> {
  const { soort, vanaf, regel, peildatum, json } = opties;
  if (soort === undefined || vanaf === undefined)
    throw new KanNiet('Geef een zaak, of --soort met --vanaf. Zie: npx wijkspoor help termijn');
  const gemeente = await laadGemeente(...mappen(opties));
  const vraag = metVlaggen(() =>
    deuren(gemeente).termijnenVraag({
      ...{ soort, vanaf },
      ...(regel !== undefined && { regel }),
      ...(peildatum !== undefined && { peildatum }),
    }),
  );
  const vandaag: Datum = datumIn(systemClock.now(), gemeente.tijdzone);
  const uitkomst = berekening(gemeente, vraag, vraag.peildatum ?? vandaag);
  schrijf(json ? JSON.stringify(uitkomst, null, 2) : toonBerekening(uitkomst));
}

function mappen({ gemeente }: Opties): [map: string, kalender: string] {
  const config = readConfig({ GEMEENTE: gemeente });
  return [config.gemeente, config.kalender];
}

// What the door calls a field, whoever typed it called an option.
function metVlaggen<T>(lees: () => T): T {
  try {
    return lees();
  } catch (error) {
    const { faults } = error as { faults?: readonly { pointer: string; message: string }[] };
    if (!faults) throw error;
    const zinnen = faults.map(({ pointer, message }) => `--${pointer.slice(1)}: ${message}`);
    throw new KanNiet(zinnen.join('\n'));
  }
}
