import { setTimeout as wacht } from 'node:timers/promises';
import { werkbezoek, zaken } from '../zaken.ts';

type Bericht = Readonly<{ pad: string; inhoud: object }>;
type Antwoord = Readonly<{ zaakId?: string; zaken?: readonly { zaakId: string }[] }>;

const zenders = 4;

/**
 * People at the desk, for as long as a test lasts. Each sends one message after another, and the
 * same one again until it is acknowledged, as a channel does that lost its answer.
 */
export class Aanvoer {
  /** Every case that was promised, by the message that it came from. */
  readonly toegezegd = new Map<Bericht, readonly string[]>();
  /** So often a message had to be sent again. */
  opnieuw = 0;
  readonly #ook: string[] = [];
  readonly #klaar = new AbortController();
  readonly #werk: Promise<unknown>;

  constructor(
    private readonly adres: string,
    private readonly reeks: string,
    private readonly pauzeMs = 20,
  ) {
    this.#werk = Promise.all(Array.from({ length: zenders }, async (_, n) => this.#zender(n)));
  }

  get zaakIds(): string[] {
    return [...this.toegezegd.values(), this.#ook].flat();
  }

  /** Counts a case that somebody else sent. */
  ook(zaakId: string): void {
    this.#ook.push(zaakId);
  }

  /** Resolves when every message that was begun is acknowledged. */
  async stop(): Promise<void> {
    this.#klaar.abort();
    await this.#werk;
  }

  /** Says some of it once more; gives the messages that led to anything else than before. */
  async herhaal(telkens = 10): Promise<Bericht[]> {
    const anders: Bericht[] = [];
    const berichten = [...this.toegezegd].filter((_, n) => n % telkens === 0);
    for (const [bericht, zaakIds] of berichten) {
      const nu = await this.#totAangenomen(bericht);
      if (JSON.stringify(nu) !== JSON.stringify(zaakIds)) anders.push(bericht);
    }
    return anders;
  }

  async #zender(nummer: number): Promise<void> {
    for (const bericht of berichten(`${this.reeks}-${nummer}`)) {
      if (this.#klaar.signal.aborted) return;
      this.toegezegd.set(bericht, await this.#totAangenomen(bericht));
      await wacht(this.pauzeMs);
    }
  }

  async #totAangenomen(bericht: Bericht): Promise<readonly string[]> {
    for (;;) {
      const zaakIds = await this.#zend(bericht);
      if (zaakIds) return zaakIds;
      this.opnieuw++;
      await wacht(100);
    }
  }

  /** The cases that it was promised; undefined when the service is away, or its log is. */
  async #zend({ pad, inhoud }: Bericht): Promise<readonly string[] | undefined> {
    const antwoord = await fetch(this.adres + pad, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(inhoud),
    }).catch(() => undefined);
    if (!antwoord || antwoord.status === 503) return undefined;
    const tekst = await antwoord.text().catch(() => undefined);
    if (tekst === undefined) return undefined;
    if (antwoord.status !== 202) throw new Error(`${pad}: ${antwoord.status} ${tekst}`);
    const { zaakId, zaken: geopend = [] } = JSON.parse(tekst) as Antwoord;
    return zaakId ? [zaakId] : geopend.map((zaak) => zaak.zaakId);
  }
}

/** Messages without end, of every soort. */
function* berichten(reeks: string): Generator<Bericht> {
  for (let n = 0; ; n++) {
    for (const inhoud of zaken(`${reeks}-${n}`)) yield { pad: '/v1/zaken', inhoud };
    yield { pad: '/v1/werkbezoeken', inhoud: werkbezoek(`${reeks}-${n}`) };
  }
}
