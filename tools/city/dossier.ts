import type { Aanmelding, Datum } from '@wijkspoor/domain';
import { plusDagen } from '@wijkspoor/domain';
import type { Body, Pad, Stap } from './verhaal.ts';
import { dagveld } from './verhaal.ts';

/**
 * What happens to one case after it came in, in order of time. What would lie after the reference
 * day has not happened yet, and so has nothing that comes behind it: such a case is still open.
 */
export class Dossier {
  readonly stappen: Stap[] = [];
  #vorige: Datum;
  #voorbij = false;

  constructor(
    readonly zaak: Aanmelding,
    readonly ontvangenOp: Datum,
    private readonly door: string,
    private readonly peildag: Datum,
  ) {
    this.#vorige = ontvangenOp;
  }

  /** The working day nearest to so many days after the receipt, but never before the last step. */
  dag(dagen: number): Datum {
    return werkdag(plusDagen(this.ontvangenOp, dagen), this.#vorige);
  }

  /** Takes a step so many days after the receipt; `door` may be told in the body. */
  stap(pad: Pad, dagen: number, body: Body | ((op: Datum) => Body) = {}): this {
    const op = this.dag(dagen);
    this.#voorbij ||= op > this.peildag;
    if (this.#voorbij) return this;
    this.#vorige = op;
    const veld = dagveld[pad];
    const eigen = typeof body === 'function' ? body(op) : body;
    const gevuld = { ...(veld && { [veld]: op }), door: this.door, ...eigen };
    this.stappen.push({ op, zaak: this.zaak, pad, body: gevuld });
    return this;
  }
}

/** The Friday before a weekend, or the Monday after when that Friday is too early. */
export function werkdag(datum: Datum, nietVoor: Datum = '0000-01-01'): Datum {
  const dag = new Date(`${datum}T00:00:00Z`).getUTCDay();
  const over = dag === 6 ? 1 : dag === 0 ? 2 : 0;
  const vrijdag = plusDagen(datum, -over);
  if (vrijdag >= nietVoor) return vrijdag;
  return over === 0 ? nietVoor : plusDagen(vrijdag, 3);
}
