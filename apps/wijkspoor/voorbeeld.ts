import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as slaap } from 'node:timers/promises';
import { compile, gereed, zaakDetail, zaakIdVan } from '@wijkspoor/wire';
import { leesJson } from './cli/import/lezer.ts';
import { isVerzendbaar, verstuur } from './cli/import/verstuur.ts';
import type { Bezorging, Verzendbaar } from './cli/import/verstuur.ts';
import { naastElkaar } from './cli/naast-elkaar.ts';
import { Afgewezen, Stad } from './cli/stad.ts';
import { leesStap, perZaak, speelAf } from './cli/vervolg.ts';
import type { Geduld } from './cli/volhouden.ts';
import { volhouden } from './cli/volhouden.ts';

/** How much there is in a sample, and how many steps of it were not there yet. */
export type Voorbeeldstand = Readonly<{ aanmeldingen: number; vervolg: number; nieuw: number }>;

const detail = compile(zaakDetail);
const gezondheid = compile(gereed);

const perReeks = 200;
const zakenNaastElkaar = 16;

/**
 * Brings a sample (`aanmeldingen.ndjson`, `vervolg.ndjson`) into a running city.
 *
 * What is there already stays as it is: what was sent before is not stored twice, and what happened
 * to a case is read from its history first. So a load that was interrupted can simply be repeated.
 * A refusal is a fault in the sample: it is thrown, with the line.
 */
export async function laadVoorbeeld(
  url: string,
  map: string,
  toon: (regel: string) => void = () => undefined,
): Promise<Voorbeeldstand> {
  const stad = new Stad(url);
  const stop = new AbortController().signal;
  const geduld: Geduld = { totMs: 120_000, beginMs: 200, stop, meld: toon };
  const aanmeldingen = await regelsVan(join(map, 'aanmeldingen.ndjson'));
  toon(`${aanmeldingen.length} vragen, adviezen en werkbezoeken aanmelden`);
  await meldAan(aanmeldingen, { stad, geduld, proef: false });
  await ingehaald(stad, geduld);
  const regels = await regelsVan(join(map, 'vervolg.ndjson'));
  toon(`${regels.length} antwoorden, afspraken en andere stappen vastleggen`);
  const stappen = regels.map(({ bericht, rij }) => leesStap(bericht, `vervolg.ndjson:${rij.nr}`));
  const gedaan = await naastElkaar(perZaak(stappen), zakenNaastElkaar, (zaak) =>
    speelAf(stad, zaak, geduld),
  );
  await ingehaald(stad, geduld);
  const nieuw = gedaan.reduce((som, aantal) => som + aantal, 0);
  return { aanmeldingen: aanmeldingen.length, vervolg: stappen.length, nieuw };
}

/** Whether a sample was loaded into a city before, wholly or in part. */
export async function heeftVoorbeeld(url: string, map: string): Promise<boolean> {
  const [eerste] = await regelsVan(join(map, 'aanmeldingen.ndjson'));
  if (!eerste) return false;
  const { source, id } = JSON.parse(eerste.bericht) as { source: string; id: string };
  try {
    await new Stad(url).get(`/v1/zaken/${zaakIdVan({ bron: source, id })}`, detail);
    return true;
  } catch (error) {
    if (error instanceof Afgewezen && error.status === 404) return false;
    throw error;
  }
}

async function regelsVan(bestand: string): Promise<Verzendbaar[]> {
  const tekst = await readFile(bestand, 'utf8');
  const regels = tekst.split('\n').map((regel, i) => ({ nr: i + 1, tekst: regel, einde: 0 }));
  const gelezen = regels.filter((regel) => regel.tekst !== '').map(leesJson);
  return gelezen.map((een) => {
    if (isVerzendbaar(een)) return een;
    throw new Error(`${bestand}:${een.rij.nr}: ${een.fouten[0]?.melding}`);
  });
}

async function meldAan(regels: readonly Verzendbaar[], bezorging: Bezorging): Promise<void> {
  for (let van = 0; van < regels.length; van += perReeks) {
    const verzonden = await verstuur(regels.slice(van, van + perReeks), bezorging);
    const geweigerd = verzonden.find(({ fouten }) => fouten.length > 0);
    if (!geweigerd) continue;
    const redenen = geweigerd.fouten.map(({ pointer, melding }) => `${pointer} ${melding}`);
    throw new Error(`aanmeldingen.ndjson:${geweigerd.rij.nr}: ${redenen.join('; ')}`);
  }
}

// A follower that has caught up may have written again, so the log must stand still as well.
async function ingehaald(stad: Stad, geduld: Geduld): Promise<void> {
  const einde = performance.now() + geduld.totMs;
  for (let vorige = -1; ;) {
    const gezien = await volhouden(() => stad.get('/health/ready', gezondheid), geduld);
    const { log, volgers, relais = { achterstand: 0 } } = gezien;
    const bij = [relais, ...volgers].every(({ achterstand }) => achterstand === 0);
    if (bij && log.positie === vorige) return;
    if (performance.now() > einde) throw new Error('De stad raakt niet bij. Kijk in het logboek.');
    vorige = bij ? log.positie : -1;
    await slaap(50);
  }
}
