import type { Datum, ZaakId } from '@wijkspoor/domain';
import { isDatum } from '@wijkspoor/domain';
import { BadInput } from '@wijkspoor/kernel';

/** Where a page of the list ended. The next one begins after it, whatever came in meanwhile. */
export type Plek = Readonly<{ ontvangenOp: Datum; zaakId: string }>;

/** The place as a client gets it: to hand back, not to read. */
export function cursorVan({ ontvangenOp, zaakId }: Plek): string {
  return Buffer.from(JSON.stringify([ontvangenOp, zaakId])).toString('base64url');
}

/** The place in a cursor. Throws `BadInput` for a text that no page of the list has given. */
export function plekVan(cursor: string): Plek {
  const [ontvangenOp, zaakId] = gelezen(cursor);
  if (typeof ontvangenOp === 'string' && isDatum(ontvangenOp) && isZaakId(zaakId))
    return { ontvangenOp, zaakId };
  const raad = "Gebruik de waarde van 'volgende' uit het vorige antwoord.";
  const message = `'${cursor}' is geen plek in deze lijst. ${raad}`;
  throw new BadInput([{ pointer: '/na', message }]);
}

const isZaakId = (waarde: unknown): waarde is ZaakId =>
  typeof waarde === 'string' && /^zaak-[\w-]+$/.test(waarde);

function gelezen(cursor: string): readonly unknown[] {
  try {
    const waarde: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(waarde) ? waarde : [];
  } catch {
    return [];
  }
}
