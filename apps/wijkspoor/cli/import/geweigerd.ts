import type { FileHandle } from 'node:fs/promises';
import { open, rm } from 'node:fs/promises';
import type { Importbestand } from './bestand.ts';
import { bijgevoegd } from './csv.ts';
import type { Rij } from './rijen.ts';
import type { Fout } from './vertaling.ts';

/** A line that was not taken in, with every reason. */
export type Geweigerd = Readonly<{ rij: Rij; fouten: readonly Fout[] }>;

/**
 * The file with refused lines: made when the first one comes. For a CSV it is a CSV again, with two
 * columns more, so that it can be mended and imported as it is.
 */
export class Geweigerden {
  readonly pad: string;
  #bestand: FileHandle | undefined;
  #bytes = 0;

  constructor(
    bron: Pick<Importbestand, 'pad' | 'vorm'>,
    private readonly kop: Readonly<{ regel: string; scheiding: string }> | undefined,
    proef: boolean,
  ) {
    this.pad = `${bron.pad}.${proef ? 'proef-geweigerd' : 'geweigerd'}.${bron.vorm}`;
  }

  /** How large the file is; what an interrupted run wrote behind it is taken off again. */
  get bytes(): number {
    return this.#bytes;
  }

  async begin(bytes: number): Promise<void> {
    this.#bytes = bytes;
    if (bytes === 0) return rm(this.pad, { force: true });
    this.#bestand = await open(this.pad, 'r+');
    await this.#bestand.truncate(bytes);
  }

  async schrijf(geweigerden: readonly Geweigerd[]): Promise<void> {
    if (geweigerden.length === 0) return;
    this.#bestand ??= await open(this.pad, 'w');
    const kop = this.#bytes === 0 && this.kop ? [this.#csv(this.kop.regel, [...bijgevoegd])] : [];
    const tekst = [...kop, ...geweigerden.map((een) => this.#regel(een))].join('');
    const bytes = Buffer.from(tekst, 'utf8');
    await this.#bestand.write(bytes, 0, bytes.length, this.#bytes);
    this.#bytes += bytes.length;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#bestand?.close();
  }

  #regel({ rij: { nr, tekst }, fouten }: Geweigerd): string {
    if (this.kop) {
      const redenen = fouten.map(({ pointer, melding }) => {
        const veld = veldVan(pointer);
        return veld ? `${veld}: ${melding}` : melding;
      });
      return this.#csv(tekst, [String(nr), redenen.join(' | ')]);
    }
    return `${JSON.stringify({ regel: nr, fouten, origineel: tekst })}\n`;
  }

  #csv(begin: string, cellen: readonly string[]): string {
    const scheiding = this.kop?.scheiding ?? ';';
    const extra = cellen.map((cel) => `"${cel.replaceAll('"', '""')}"`);
    return `${[begin, ...extra].join(scheiding)}\n`;
  }
}

/** The field of a message that a pointer is about, by the name of its column: `wijken`, `bron`. */
export function veldVan(pointer: string): string {
  const [eerste = '', tweede] = pointer.split('/').slice(1);
  if (eerste === 'source') return 'bron';
  return eerste === 'data' ? (tweede ?? eerste) : eerste;
}
