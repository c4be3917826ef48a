import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stad } from '../stad.ts';
import type { Importopdracht, Importuitslag } from './importeer.ts';
import { importeer } from './importeer.ts';
import { NagemaakteStad } from './nagemaakte-stad.fixture.ts';

export const regel = (id: string) =>
  JSON.stringify({ specversion: '1.0', source: 's', id, data: {} });

export const ids = (aantal: number) => Array.from({ length: aantal }, (_, i) => `v${i + 1}`);

type Extra = Partial<Importopdracht> & { totMs?: number; stop?: AbortSignal };

/** A folder with files to import and a city to import them into, for one test. */
export class Werkbank {
  #teller = 0;

  private constructor(
    readonly map: string,
    readonly stad: NagemaakteStad,
  ) {}

  static async open(): Promise<Werkbank> {
    const map = await mkdtemp(join(tmpdir(), 'wijkspoor-import-'));
    return new Werkbank(map, await NagemaakteStad.open());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stad[Symbol.asyncDispose]();
    await rm(this.map, { recursive: true, force: true });
  }

  /** Writes a file with these lines: a new one, or over the one that is given. */
  async bestand(regels: readonly string[], over?: string): Promise<string> {
    const pad = over ?? join(this.map, `${(this.#teller += 1)}.ndjson`);
    await writeFile(pad, regels.map((een) => `${een}\n`).join(''));
    return pad;
  }

  async draai(pad: string, { totMs = 5000, stop, ...extra }: Extra = {}): Promise<Importuitslag> {
    const signaal = stop ?? new AbortController().signal;
    const geduld = { totMs, beginMs: 1, stop: signaal, meld: () => undefined };
    const gewoon = {
      gemeente: { wijken: [] },
      proef: false,
      opnieuw: false,
      toon: () => undefined,
    };
    return importeer({ pad, ...gewoon, stad: new Stad(this.stad.adres), geduld, ...extra });
  }

  /** Stops as Ctrl-C does, once so many lines are settled. */
  async draaiTot(pad: string, regels: number): Promise<Importuitslag> {
    const stop = new AbortController();
    const toon: Importopdracht['toon'] = ({ aangenomen, geweigerd }) => {
      if (aangenomen + geweigerd >= regels) stop.abort();
    };
    return this.draai(pad, { stop: stop.signal, toon });
  }

  /** The ids of what the city has, sorted. */
  opgeslagen(): (string | undefined)[] {
    return [...this.stad.opgeslagen.values()].map(({ id }) => id).toSorted();
  }

  /** A file and what lies beside it because of its import. */
  async naast(pad: string): Promise<string[]> {
    const alle = (await readdir(this.map)).map((naam) => join(this.map, naam));
    return alle.filter((een) => een.startsWith(pad));
  }
}

/** The lines of a refused file. */
export async function geweigerdIn(pad: string) {
  const regels = (await readFile(pad, 'utf8')).trimEnd().split('\n');
  return regels.map(
    (een) => JSON.parse(een) as { regel: number; fouten: object[]; origineel: string },
  );
}
