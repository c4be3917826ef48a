import { setTimeout as sleep } from 'node:timers/promises';
import type {
  Berichtstand,
  Gevraagd,
  OpgegevenBerichten,
} from '@wijkspoor/services/deadline-monitor';
import { leesbaar } from '../cli/tabel.ts';
import { codes, KanNiet, rolVan, secondenVan } from '../cli/opdracht.ts';
import type { Uitvoer } from './dode-brieven-zoeken.ts';

export type Opnieuw = Readonly<{
  bericht?: string | undefined;
  alles?: true;
  door?: string;
  wacht?: string;
}>;

type BerichtId = Awaited<ReturnType<OpgegevenBerichten['lijst']>>[number];
type Resultaat = Readonly<{
  bericht: BerichtId;
  uitkomst: Gevraagd | Berichtstand['stand'];
  reden?: string;
}>;

const kijkMs = 200;

/**
 * Asks for messages that were given up to be offered again, and waits for a while to see what comes
 * of it. The deadline monitor offers them, wherever it runs, to the address that it now has.
 */
export async function biedOpnieuwAan(
  berichten: OpgegevenBerichten,
  { bericht, alles, door = 'functioneel-beheer', wacht = '10' }: Opnieuw,
): Promise<Uitvoer & Readonly<{ code: number }>> {
  if ((bericht === undefined) === (alles === undefined))
    throw new KanNiet('Noem een bericht, of anders --alles.');
  const [rol, seconden] = [rolVan(door), secondenVan(wacht)];
  const ids = bericht === undefined ? await berichten.lijst() : [berichtIdVan(bericht)];
  if (ids.length === 0)
    return { tekst: 'Er zijn geen opgegeven berichten.', json: [], code: codes.goed };
  // The last day first: what is asked again for that day need not be told for an earlier one.
  const gevraagd = new Map<BerichtId, Gevraagd>();
  for (const id of ids) gevraagd.set(id, await berichten.vraagOpnieuw(id, rol));
  const [[eerste, uitkomst] = []] = gevraagd;
  if (bericht !== undefined && eerste && uitkomst) eisGevraagd(eerste, uitkomst);
  const resultaten = await uitkomsten(berichten, gevraagd, Date.now() + seconden * 1_000);
  const code = resultaten.every(isGoed) ? codes.goed : codes.deelsGeweigerd;
  return { tekst: toon(resultaten), json: resultaten, code };
}

function berichtIdVan(naam: string): BerichtId {
  if (/^bericht-[a-z][a-z-]*(:[a-z0-9-]+)?-\d{4}-\d{2}-\d{2}$/.test(naam)) return naam as BerichtId;
  throw new KanNiet(
    `'${leesbaar(naam)}' is geen bericht. Schrijf rol en dag zoals in npx wijkspoor berichten: ` +
      'bericht-wethouder:wonen-2026-11-20.',
  );
}

const kanNiet: Partial<Record<Gevraagd, string>> = {
  onbekend: 'is er niet. Welke er zijn, zegt npx wijkspoor berichten.',
  'al-bezorgd': 'is al bezorgd en gaat niet nog eens.',
  'wordt-al-aangeboden': 'wacht al, of wordt al herhaald: het gaat vanzelf weer.',
};

function eisGevraagd(bericht: BerichtId, uitkomst: Gevraagd): void {
  if (kanNiet[uitkomst]) throw new KanNiet(`${bericht} ${kanNiet[uitkomst]}`);
}

async function uitkomsten(
  berichten: OpgegevenBerichten,
  gevraagd: ReadonlyMap<BerichtId, Gevraagd>,
  totMs: number,
): Promise<Resultaat[]> {
  const resultaten = new Map<BerichtId, Resultaat>();
  for (;;) {
    for (const [bericht, wat] of gevraagd)
      if (isOpen(resultaten.get(bericht)))
        resultaten.set(bericht, await resultaatVan(berichten, bericht, wat));
    const alle = [...resultaten.values()];
    if (!alle.some(isOpen) || Date.now() >= totMs) return alle;
    await sleep(kijkMs);
  }
}

const isOpen = (gezien?: Resultaat) => !gezien || gezien.uitkomst === 'nog-niet-aangeboden';

async function resultaatVan(
  berichten: OpgegevenBerichten,
  bericht: BerichtId,
  wat: Gevraagd,
): Promise<Resultaat> {
  // Somebody else asked for it at the same time: what comes of it is the same.
  if (wat !== 'gevraagd' && wat !== 'wordt-al-aangeboden') return { bericht, uitkomst: wat };
  const { stand, ...reden } = await berichten.stand(bericht);
  return { bericht, uitkomst: stand, ...reden };
}

const zinnen: Record<Resultaat['uitkomst'], (resultaat: Resultaat) => string> = {
  bezorgd: ({ bericht }) => `Bezorgd: ${bericht}.`,
  'al-bezorgd': ({ bericht }) => `Was al bezorgd: ${bericht}.`,
  opgegeven: ({ bericht, reden }) => `Weer opgegeven: ${bericht}. ${leesbaar(reden ?? '')}`,
  'wordt-herhaald': ({ bericht, reden }) =>
    `Lukte niet, wordt vanzelf herhaald: ${bericht}. ${leesbaar(reden ?? '')}`,
  'nog-niet-aangeboden': ({ bericht }) =>
    `Gevraagd, nog niet aangeboden: ${bericht}. Draait de deadline-monitor?`,
  vervallen: ({ bericht }) =>
    `Vervallen: ${bericht}. De zaken zijn beantwoord, hebben een andere datum, of staan in een ` +
    'later bericht.',
  gevraagd: ({ bericht }) => `Gevraagd: ${bericht}.`,
  'wordt-al-aangeboden': ({ bericht }) => `Was al gevraagd: ${bericht}.`,
  onbekend: ({ bericht }) => `Is er niet: ${bericht}.`,
};

const isGoed = ({ uitkomst }: Resultaat) =>
  ['bezorgd', 'al-bezorgd', 'vervallen'].includes(uitkomst);

function toon(resultaten: readonly Resultaat[]): string {
  const zinnetjes = resultaten.map((resultaat) => zinnen[resultaat.uitkomst](resultaat));
  const isWeerMis = resultaten.some(({ uitkomst }) => uitkomst === 'opgegeven');
  const wenk = 'Een ander adres in ontvangers.yaml kent een stad die draait pas na een herstart.';
  return [...zinnetjes, ...(isWeerMis ? [wenk] : [])].join('\n');
}
