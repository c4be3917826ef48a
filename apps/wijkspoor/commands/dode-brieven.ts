import type { Command } from 'commander';
import type { Letter, Letters } from '@wijkspoor/platform';
import { withLetters } from '@wijkspoor/platform';
import { briefAlsJson, briefnaam, stroomAlsJson } from '../cli/dode-brieven.ts';
import { toonBrief, toonLijst, toonLosgelaten } from '../cli/dode-brieven.ts';
import { KanNiet, rolVan, schrijf, voerUit } from '../cli/opdracht.ts';
import type { Opnieuw } from './dode-brieven-opnieuw.ts';
import { probeerOpnieuw } from './dode-brieven-opnieuw.ts';
import { briefVan, stroomVan, type Uitvoer } from './dode-brieven-zoeken.ts';

type Opties = Readonly<{ gegevens?: string; json?: true }>;

/** `wijkspoor dode-brieven`: what a service could not handle, and what a person does about it. */
export function registreerDodeBrieven(program: Command): void {
  const groep = program
    .command('dode-brieven')
    .description('Bekijk wat een dienst niet kon verwerken, en doe er iets aan');
  const onder = (naam: string, uitleg: string, gewoon = false) =>
    groep
      .command(naam, { isDefault: gewoon })
      .description(uitleg)
      .option('--gegevens <map>', 'map met alle gegevens (.wijkspoor)')
      .option('--json', 'uitvoer voor programma’s');

  onder('lijst', 'welke stromen stilstaan, en waarom', true)
    .option('--losgelaten', 'wat er eerder is losgelaten, en door wie')
    .action(async (opties: Opties & { losgelaten?: true }) => metBrieven(opties, lijst));
  onder('toon <brief>', 'alles van één brief').action(async (naam: string, opties: Opties) =>
    metBrieven({ ...opties, naam }, toon),
  );
  onder('opnieuw [brief]', 'probeer een stroom opnieuw: de brief eerst, en dan wat erachter staat')
    .option('--alles', 'alle stromen die stilstaan')
    .option('--wacht <seconden>', 'zo lang op de uitkomst wachten (10)')
    .action(async (naam: string | undefined, opties: Opties & Omit<Opnieuw, 'naam'>) =>
      metBrieven({ ...opties, naam }, probeerOpnieuw),
    );
  onder('laat-los <brief>', 'sla een brief over; wat erachter staat gaat door')
    .requiredOption('--reden <tekst>', 'waarom; dat blijft bewaard')
    .requiredOption('--door <rol>', 'wie dat besluit, bijvoorbeeld functioneel-beheer')
    .action(async (naam: string, opties: Opties & Los) => metBrieven({ ...opties, naam }, laatLos));
}

async function metBrieven<Wat extends Opties>(
  opties: Wat,
  doe: (brieven: Letters, opties: Wat) => Promise<Uitvoer>,
): Promise<void> {
  const given = { DATA_DIR: opties.gegevens, LOG_LEVEL: 'warn' };
  await voerUit(async () => {
    const { tekst, json } = await withLetters(given, (brieven) => doe(brieven, opties));
    schrijf(opties.json ? JSON.stringify(json) : tekst);
  });
}

async function lijst(brieven: Letters, { losgelaten }: { losgelaten?: true }): Promise<Uitvoer> {
  if (losgelaten) {
    const alle = await brieven.released();
    return { tekst: toonLosgelaten(alle), json: alle.map((brief) => briefAlsJson(brief, 0)) };
  }
  const stromen = await brieven.streams();
  return { tekst: toonLijst(stromen), json: stromen.map(stroomAlsJson) };
}

async function toon(brieven: Letters, { naam }: { naam: string }): Promise<Uitvoer> {
  const brief = await briefVan(brieven, naam);
  const erachter = await erachterVan(brieven, brief);
  return { tekst: toonBrief(brief, erachter), json: briefAlsJson(brief, erachter) };
}

async function erachterVan(brieven: Letters, { group, event, released }: Letter) {
  if (released) return 0;
  const { stream, position } = event;
  const zelfde = (await brieven.list(group)).filter((brief) => brief.event.stream === stream);
  return zelfde.filter((brief) => brief.event.position > position).length;
}

type Los = Readonly<{ reden: string; door: string }>;

async function laatLos(
  brieven: Letters,
  { naam, reden, door }: Los & { naam: string },
): Promise<Uitvoer> {
  const by = rolVan(door);
  if (!/\S/.test(reden) || reden.length > 1000)
    throw new KanNiet('--reden moet zeggen waarom, in hoogstens 1000 tekens.');
  const brief = await briefVan(brieven, naam);
  const { first, behind } = await stroomVan(brieven, brief);
  const { group, event } = brief;
  const why = { by, reason: reden };
  const los = await brieven.release(group, event.stream, event.position, why);
  if (!los)
    throw new KanNiet(
      `Brief ${naam} staat achter een andere. Laat die eerst los: ${briefnaam(first)}.`,
    );
  const verder = behind === 0 ? 'De stroom is weer vrij.' : `Wat erachter staat (${behind}) volgt.`;
  const tekst = `Losgelaten: ${group} slaat ${event.type} van ${event.stream} over. ${verder}`;
  return { tekst, json: briefAlsJson(los, behind) };
}
