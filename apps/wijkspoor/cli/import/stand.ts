import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { KanNiet } from '../opdracht.ts';
import type { Importbestand } from './bestand.ts';
import { hashTot } from './bestand.ts';

/** How far an import is. All lines before it are stored or stand in the refused file. */
export type Stand = Readonly<{
  adres: string;
  /** The next line to read, and the byte that it begins at. */
  nr: number;
  byte: number;
  /** SHA-256 of everything before that byte. */
  hash: string;
  aangenomen: number;
  geweigerd: number;
  /** How large the refused file is. */
  geweigerdBytes: number;
  /** Refused lines per field. */
  perVeld: Readonly<Record<string, number>>;
}>;

const opnieuw = 'Begin van voren af aan met --opnieuw; wat al binnen is, komt er niet dubbel in.';

/** Remembers how far an import is, in a small file beside the one that is imported. */
export class Voortgang {
  readonly pad: string;

  constructor(private readonly bron: Importbestand) {
    this.pad = `${bron.pad}.voortgang.json`;
  }

  /** Where to go on, if an import was interrupted. Throws `KanNiet` when that cannot be. */
  async lees(adres: string): Promise<Stand | undefined> {
    const tekst = await this.#tekst();
    if (tekst === undefined) return undefined;
    const stand = leesStand(tekst);
    if (!stand) throw new KanNiet(`${this.pad} is niet te lezen. ${opnieuw}`);
    if (stand.adres !== adres)
      throw new KanNiet(
        `De vorige keer ging ${this.bron.pad} naar ${stand.adres}, nu naar ${adres}. ${opnieuw}`,
      );
    const korter = stand.byte > this.bron.bytes;
    if (korter || (await hashTot(this.bron.pad, stand.byte)).digest('hex') !== stand.hash)
      throw new KanNiet(
        `${this.bron.pad} is vóór regel ${stand.nr} veranderd sinds de vorige keer. ${opnieuw}`,
      );
    return stand;
  }

  async bewaar(stand: Stand): Promise<void> {
    // Written beside it and then moved, so that a power cut never leaves half a file.
    await writeFile(`${this.pad}.nieuw`, `${JSON.stringify(stand, undefined, 2)}\n`);
    await rename(`${this.pad}.nieuw`, this.pad);
  }

  async weg(): Promise<void> {
    await rm(this.pad, { force: true });
  }

  async #tekst(): Promise<string | undefined> {
    try {
      return await readFile(this.pad, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }
}

function leesStand(tekst: string): Stand | undefined {
  try {
    const stand = JSON.parse(tekst) as Stand;
    const getallen = [
      stand.nr,
      stand.byte,
      stand.aangenomen,
      stand.geweigerd,
      stand.geweigerdBytes,
    ];
    return getallen.every(Number.isInteger) && typeof stand.hash === 'string' ? stand : undefined;
  } catch {
    return undefined; // Said to the user by the caller, as any other file that makes no sense.
  }
}
