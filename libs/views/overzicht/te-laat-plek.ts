import type { Datum } from '@wijkspoor/domain';
import { isDatum } from '@wijkspoor/domain';
import { BadInput } from '@wijkspoor/kernel';
import type { ZaakTeLaat } from '@wijkspoor/wire';
import { alsCursor, delenVan, geenPlek } from '../cursor.ts';

/** Where a page of the list of late cases ended. */
export type PlekTeLaat = Readonly<{ open: boolean; dagen: number; zaakId: string }>;

type Regel = Pick<ZaakTeLaat, 'soortTeLaat' | 'dagenTeLaat' | 'zaakId'>;

/** The place as a client gets it: to hand back, not to read. It is of one day of looking. */
export function cursorTeLaat(
  peildatum: Datum,
  { soortTeLaat, dagenTeLaat, zaakId }: Regel,
): string {
  return alsCursor([peildatum, soortTeLaat === 'open', dagenTeLaat, zaakId]);
}

/** The day of looking of a cursor; nothing for a text that is none. */
export function peildatumVanCursor(cursor: string): Datum | undefined {
  const [peildatum] = delenVan(cursor);
  return typeof peildatum === 'string' && isDatum(peildatum) ? peildatum : undefined;
}

/** The place in a cursor. Throws `BadInput` for a text that no page of this list has given. */
export function plekTeLaat(cursor: string, peildatum: Datum): PlekTeLaat {
  const [dag, open, dagen, zaakId] = delenVan(cursor);
  const heel = typeof open === 'boolean' && Number.isInteger(dagen) && typeof zaakId === 'string';
  if (dag === peildatum && heel) return { open, dagen: Number(dagen), zaakId };
  throw new BadInput([{ pointer: '/na', message: watErMisIs(cursor, dag, peildatum) }]);
}

function watErMisIs(cursor: string, dag: unknown, peildatum: Datum): string {
  if (typeof dag === 'string' && isDatum(dag) && dag !== peildatum)
    return `'${cursor}' hoort bij de lijst van ${dag}, niet bij die van ${peildatum}.`;
  return geenPlek(cursor);
}
