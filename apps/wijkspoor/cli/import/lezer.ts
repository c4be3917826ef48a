import type { Gemeente } from '@wijkspoor/domain';
import { KanNiet } from '../opdracht.ts';
import type { Importbestand } from './bestand.ts';
import type { Kop } from './csv.ts';
import { GeenRij, leesKop } from './csv.ts';
import type { Plek } from './regels.ts';
import { leesRegels } from './regels.ts';
import type { Rij } from './rijen.ts';
import { rijenVan } from './rijen.ts';
import type { Vertaald, Wijknamen } from './vertaling.ts';
import { vertaal, wijknamenVan } from './vertaling.ts';

/** A row and the message made of it. Without a message it cannot be sent; the faults say why. */
export type Gelezen = Readonly<{ rij: Rij; bericht?: string } & Pick<Vertaald, 'fouten'>>;

/** How to read one file. */
export type Lezer = Readonly<{
  /** Where the first message begins: in a CSV behind the names of the columns. */
  begin: Plek;
  /** Of a CSV: its first row, for the file with refused lines. */
  kop?: Readonly<{ regel: string; scheiding: string }>;
  rijen(vanaf: Plek, meelezer: (stuk: Buffer) => void): AsyncIterable<Rij>;
  lees(rij: Rij): Gelezen;
}>;

/** Throws `KanNiet` when the first row of a CSV does not say which column is which. */
export async function lezerVan(
  bestand: Importbestand,
  gemeente: Pick<Gemeente, 'wijken'>,
): Promise<Lezer> {
  const { pad, vorm, begin } = bestand;
  if (vorm === 'csv') return csvLezer(bestand, gemeente);
  return { begin, rijen: (vanaf, meelezer) => leesRegels(pad, vanaf, meelezer), lees: leesJson };
}

async function csvLezer(
  { pad, begin }: Importbestand,
  gemeente: Pick<Gemeente, 'wijken'>,
): Promise<Lezer> {
  for await (const { nr, tekst, einde, fout } of leesRegels(pad, begin)) {
    if (fout) throw new KanNiet(`De eerste regel van ${pad} is niet te lezen: ${fout}.`);
    const kop = leesKop(pad, tekst);
    const bekend = wijknamenVan(gemeente);
    return {
      begin: { nr: nr + 1, byte: einde },
      kop: { regel: tekst, scheiding: kop.scheiding },
      rijen: (vanaf, meelezer) => rijenVan(leesRegels(pad, vanaf, meelezer), kop.scheiding),
      lees: (rij) => leesCsv(rij, kop, bekend),
    };
  }
  throw new KanNiet(`${pad} is leeg. Er is niets te importeren.`);
}

function leesCsv(rij: Rij, kop: Kop, bekend: Wijknamen): Gelezen {
  if (rij.fout) return { rij, fouten: alsFout(rij.fout) };
  try {
    return { rij, ...vertaal(rij.tekst, kop, bekend) };
  } catch (error) {
    if (error instanceof GeenRij) return { rij, fouten: alsFout(error.message) };
    throw error;
  }
}

// The text itself goes to the city, not what we read in it: nothing is changed on the way.
export function leesJson(rij: Rij): Gelezen {
  if (rij.fout) return { rij, fouten: alsFout(rij.fout) };
  try {
    JSON.parse(rij.tekst);
    return { rij, bericht: rij.tekst, fouten: [] };
  } catch (error) {
    const plek = /position (\d+)/.exec((error as SyntaxError).message)?.[1];
    const waar = plek === undefined ? 'hij is niet af' : `teken ${Number(plek) + 1}`;
    return { rij, fouten: alsFout(`de regel is geen geldige JSON (${waar})`) };
  }
}

function alsFout(melding: string): Vertaald['fouten'] {
  return [{ pointer: '', melding }];
}
