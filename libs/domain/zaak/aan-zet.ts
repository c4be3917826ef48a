import type { Gemeente, PortefeuilleCode, Soort, WijkCode } from '../gemeente/gemeente.ts';
import { eersteBehandelaar } from '../gemeente/gemeente.ts';
import type { Datum } from '../termijn/datum.ts';
import type { Rol } from './zaak.events.ts';

/** What must be known of a case to say whose turn it is. */
export type TeVragen = Readonly<{
  soort: Soort;
  wijken: readonly WijkCode[];
  ontvangenOp: Datum;
  wethouder: PortefeuilleCode | null;
  /** Whom the case itself names to do it: of an actiepunt, and of no other. */
  eigenaar: Rol | null;
  behandelaar: Rol | null;
  gestoptOp: Datum | null;
}>;

/**
 * Whose turn it is in a case, as seen on a day: whoever has it, for as long as its clock runs. A
 * case that nobody has yet is waiting for the one who gets such a case first: the Wijk MT for
 * vragen uit de wijk and adviezen (002:54, 002:84-85), the owner that an actiepunt names (002:36),
 * the wethouder who made a toezegging, and for the others the role that the municipality has set.
 * So no case is ever nobody's. Null when the clock has stopped: nobody has to answer any more.
 */
export function aanZet(gemeente: Gemeente, zaak: TeVragen, peildatum: Datum): Rol | null {
  const { soort, wijken, ontvangenOp, wethouder, eigenaar, behandelaar, gestoptOp } = zaak;
  if (gestoptOp && gestoptOp <= peildatum) return null;
  if (behandelaar) return behandelaar;
  if (eigenaar) return eigenaar;
  if (soort === 'toezegging' && wethouder) return `wethouder:${wethouder}`;
  return eersteBehandelaar(gemeente, soort, wijken, ontvangenOp);
}
