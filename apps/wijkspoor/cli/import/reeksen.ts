import type { Hash } from 'node:crypto';
import type { Gelezen, Lezer } from './lezer.ts';
import type { Plek } from './regels.ts';

/** Rows that travel together, and where reading goes on behind them. */
export type Reeks = Readonly<{
  rijen: readonly Gelezen[];
  tot: Plek;
  /** SHA-256 of the file up to there. */
  hash: string;
}>;

/** The city takes 500 messages and 8 MB at a time; smaller batches keep its answers quick. */
const rijenMax = 200;
const tekensMax = 1024 * 1024;

/** Reads a file from a place on, in batches. `hash` is that of the file up to that place. */
export async function* reeksen(lezer: Lezer, vanaf: Plek, hash: Hash): AsyncGenerator<Reeks> {
  const meelezer = new Meelezer(vanaf.byte, hash);
  let rijen: Gelezen[] = [];
  let tekens = 0;
  let tot = vanaf;
  const reeks = (): Reeks => {
    const af = { rijen, tot, hash: meelezer.tot(tot.byte) };
    rijen = [];
    tekens = 0;
    return af;
  };
  for await (const rij of lezer.rijen(vanaf, (stuk) => meelezer.lees(stuk))) {
    if (rijen.length === rijenMax || tekens + rij.tekst.length > tekensMax) yield reeks();
    tot = { nr: rij.nr + regelsIn(rij.tekst), byte: rij.einde };
    if (rij.tekst.trim() === '') continue;
    rijen.push(lezer.lees(rij));
    tekens += rij.tekst.length;
  }
  if (rijen.length > 0) yield reeks();
}

function regelsIn(tekst: string): number {
  return tekst.includes('\n') ? tekst.split('\n').length : 1;
}

/** Keeps the hash of a file up to the last row that was handed out, behind the reading. */
class Meelezer {
  #stukken: Buffer[] = [];

  constructor(
    private byte: number,
    private readonly hash: Hash,
  ) {}

  lees(stuk: Buffer): void {
    this.#stukken.push(stuk);
  }

  tot(byte: number): string {
    while (this.byte < byte) {
      const [stuk] = this.#stukken as [Buffer];
      const deel = stuk.subarray(0, byte - this.byte);
      this.hash.update(deel);
      this.byte += deel.length;
      if (deel.length === stuk.length) this.#stukken.shift();
      else this.#stukken[0] = stuk.subarray(deel.length);
    }
    return this.hash.copy().digest('hex');
  }
}
