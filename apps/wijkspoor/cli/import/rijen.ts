import type { Regel } from './regels.ts';
import { regelMax } from './regels.ts';

/** A line of a file, or the lines that make one row of a CSV. */
export type Rij = Regel;

/**
 * Joins lines to rows: a text between quotes may go on over several lines.
 *
 * A quote that is never closed is a fault of its own line only, and reading goes on with the next:
 * otherwise one slip would swallow the rest of the file.
 */
export async function* rijenVan(
  regels: AsyncIterable<Regel>,
  scheiding: string,
): AsyncGenerator<Rij> {
  const bouwer = new Rijbouwer(scheiding);
  for await (const regel of regels) yield* bouwer.neem(regel);
  yield* bouwer.rest();
}

class Rijbouwer {
  /** The lines of the row that is not complete yet, and how many of them were looked at. */
  #regels: Regel[] = [];
  #bekeken = 0;
  #lengte = 0;
  #open = false;

  constructor(private readonly scheiding: string) {}

  *neem(regel: Regel): Generator<Rij> {
    this.#regels.push(regel);
    while (this.#bekeken < this.#regels.length) yield* this.#bekijk();
  }

  *rest(): Generator<Rij> {
    while (this.#regels.length > 0) {
      yield this.#losgelaten();
      while (this.#bekeken < this.#regels.length) yield* this.#bekijk();
    }
  }

  *#bekijk(): Generator<Rij> {
    const regel = this.#regels[this.#bekeken++];
    if (!regel) return;
    this.#lengte += regel.tekst.length + 1;
    const alleen = this.#regels.length === 1;
    if (regel.fout) {
      yield alleen ? this.#klaar() : this.#losgelaten();
      return;
    }
    const einde = eindeVan(regel.tekst, this.scheiding, this.#open);
    this.#open = einde === 'open';
    if (einde === 'kapot' && !alleen) yield this.#losgelaten();
    else if (!this.#open) yield this.#klaar();
    else if (this.#lengte > regelMax) yield this.#losgelaten();
  }

  #klaar(): Rij {
    const regels = this.#regels.splice(0, this.#bekeken);
    const [eerste] = regels as [Regel];
    const einde = regels.at(-1)?.einde ?? eerste.einde;
    const lengte = this.#lengte;
    this.#begin();
    if (regels.length === 1) return eerste;
    const tekst = regels.map((regel) => regel.tekst).join('\n');
    const fout = `de rij is ${Math.ceil(lengte / 1024)} KB lang; dat mag hoogstens 64 KB zijn`;
    return { nr: eerste.nr, tekst, einde, ...(lengte > regelMax && { fout }) };
  }

  // The first line goes alone; what was read behind it is looked at again.
  #losgelaten(): Rij {
    const [eerste] = this.#regels.splice(0, 1) as [Regel];
    this.#begin();
    return { ...eerste, fout: 'een aanhalingsteken wordt nergens gesloten' };
  }

  #begin(): void {
    this.#bekeken = 0;
    this.#lengte = 0;
    this.#open = false;
  }
}

/**
 * Whether a quoted field is open at the end of a line. Only at its beginning can a field open, and
 * only a separator or the end may follow where it closes: anything else is broken.
 */
function eindeVan(
  tekst: string,
  scheiding: string,
  beginOpen: boolean,
): 'open' | 'dicht' | 'kapot' {
  let open = beginOpen;
  for (let i = 0; i < tekst.length; i++) {
    if (open) {
      const sluit = slotquote(tekst, i);
      if (sluit < 0) return 'open';
      if (sluit + 1 < tekst.length && tekst[sluit + 1] !== scheiding) return 'kapot';
      open = false;
      i = sluit;
    } else if (tekst[i] === '"' && (i === 0 || tekst[i - 1] === scheiding)) open = true;
  }
  return open ? 'open' : 'dicht';
}

/** Where the quote stands that closes a field; a doubled one is part of the text. */
function slotquote(tekst: string, vanaf: number): number {
  let plek = tekst.indexOf('"', vanaf);
  while (plek >= 0 && tekst[plek + 1] === '"') plek = tekst.indexOf('"', plek + 2);
  return plek;
}
