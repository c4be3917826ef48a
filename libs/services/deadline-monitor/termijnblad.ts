import type {
  BestaandeZaak,
  Datum,
  Gemeente,
  OnbepaaldBewijs,
  Startfeit,
  Termijnfeit,
  Termijnstaat,
  ZaakEvent,
} from '@wijkspoor/domain';
import {
  beleidVan,
  dagenTeLaat,
  dagenTussen,
  datumTekst,
  feitdatum,
  isRegistratie,
  oordeel,
  soortVan,
  startdagVan,
  stappenVan,
} from '@wijkspoor/domain';
import type { Recorded } from '@wijkspoor/kernel';
import type { ZaakTermijn, ZaakTermijnbewijs, ZaakTermijnrevisie } from '@wijkspoor/wire';

/** The proof sheet of a case on a day: everything that one needs to recompute its date. */
export function termijnblad(
  staat: Termijnstaat,
  peildatum: Datum,
  gemeente: Gemeente,
): ZaakTermijn {
  const { registratie, zaak, eersteEinde } = staat;
  const { zaakId, onderwerp } = registratie.data;
  const klok = klokVan(zaak);
  const bewijs = bewijsVan(staat);
  return {
    ...{ zaakId, soort: soortVan(registratie), onderwerp, peildatum },
    ...{ einde: klok.einde, reden: klok.einde ? null : redenVan(staat, gemeente) },
    ...{ nietBepaald: klok.nietBepaald, ...oordeelVan(klok, peildatum) },
    dagenOver: klok.einde && dagenOver(klok, klok.einde, peildatum),
    gestoptOp: klok.gestoptOp,
    gestoptDoor: staat.gestopt ? feitVan(staat.gestopt) : null,
    eerste: eersteEinde
      ? { einde: eersteEinde, ...oordeelVan({ ...klok, einde: eersteEinde }, peildatum) }
      : null,
    afgesprokenNaVerstrijken: dezeKeer(staat).some(isNaVerstrijken),
    begin: beginVan(staat, bewijs?.regel.start ?? beleidVan(gemeente, registratie)?.start),
    bewijs,
    revisies: staat.revisies.map((feit) => revisieVan(feit, staat)),
  };
}

type Klok = Readonly<{ einde: Datum | null; gestoptOp: Datum | null; nietBepaald: boolean }>;

function klokVan(zaak: BestaandeZaak | undefined): Klok {
  return {
    einde: zaak?.looptijd?.einde ?? null,
    gestoptOp: zaak?.gestoptOp ?? null,
    nietBepaald: zaak?.nietBepaald !== undefined,
  };
}

function oordeelVan(klok: Klok, peildatum: Datum) {
  return { oordeel: oordeel(klok, peildatum), dagenTeLaat: dagenTeLaat(klok, peildatum) };
}

function dagenOver({ gestoptOp }: Klok, einde: Datum, peildatum: Datum): number | null {
  return gestoptOp || einde < peildatum ? null : dagenTussen(peildatum, einde);
}

function redenVan({ registratie, zaak, nietBepaald }: Termijnstaat, gemeente: Gemeente): string {
  const { ontvangenOp } = registratie.data;
  if (!zaak) return `De zaak kwam pas binnen op ${datumTekst(ontvangenOp)}.`;
  if (nietBepaald) return nietBepaald.reden;
  const beleid = beleidVan(gemeente, registratie);
  if (!beleid) return `Op ${datumTekst(ontvangenOp)} gold er nog geen beleid voor deze soort.`;
  if (beleid.lengte === 'geen') return `Het beleid stelt geen termijn (${beleid.basis.tekst}).`;
  if (beleid.lengte === 'zoals-afgesproken') return 'Er is geen dag afgesproken.';
  return 'De termijn is nog niet vastgelegd. Dat gebeurt vanzelf, binnen enkele tellen.';
}

/** The dates of the term that runs: those from before a reopening are history. */
function dezeKeer({ revisies, begin }: Termijnstaat): readonly Termijnfeit[] {
  return revisies.filter(({ revision }) => revision > (begin?.revision ?? 0));
}

function isNaVerstrijken({ type, data }: Termijnfeit): boolean {
  return type === 'TermijnAfgesproken' && data.naVerstrijken;
}

function bewijsVan(staat: Termijnstaat): ZaakTermijnbewijs | null {
  const gestart = dezeKeer(staat).find(({ type }) => type === 'TermijnGestart');
  if (gestart?.type === 'TermijnGestart') return inAntwoord(gestart.data.bewijs);
  return staat.nietBepaald ? inAntwoord(staat.nietBepaald.bewijs) : null;
}

function inAntwoord(bewijs: OnbepaaldBewijs): ZaakTermijnbewijs {
  const { startdatum = null, regel, stappen, kalender = null } = bewijs;
  return { startdatum, regel, stappen: [...stappen], berekening: stappenVan(bewijs), kalender };
}

// The proof says which fact started its term; the policy of today is asked where there is none.
function beginVan(
  { begin, registratie }: Termijnstaat,
  feit: Startfeit = 'ontvangst',
): ZaakTermijn['begin'] {
  if (!begin) return null;
  if (!isRegistratie(begin))
    return { feit: 'heropening', op: feitdatum(begin) ?? null, ...feitVan(begin) };
  return { feit, op: startdagVan(registratie, feit) ?? null, ...feitVan(begin) };
}

function feitVan({ type, id, revision, position, recordedAt, meta }: Recorded<ZaakEvent>) {
  return {
    gebeurtenis: type,
    gebeurtenisId: id,
    revisie: revision,
    positie: position,
    vastgelegdOp: recordedAt,
    door: meta.actor,
  };
}

function revisieVan(event: Termijnfeit, { overschreden }: Termijnstaat): ZaakTermijnrevisie {
  const { revisie, einde } = event.data;
  const overschredenOp = overschreden.get(revisie) ?? null;
  const basis = { revisie, einde, overschredenOp, feit: feitVan(event) };
  if (event.type === 'TermijnGestart')
    return { ...basis, bewijs: inAntwoord(event.data.bewijs), afspraak: null };
  const { zaakId: _zaakId, door: _door, ...afspraak } = event.data;
  return { ...basis, bewijs: null, afspraak };
}
