import type { Command } from 'commander';
import { laadGemeente, readConfig } from '@wijkspoor/platform';
import { importeer } from '../cli/import/importeer.ts';
import type { Importuitslag } from '../cli/import/importeer.ts';
import { meterVan } from '../cli/import/meter.ts';
import { alsJson, alsTekst } from '../cli/import/uitslag.ts';
import { codes, KanNiet, metAdres, schrijf, stadVan, voerUit } from '../cli/opdracht.ts';
import type { Adresoptie } from '../cli/opdracht.ts';

type Opties = Adresoptie & Readonly<{ proef?: true; opnieuw?: true; json?: true; geduld: string }>;

const uitleg = `
Een NDJSON-bestand heeft op elke regel één bericht (CloudEvent). Een CSV-bestand heeft op de eerste
regel de namen van de kolommen. Meer uitleg: docs/reference/importeren.md

Wat al binnen is, komt er niet dubbel in. Onderbreken mag: dezelfde opdracht gaat verder.
Einde: 0 alles aangenomen, 1 een deel geweigerd, 2 kon niet, 130 onderbroken.`;

/** `wijkspoor importeer FILE`: brings a file with messages into a running city. */
export function registreerImporteer(program: Command): void {
  const command = program
    .command('importeer')
    .argument('<bestand>', 'NDJSON met CloudEvents, of CSV')
    .description('Breng een bestand met vragen en adviezen in de stad')
    .option('--proef', 'kijk alleen wat er zou gebeuren; er wordt niets opgeslagen')
    .option('--opnieuw', 'begin van voren af aan, ook als er een onderbroken keer was')
    .option('--geduld <seconden>', 'hoe lang te wachten als de stad niet antwoordt', '600')
    .option('--json', 'geef de uitslag als JSON')
    .addHelpText('after', uitleg);
  metAdres(command).action(async (bestand: string, opties: Opties) =>
    voerUit(() => run(bestand, opties)),
  );
}

async function run(pad: string, opties: Opties): Promise<void> {
  const { proef = false, opnieuw = false, json = false } = opties;
  const stad = stadVan(opties);
  const gemeente = await laadGemeente(readConfig().gemeente);
  const stop = stopBijCtrlC();
  const meter = meterVan(process.stderr);
  const begin = performance.now();
  try {
    const geduld = { totMs: seconden(opties.geduld), beginMs: 500, stop, meld: meter.meld };
    const { toon } = meter;
    const uitslag = await importeer({ pad, stad, gemeente, proef, opnieuw, geduld, toon });
    meter.klaar();
    const gegevens = { pad, proef, duurMs: Math.round(performance.now() - begin), ...uitslag };
    schrijf(json ? alsJson(gegevens) : alsTekst(gegevens));
    process.exitCode = codeVan(uitslag);
  } finally {
    meter.klaar();
  }
}

function codeVan({ klaar, stand }: Importuitslag): number {
  if (!klaar) return codes.onderbroken;
  return stand.geweigerd > 0 ? codes.deelsGeweigerd : codes.goed;
}

function seconden(tekst: string): number {
  const getal = Number(tekst);
  if (Number.isFinite(getal) && getal >= 0) return getal * 1000;
  throw new KanNiet(`--geduld moet een aantal seconden zijn, maar is '${tekst}'.`);
}

// The first time it stops at the end of a batch; who presses again means now.
function stopBijCtrlC(): AbortSignal {
  const stop = new AbortController();
  process.once('SIGINT', () => {
    stop.abort();
    process.once('SIGINT', () => process.exit(codes.onderbroken));
  });
  return stop.signal;
}
