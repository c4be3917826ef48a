import type { Gemeente, Soort } from '../gemeente/gemeente.ts';
import { beleidVoor, eersteBehandelaar } from '../gemeente/gemeente.ts';
import type { Datum } from '../termijn/datum.ts';
import type { Termijn } from '../termijn/termijn.ts';
import { berekenTermijn } from '../termijn/termijn.ts';
import type { Registratie, Rol } from './zaak.events.ts';

/** The stream of work that a case belongs to. They are never merged into one (DOMAIN §1). */
export function soortVan({ type, data }: Registratie): Soort {
  switch (type) {
    case 'VraagGeregistreerd':
      return 'wijkhubvraag';
    case 'VraagUitDeWijkGeregistreerd':
      return 'vraag-uit-de-wijk';
    case 'AdviesOntvangen':
      return data.gevraagd ? 'gevraagd-advies' : 'ongevraagd-advies';
    case 'ToezeggingVastgelegd':
      return 'toezegging';
    case 'ActiepuntVastgelegd':
      return 'actiepunt';
    case 'MotieGeregistreerd':
      return 'motie';
  }
}

/**
 * The term of a case under the policy that held on its first day, counted from the fact that
 * starts it: the receipt, or after a reopening that day. Nothing where the policy sets no term.
 */
export function termijnVan(
  gemeente: Gemeente,
  registratie: Registratie,
  startdatum: Datum = registratie.data.ontvangenOp,
): Termijn | undefined {
  const beleid = beleidVoor(gemeente, soortVan(registratie), registratie.data.ontvangenOp);
  return beleid && berekenTermijn(startdatum, beleid, uiterlijk(registratie));
}

function uiterlijk({ data }: Registratie): Datum | undefined {
  return 'uiterlijk' in data ? data.uiterlijk : undefined;
}

/**
 * Who has a case first: the owner that an actiepunt names (002:36), the wethouder who made a
 * toezegging, and for all else the role that the municipality has set for its soort.
 */
export function eersteBehandelaarVan(gemeente: Gemeente, registratie: Registratie): Rol {
  const { type, data } = registratie;
  if (type === 'ActiepuntVastgelegd') return data.eigenaar;
  if (type === 'ToezeggingVastgelegd') return `wethouder:${data.wethouder}`;
  return eersteBehandelaar(gemeente, soortVan(registratie), data.wijken, data.ontvangenOp);
}
