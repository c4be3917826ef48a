import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';

/** One line of a file. */
export type Regel = Readonly<{
  /** From 1. */
  nr: number;
  /** Without its line end; of a line that is too long only the beginning. */
  tekst: string;
  /** Where the next line begins, in bytes from the start of the file. */
  einde: number;
  /** What is wrong with the line itself. */
  fout?: string;
}>;

/** A place in a file: a line, and the byte that it begins at. */
export type Plek = Readonly<{ nr: number; byte: number }>;

/** The largest message that the city takes (NL GOV profile for CloudEvents). */
export const regelMax = 64 * 1024;

const nieuweRegel = 10;
const wagenterug = 13;

/**
 * Reads a text line by line, in pieces of a megabyte, so that memory stays flat however large the
 * file is. Lines may end as on Windows. `meelezer` hears every byte before the lines made of it.
 */
export async function* leesRegels(
  bestand: string,
  { nr, byte }: Plek,
  meelezer: (stuk: Buffer) => void = () => undefined,
): AsyncGenerator<Regel> {
  let rest: Buffer = Buffer.alloc(0);
  // Where `rest` begins in the file, and how many bytes of its line were dropped.
  let begin = byte;
  let weg = 0;
  const bron = createReadStream(bestand, { start: byte, highWaterMark: 1024 * 1024 });
  for await (const stuk of bron as AsyncIterable<Buffer>) {
    meelezer(stuk);
    rest = rest.length === 0 ? stuk : Buffer.concat([rest, stuk]);
    for (let tot = rest.indexOf(nieuweRegel); tot >= 0; tot = rest.indexOf(nieuweRegel)) {
      begin += weg + tot + 1;
      yield regel(nr++, rest.subarray(0, tot), begin, weg);
      rest = rest.subarray(tot + 1);
      weg = 0;
    }
    const bewaard = rest.subarray(0, 2 * regelMax);
    weg += rest.length - bewaard.length;
    rest = bewaard;
  }
  if (rest.length > 0) yield regel(nr, rest, begin + weg + rest.length, weg);
}

function regel(nr: number, bytes: Buffer, einde: number, weg: number): Regel {
  const kaal = bytes.at(-1) === wagenterug ? bytes.subarray(0, -1) : bytes;
  const lengte = kaal.length + weg;
  if (lengte > regelMax) {
    const tekst = `${kaal.toString('utf8', 0, 500)}…`;
    const kb = Math.ceil(lengte / 1024);
    return { nr, tekst, einde, fout: `de regel is ${kb} KB lang; dat mag hoogstens 64 KB zijn` };
  }
  const tekst = kaal.toString('utf8');
  if (isUtf8(kaal)) return { nr, tekst, einde };
  return { nr, tekst, einde, fout: 'de regel is geen UTF-8; bewaar het bestand als UTF-8' };
}
