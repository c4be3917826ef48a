import type { Datum, ZaakId } from '@wijkspoor/domain';
import { isDatum } from '@wijkspoor/domain';
import { BadInput } from '@wijkspoor/kernel';
import { alsCursor, delenVan, geenPlek } from '../cursor.ts';

/** Where a page of the list ended. The next one begins after it, whatever came in meanwhile. */
type Plek = Readonly<{ ontvangenOp: Datum; zaakId: string }>;

/** The place as a client gets it: to hand back, not to read. */
export function cursorVan({ ontvangenOp, zaakId }: Plek): string {
  return alsCursor([ontvangenOp, zaakId]);
}

/** The place in a cursor. Throws `BadInput` for a text that no page of the list has given. */
export function plekVan(cursor: string): Plek {
  const [ontvangenOp, zaakId] = delenVan(cursor);
  if (typeof ontvangenOp === 'string' && isDatum(ontvangenOp) && isZaakId(zaakId))
    return { ontvangenOp, zaakId };
  throw new BadInput([{ pointer: '/na', message: geenPlek(cursor) }]);
}

const isZaakId = (waarde: unknown): waarde is ZaakId =>
  typeof waarde === 'string' && /^zaak-[\w-]+$/.test(waarde);
