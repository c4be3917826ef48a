import type { Instant, Recorded } from '@wijkspoor/kernel';
import type { Gemeente, Termijnbeleid } from '../gemeente/gemeente.ts';
import { beleidVoor, STANDAARDBELEID } from '../gemeente/gemeente.ts';
import type { Datum } from '../termijn/datum.ts';
import { datumIn, plusDagen } from '../termijn/datum.ts';
import { stelOverschrijdingVast } from './looptijd.ts';
import { rollenVoor } from './ontvangers.ts';
import { signaalreeksen } from './signaal.ts';
import { soortVan } from './soort.ts';
import type { Stand } from './treden.ts';
import { eerstvolgende, opgekomen, reeksVan } from './treden.ts';
import type { Rol, ZaakEvent, ZaakId } from './zaak.events.ts';
import type { BestaandeZaak, Looptijd, Zaak } from './zaak.state.ts';
import { isRegistratie } from './zaak.state.ts';
import { zaakDecider } from './zaak.ts';

/** A case under watch, and what last set its clock: on which day, and when that was stored. */
export type Bewaakt = Readonly<{
  zaak: Zaak;
  gezet: Readonly<{ op: Datum; opgeslagen: Instant }> | undefined;
}>;

/** Look at a case, and say everything about its clock that has fallen due. */
export type Bewaak = Readonly<{ zaakId: ZaakId; door: Rol; now: Instant }>;

/** The rules of the watch on a case. Its events come with the moment at which they were stored. */
export type Bewaking = Readonly<{
  initial: Bewaakt;
  evolve(bewaakt: Bewaakt, event: Recorded<ZaakEvent>): Bewaakt;
  decide(bewaak: Bewaak, bewaakt: Bewaakt): readonly ZaakEvent[];
  /** The first day on which there is something to say; nothing while the clock stands still. */
  kijkdag(bewaakt: Bewaakt, now: Instant): Datum | undefined;
}>;

/**
 * The watch on a case: the ladder before and after its end, that the end has passed, and whether
 * somebody should hear something. Each is said once; what was missed is said in order, afterwards.
 *
 * It reads the case itself, so it is never early, never about a date that no longer holds, and two
 * that watch at once cannot both say it. Which policy holds is decided by the day of the receipt.
 */
export function bewaking(gemeente: Gemeente): Bewaking {
  return {
    initial: { zaak: zaakDecider.initial, gezet: undefined },
    evolve: ({ zaak, gezet }, event) => ({
      zaak: zaakDecider.evolve(zaak, event),
      gezet: gezetDoor(event) ?? gezet,
    }),
    decide: (bewaak, bewaakt) => teZeggen(gemeente, bewaakt, bewaak),
    kijkdag: (bewaakt, now) => kijkdag(gemeente, bewaakt, datumIn(now, gemeente.tijdzone)),
  };
}

function gezetDoor(event: Recorded<ZaakEvent>): Bewaakt['gezet'] {
  const { recordedAt: opgeslagen } = event;
  if (isRegistratie(event)) return { op: event.data.ontvangenOp, opgeslagen };
  if (event.type === 'ZaakHeropend') return { op: event.data.heropendOp, opgeslagen };
  if (event.type === 'TermijnAfgesproken') return { op: event.data.afgesprokenOp, opgeslagen };
  return undefined;
}

type Lopend = Readonly<{ zaak: BestaandeZaak; beleid: Beleid; vanaf: Datum }>;
type Beleid = Pick<Termijnbeleid, 'ladder' | 'ontvangers' | 'tussenbericht' | 'stilte'>;

// A moment of storing that is still to come was written by a clock that was wrong. Then the day of
// the fact itself counts, or the case would be silent until that moment.
function lopend(gemeente: Gemeente, { zaak, gezet }: Bewaakt, vandaag: Datum): Lopend | undefined {
  if (zaak.status === 'onbekend' || zaak.gestoptOp || !gezet) return undefined;
  const { registratie } = zaak;
  const beleid = beleidVoor(gemeente, soortVan(registratie), registratie.data.ontvangenOp);
  const opgeslagen = datumIn(gezet.opgeslagen, gemeente.tijdzone);
  const vanaf = opgeslagen <= vandaag ? opgeslagen : gezet.op;
  return { zaak, beleid: beleid ?? STANDAARDBELEID, vanaf };
}

function teZeggen(gemeente: Gemeente, bewaakt: Bewaakt, bewaak: Bewaak): ZaakEvent[] {
  const peildatum = datumIn(bewaak.now, gemeente.tijdzone);
  const klok = lopend(gemeente, bewaakt, peildatum);
  if (!klok) return [];
  const { looptijd } = klok.zaak;
  const zeg: Zeg = { gemeente, ...bewaak, peildatum };
  return [...(looptijd ? overTermijn(klok, looptijd, zeg) : []), ...signalen(klok, zeg)];
}

type Zeg = Bewaak & Readonly<{ gemeente: Gemeente; peildatum: Datum }>;

function overTermijn(klok: Lopend, looptijd: Looptijd, zeg: Zeg): ZaakEvent[] {
  const treden = herinneringen(klok, looptijd, zeg);
  const { zaakId, door, now, peildatum } = zeg;
  const voorbij = looptijd.einde < peildatum;
  const { einde } = looptijd;
  return [
    ...treden.filter(({ data }) => data.trede <= 0),
    ...(voorbij ? stelOverschrijdingVast({ zaakId, door, einde, now }, klok.zaak) : []),
    ...treden.filter(({ data }) => data.trede > 0),
  ];
}

type Herinnering = Extract<ZaakEvent, { type: 'HerinneringGegeven' }>;

function herinneringen(
  { zaak, beleid, vanaf }: Lopend,
  { revisie, einde, trede: laatste }: Looptijd,
  { gemeente, zaakId, door, peildatum }: Zeg,
): Herinnering[] {
  const { herinnering, overschreden } = beleid.ontvangers;
  const treden = opgekomen(reeksVan(beleid.ladder, einde), { vanaf, laatste }, peildatum);
  return treden.map((trede) => {
    const aan = rollenVoor(gemeente, zaak, trede > 0 ? overschreden : herinnering);
    const data = { zaakId, door, revisie, einde, trede, peildatum, aan };
    return { type: 'HerinneringGegeven', data };
  });
}

function signalen(
  { zaak, beleid, vanaf }: Lopend,
  { gemeente, zaakId, door, peildatum }: Zeg,
): ZaakEvent[] {
  const aan = rollenVoor(gemeente, zaak, beleid.ontvangers.herinnering);
  return signaalreeksen(zaak, beleid, vanaf).flatMap(({ signaal, sinds, reeks, stand }) =>
    opgekomen(reeks, stand, peildatum).map((na): ZaakEvent => {
      const dag = plusDagen(reeks.dag, na);
      return {
        type: 'SignaalGegeven',
        data: { zaakId, door, signaal, sinds, dag, peildatum, aan },
      };
    }),
  );
}

function kijkdag(gemeente: Gemeente, bewaakt: Bewaakt, vandaag: Datum): Datum | undefined {
  const klok = lopend(gemeente, bewaakt, vandaag);
  if (!klok) return undefined;
  const { zaak, beleid, vanaf } = klok;
  const dagen = [
    ...(zaak.looptijd ? termijndagen(beleid, zaak.looptijd, vanaf) : []),
    ...signaalreeksen(zaak, beleid, vanaf).map(({ reeks, stand }) => eerstvolgende(reeks, stand)),
  ];
  return dagen.toSorted()[0];
}

function termijndagen({ ladder }: Beleid, looptijd: Looptijd, vanaf: Datum): Datum[] {
  const { einde, trede: laatste, overschreden } = looptijd;
  const stand: Stand = { vanaf, laatste };
  const trede = eerstvolgende(reeksVan(ladder, einde), stand);
  return overschreden ? [trede] : [trede, plusDagen(einde, 1)];
}

/**
 * The earliest day on which an event may make it necessary to look at its case, seen without the
 * case; nothing for an event after which there is only less to say. Too early does no harm.
 */
export function vroegsteKijkdag(gemeente: Gemeente, event: ZaakEvent): Datum | undefined {
  if (event.type === 'TermijnGestart' || event.type === 'TermijnAfgesproken')
    return plusDagen(event.data.einde, -ruimsteAanloop(gemeente));
  if (isRegistratie(event)) return naStilte(gemeente, event.data.ontvangenOp);
  if (event.type === 'ZaakHeropend') return naStilte(gemeente, event.data.heropendOp);
  return undefined;
}

function ruimsteAanloop({ termijnbeleid }: Gemeente): number {
  const aanlopen = [...termijnbeleid, STANDAARDBELEID].map(({ ladder, ...beleid }: Beleid) =>
    Math.max(0, ladder.voor[0] ?? 0, beleid.tussenbericht?.vanafDagenVoorEinde ?? 0),
  );
  return Math.max(...aanlopen);
}

function naStilte({ termijnbeleid }: Gemeente, dag: Datum): Datum | undefined {
  const dagen = termijnbeleid.flatMap(({ stilte }) => (stilte ? [stilte.dagen] : []));
  return dagen.length > 0 ? plusDagen(dag, Math.min(...dagen)) : undefined;
}
