import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Check, Probleem } from '@wijkspoor/wire';
import { compile, probleem } from '@wijkspoor/wire';

/** Nobody answers at the address, or the connection broke before the answer was there. */
export class Onbereikbaar extends Error {
  override readonly name = 'Onbereikbaar';
}

/** Something answers at the address, but it is not a Wijkspoor of this version. */
export class GeenStad extends Error {
  override readonly name = 'GeenStad';
}

/** The city said no, with its reasons. */
export class Afgewezen extends Error {
  override readonly name = 'Afgewezen';

  constructor(
    readonly status: number,
    readonly probleem: Probleem,
    /** How long the city asks to wait before trying again. */
    readonly wachtMs: number,
  ) {
    super(zinVan(probleem));
  }
}

/** What is wrong, in a sentence for each field; or else the problem as a whole. */
function zinVan({ title, detail, fouten = [] }: Probleem): string {
  if (fouten.length === 0) return `${title}. ${detail}`;
  const regels = fouten.map(({ pointer, melding }) => `  ${pointer.slice(1)}: ${melding}`);
  return [`${title}:`, ...regels].join('\n');
}

const alsProbleem = compile(probleem);

/** Longer than any answer takes; a connection that hangs must end at some time. */
const antwoordMs = 60_000;

export const soorten = {
  json: 'application/json',
  reeks: 'application/cloudevents-batch+json',
} as const;

/** A running Wijkspoor, as a client sees it: every answer is checked before it is trusted. */
export class Stad {
  constructor(readonly adres: string) {}

  /** Throws `Onbereikbaar`, `Afgewezen` or `GeenStad`. */
  async get<T>(pad: string, vorm: Check<T>): Promise<T> {
    return this.#vraag(pad, {}, vorm);
  }

  /** Throws `Onbereikbaar`, `Afgewezen` or `GeenStad`. */
  async post<T>(
    pad: string,
    body: string,
    vorm: Check<T>,
    soort: string = soorten.json,
  ): Promise<T> {
    const headers = { 'content-type': soort };
    return this.#vraag(pad, { method: 'POST', headers, body }, vorm);
  }

  /**
   * Writes an answer that is no JSON as it comes, however long it is. Throws what `get` throws.
   */
  async schrijf(pad: string, naar: NodeJS.WritableStream): Promise<void> {
    const antwoord = await this.#bereik(async () => fetch(this.adres + pad));
    if (!antwoord.ok || !antwoord.body) return this.#weiger(antwoord, await antwoord.text());
    const delen = Readable.fromWeb(antwoord.body);
    await this.#bereik(async () => pipeline(delen, naar, { end: false }));
  }

  async #vraag<T>(pad: string, init: RequestInit, vorm: Check<T>): Promise<T> {
    const { antwoord, tekst } = await this.#gesprek(pad, init);
    const json = alsJson(tekst);
    const gelezen = antwoord.ok ? vorm(json) : undefined;
    if (gelezen && 'value' in gelezen) return gelezen.value;
    return this.#weiger(antwoord, tekst);
  }

  #weiger(antwoord: Response, tekst: string): never {
    const afwijzing = antwoord.ok ? undefined : alsProbleem(alsJson(tekst));
    if (!afwijzing || !('value' in afwijzing)) throw this.#vreemd(antwoord);
    throw new Afgewezen(antwoord.status, afwijzing.value, wachtMs(antwoord));
  }

  async #gesprek(pad: string, init: RequestInit): Promise<{ antwoord: Response; tekst: string }> {
    return this.#bereik(async () => {
      const signal = AbortSignal.timeout(antwoordMs);
      const antwoord = await fetch(this.adres + pad, { ...init, signal });
      return { antwoord, tekst: await antwoord.text() };
    });
  }

  async #bereik<T>(doe: () => Promise<T>): Promise<T> {
    try {
      return await doe();
    } catch (cause) {
      throw new Onbereikbaar(this.#stil(cause), { cause });
    }
  }

  #stil(cause: unknown): string {
    const waarom = oorzaak(cause);
    const start = 'Start Wijkspoor met: npx wijkspoor start';
    if (waarom === 'ECONNREFUSED') return `Op ${this.adres} draait geen Wijkspoor. ${start}`;
    if (waarom === 'ENOTFOUND')
      return `Het adres ${this.adres} bestaat niet. Kies een ander met --adres.`;
    return `Op ${this.adres} kwam geen antwoord (${waarom}). Draait Wijkspoor daar?`;
  }

  #vreemd({ status }: Response): GeenStad {
    const wat = `antwoordt iets anders dan deze versie van Wijkspoor (${status})`;
    return new GeenStad(`Op ${this.adres} ${wat}. Kies een ander adres met --adres.`);
  }
}

function alsJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst) as unknown;
  } catch {
    return undefined; // What is not JSON is judged by the caller, as any other answer.
  }
}

function wachtMs({ headers }: Response): number {
  const seconden = Number(headers.get('retry-after'));
  return Number.isFinite(seconden) ? seconden * 1000 : 0;
}

function oorzaak(error: unknown): string {
  const { cause, name, code } = (error ?? {}) as { cause?: unknown; name?: string; code?: string };
  if (code) return code;
  if (name === 'TimeoutError') return `na ${antwoordMs / 1000} seconden`;
  return cause === undefined ? String(error) : oorzaak(cause);
}
