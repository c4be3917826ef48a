import type { Hash } from 'node:crypto';
import type { Gemeente } from '@wijkspoor/domain';
import { compile, leeft } from '@wijkspoor/wire';
import type { Stad } from '../stad.ts';
import { Gestopt } from '../volhouden.ts';
import type { Geduld } from '../volhouden.ts';
import { bekijk, hashTot } from './bestand.ts';
import type { Importbestand } from './bestand.ts';
import { Geweigerden, veldVan } from './geweigerd.ts';
import { lezerVan } from './lezer.ts';
import type { Gelezen, Lezer } from './lezer.ts';
import { reeksen } from './reeksen.ts';
import type { Reeks } from './reeksen.ts';
import { Voortgang } from './stand.ts';
import type { Stand } from './stand.ts';
import type { Bezorging, Verzonden } from './verstuur.ts';
import { isVerzendbaar, verstuur } from './verstuur.ts';

/** What somebody asks for, and what is needed for it. */
export type Importopdracht = Readonly<{
  pad: string;
  stad: Stad;
  gemeente: Pick<Gemeente, 'wijken'>;
  proef: boolean;
  opnieuw: boolean;
  geduld: Geduld;
  /** Hears how far it is: at the beginning, and after every batch. */
  toon(stand: Stand, bestand: Importbestand): void;
}>;

/** How an import ended. */
export type Importuitslag = Readonly<{
  stand: Stand;
  /** Whether the end of the file was reached; if not, somebody asked to stop. */
  klaar: boolean;
  geweigerdBestand: string;
}>;

const leven = compile(leeft);

/** How many batches are on their way at once: enough to keep the city busy. */
const tegelijk = 4;

/**
 * Brings a file into the city, batch by batch, in flat memory.
 *
 * Batches travel side by side and are settled in the order of the file: what is settled is stored,
 * or stands in the refused file, and is not sent again. What was under way when the import stopped
 * is sent once more, which the city takes as the same messages.
 */
export async function importeer(opdracht: Importopdracht): Promise<Importuitslag> {
  const { pad, gemeente, proef } = opdracht;
  const bestand = await bekijk(pad);
  const lezer = await lezerVan(bestand, gemeente);
  await opdracht.stad.get('/health/live', leven);
  const voortgang = new Voortgang(bestand);
  const stand = await beginstand(opdracht, lezer, voortgang);
  await using geweigerden = new Geweigerden(bestand, lezer.kop, proef);
  await geweigerden.begin(stand.geweigerdBytes);
  const loop: Loop = { opdracht, bestand, lezer, voortgang, geweigerden, stand };
  opdracht.toon(stand, bestand);
  const klaar = await totHetEinde(loop, await hashTot(pad, stand.byte));
  if (klaar && !proef) await voortgang.weg();
  return { stand: loop.stand, klaar, geweigerdBestand: geweigerden.pad };
}

async function beginstand(
  { stad: { adres }, proef, opnieuw }: Importopdracht,
  { begin }: Lezer,
  voortgang: Voortgang,
): Promise<Stand> {
  const eerder = proef || opnieuw ? undefined : await voortgang.lees(adres);
  if (eerder) return eerder;
  const niets = { aangenomen: 0, geweigerd: 0, geweigerdBytes: 0, perVeld: {} };
  return { adres, ...begin, hash: '', ...niets };
}

type Loop = {
  readonly opdracht: Importopdracht;
  readonly bestand: Importbestand;
  readonly lezer: Lezer;
  readonly voortgang: Voortgang;
  readonly geweigerden: Geweigerden;
  stand: Stand;
};

type Onderweg = Readonly<{ reeks: Reeks; antwoord: Promise<readonly Verzonden[]> }>;

async function totHetEinde(loop: Loop, hash: Hash): Promise<boolean> {
  const onderweg: Onderweg[] = [];
  try {
    return await verzendAlles(loop, hash, onderweg);
  } catch (error) {
    if (error instanceof Gestopt) return false;
    throw error;
  } finally {
    await Promise.allSettled(onderweg.map(({ antwoord }) => antwoord));
  }
}

async function verzendAlles(loop: Loop, hash: Hash, onderweg: Onderweg[]): Promise<boolean> {
  const { stop } = loop.opdracht.geduld;
  for await (const reeks of reeksen(loop.lezer, loop.stand, hash)) {
    if (stop.aborted) break;
    onderweg.push({ reeks, antwoord: handelAf(reeks, loop.opdracht) });
    if (onderweg.length >= tegelijk) await rondAf(loop, onderweg);
  }
  while (onderweg.length > 0) await rondAf(loop, onderweg);
  return !stop.aborted;
}

async function handelAf({ rijen }: Reeks, bezorging: Bezorging): Promise<readonly Verzonden[]> {
  const verzonden = await verstuur(rijen.filter(isVerzendbaar), bezorging);
  const perRegel = new Map(verzonden.map((een) => [een.rij.nr, een]));
  return rijen.map((gelezen: Gelezen) => perRegel.get(gelezen.rij.nr) ?? gelezen);
}

/** Settles the oldest batch that is on its way. It stays in the list until its answer is there. */
async function rondAf(loop: Loop, onderweg: Onderweg[]): Promise<void> {
  const [oudste] = onderweg;
  if (!oudste) return;
  const antwoord = await oudste.antwoord;
  onderweg.shift();
  await verwerk(loop, oudste.reeks, antwoord);
}

async function verwerk(
  loop: Loop,
  { tot, hash }: Reeks,
  verzonden: readonly Verzonden[],
): Promise<void> {
  const { opdracht, voortgang, geweigerden, stand, bestand } = loop;
  const geweigerd = verzonden.filter(({ fouten }) => fouten.length > 0);
  await geweigerden.schrijf(geweigerd);
  loop.stand = {
    ...stand,
    ...tot,
    hash,
    aangenomen: stand.aangenomen + verzonden.length - geweigerd.length,
    geweigerd: stand.geweigerd + geweigerd.length,
    geweigerdBytes: geweigerden.bytes,
    perVeld: opgeteld(stand.perVeld, geweigerd),
  };
  if (!opdracht.proef) await voortgang.bewaar(loop.stand);
  opdracht.toon(loop.stand, bestand);
}

function opgeteld(perVeld: Stand['perVeld'], geweigerd: readonly Verzonden[]): Stand['perVeld'] {
  const som = { ...perVeld };
  for (const { fouten } of geweigerd) {
    const velden = new Set(fouten.map(({ pointer }) => veldVan(pointer) || '(hele regel)'));
    for (const veld of velden) som[veld] = (som[veld] ?? 0) + 1;
  }
  return som;
}
