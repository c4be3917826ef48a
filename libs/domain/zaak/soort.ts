import type { Gemeente, Soort, Startfeit, Termijnbeleid } from '../gemeente/gemeente.ts';
import { beleidVoor, eersteBehandelaar } from '../gemeente/gemeente.ts';
import type { Datum } from '../termijn/datum.ts';
import type { OnbepaaldeTermijn, Termijn, Termijnregels } from '../termijn/termijn.ts';
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

/** The policy that a case keeps: that of its soort on the day on which it came in. */
export function beleidVan(
  gemeente: Pick<Gemeente, 'termijnbeleid'>,
  registratie: Registratie,
): Termijnbeleid | undefined {
  return beleidVoor(gemeente, soortVan(registratie), registratie.data.ontvangenOp);
}

/**
 * The day of the fact that starts a term. What comes out of a visit was asked and noted on that
 * day, so its receipt is the visit; a toezegging is received on the day that it is made. Nothing
 * where the registration does not tell it.
 */
export function startdagVan({ data }: Registratie, feit: Startfeit): Datum | undefined {
  switch (feit) {
    case 'ontvangst':
    case 'bezoek':
    case 'toezegging':
      return data.ontvangenOp;
    case 'adviesaanvraag':
      return 'gevraagdOp' in data ? data.gevraagdOp : undefined;
  }
}

/**
 * The term of a case under the policy that held on its first day, counted from the fact that
 * starts it, or after a reopening from that day. Nothing where the policy sets no term.
 */
export function termijnVan(
  gemeente: Termijnregels,
  registratie: Registratie,
  heropendOp?: Datum,
): Termijn | OnbepaaldeTermijn | undefined {
  const regel = beleidVan(gemeente, registratie);
  if (!regel) return undefined;
  const startdatum = heropendOp ?? startdagVan(registratie, regel.start);
  return berekenTermijn({ startdatum, regel, afgesproken: uiterlijk(registratie) }, gemeente);
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
