import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as slaap } from 'node:timers/promises';

/** What goes wrong with one request: before or after its messages were stored. */
export type Storing = 'weg-voor' | 'weg-na' | 'bezig' | 'traag' | 'goed';

type Bericht = Readonly<{ source?: string; id?: string }>;

/**
 * A city that goes wrong on command, for the specs of the importer: the real one does not do so on
 * demand. Messages whose id begins with `slecht` are refused with two faults; a body that
 * holds `onleesbaar` is refused as a whole, as the real city does with JSON that it cannot take.
 */
export class NagemaakteStad {
  /** Every message that was stored, once, in the order of its first arrival. */
  readonly opgeslagen = new Map<string, Bericht>();
  /** How many batches came in, and how many of them at the same time at most. */
  reeksen = 0;
  meestTegelijk = 0;
  #bezig = 0;
  #storingen: Storing[] = [];
  readonly #server = createServer((vraag, antwoord) => void this.#antwoord(vraag, antwoord));

  static async open(): Promise<NagemaakteStad> {
    const stad = new NagemaakteStad();
    stad.#server.listen(0, '127.0.0.1');
    await once(stad.#server, 'listening');
    return stad;
  }

  get adres(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What happens to the next batches, in turn; after that all goes well. */
  straks(...storingen: readonly Storing[]): void {
    this.#storingen = [...storingen];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #antwoord(vraag: IncomingMessage, antwoord: ServerResponse): Promise<void> {
    const stukken: Buffer[] = [];
    for await (const stuk of vraag) stukken.push(stuk as Buffer);
    if (vraag.url === '/health/live') return json(antwoord, 200, { leeft: true });
    this.reeksen += 1;
    this.#bezig += 1;
    this.meestTegelijk = Math.max(this.meestTegelijk, this.#bezig);
    const proef = vraag.url?.endsWith('proef=true') ?? false;
    await this.#verwerk(Buffer.concat(stukken).toString('utf8'), proef, antwoord);
    this.#bezig -= 1;
  }

  async #verwerk(tekst: string, proef: boolean, antwoord: ServerResponse): Promise<void> {
    const storing = this.#storingen.shift() ?? 'goed';
    if (storing === 'weg-voor') return void antwoord.destroy();
    if (storing === 'bezig')
      return json(antwoord.setHeader('Retry-After', '0'), 503, probleem(503, 'even niet'));
    if (storing === 'traag') await slaap(30);
    if (tekst.includes('onleesbaar'))
      return json(antwoord, 400, probleem(400, 'kan dit niet lezen'));
    const berichten = JSON.parse(tekst) as Bericht[];
    const uitslag = berichten.map((bericht, index) => this.#neem(bericht, index, proef));
    if (storing === 'weg-na') return void antwoord.destroy();
    const geweigerd = uitslag.filter(({ uitkomst }) => uitkomst === 'geweigerd').length;
    const aangenomen = uitslag.length - geweigerd;
    json(antwoord, 200, { aangenomen, geweigerd, resultaten: uitslag });
  }

  #neem(bericht: Bericht, index: number, proef: boolean) {
    const { source = '', id = '' } = bericht;
    if (id.startsWith('slecht'))
      return { index, uitkomst: 'geweigerd', probleem: { ...probleem(400, 'slecht'), fouten } };
    if (!proef) this.opgeslagen.set(`${source} ${id}`, bericht);
    return { index, uitkomst: 'aangenomen', zaakId: `zaak-${id}` };
  }
}

const fouten = [
  { pointer: '/data/onderwerp', melding: 'is verplicht, maar ontbreekt' },
  { pointer: '/data/wijken/0', melding: "'overal' is geen wijk" },
];

function probleem(status: number, detail: string) {
  return { type: '/problemen/test', title: 'Nee', status, detail, code: 'test' };
}

function json(antwoord: ServerResponse, status: number, inhoud: object): void {
  antwoord.writeHead(status, { 'content-type': 'application/json' });
  antwoord.end(JSON.stringify(inhoud));
}
