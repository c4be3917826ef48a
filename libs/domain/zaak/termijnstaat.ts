import type { DataOf, Recorded } from '@wijkspoor/kernel';
import type { Datum } from '../termijn/datum.ts';
import type { Registratie, ZaakEvent } from './zaak.events.ts';
import type { BestaandeZaak, Vervolg } from './zaak.state.ts';
import { evolve, isRegistratie } from './zaak.state.ts';

type Feit = Recorded<ZaakEvent>;

/** One date that has held, with the fact from which it came. */
export type Termijnfeit =
  | Recorded<Extract<ZaakEvent, { type: 'TermijnGestart' }>>
  | Recorded<Extract<ZaakEvent, { type: 'TermijnAfgesproken' }>>;

/** The term of a case as it stood on a day. */
export type Termijnstaat = Readonly<{
  registratie: Recorded<Registratie>;
  /** Nothing on a day before the receipt. */
  zaak: BestaandeZaak | undefined;
  /** The fact that started the clock: the registration, or the last reopening. */
  begin: Feit | undefined;
  /** The fact that stopped the clock: of several since the beginning, the first. */
  gestopt: Feit | undefined;
  /** Every date that has held, those from before a reopening too, the first one first. */
  revisies: readonly Termijnfeit[];
  /** When each of them was established as exceeded, by its number. */
  overschreden: ReadonlyMap<number, Datum>;
  /** Why no end could be told, where that is still so. */
  nietBepaald: DataOf<ZaakEvent, 'TermijnNietBepaald'> | undefined;
  /** The first end of the term that runs, before anything else was agreed. */
  eersteEinde: Datum | undefined;
}>;

/**
 * The term of a case as it stood on a day: what happened later, an agreement too, does not count.
 * A fact belongs to the day that it tells itself, not to the moment at which it was typed in; so
 * the read models have it too.
 */
export function termijnstaatOp(feiten: readonly Feit[], peildatum: Datum): Termijnstaat {
  const [registratie] = feiten;
  if (!registratie || !isRegistratie(registratie))
    throw new Error('a case begins with a registration');
  const geldend = feiten.filter((feit) => (feitdatum(feit) ?? peildatum) <= peildatum);
  if (geldend[0] !== registratie) return { ...niets, registratie };
  const { zaak, gestopt } = doorloop(registratie, geldend.slice(1));
  const begin = geldend.findLast((feit) => isRegistratie(feit) || feit.type === 'ZaakHeropend');
  const sindsBegin = begin ? geldend.slice(geldend.indexOf(begin)) : [];
  return {
    ...{ registratie, zaak, begin, gestopt },
    revisies: geldend.filter(isTermijnfeit),
    overschreden: new Map(geldend.flatMap(overschrijdingIn)),
    nietBepaald: zaak.nietBepaald ? sindsBegin.findLast(isNietBepaald)?.data : undefined,
    eersteEinde: sindsBegin.find(isTermijnfeit)?.data.einde,
  };
}

const niets = {
  zaak: undefined,
  begin: undefined,
  gestopt: undefined,
  revisies: [],
  overschreden: new Map(),
  nietBepaald: undefined,
  eersteEinde: undefined,
} as const;

type Doorlopen = Readonly<{ zaak: BestaandeZaak; gestopt: Feit | undefined }>;

function doorloop(registratie: Recorded<Registratie>, daarna: readonly Feit[]): Doorlopen {
  let zaak = evolve({ status: 'onbekend' }, registratie) as BestaandeZaak;
  let gestopt: Feit | undefined;
  for (const feit of daarna) {
    zaak = evolve(zaak, feit) as BestaandeZaak;
    gestopt = zaak.gestoptOp ? (gestopt ?? feit) : undefined;
  }
  return { zaak, gestopt };
}

function isTermijnfeit(feit: Feit): feit is Termijnfeit {
  return feit.type === 'TermijnGestart' || feit.type === 'TermijnAfgesproken';
}

function isNietBepaald(
  feit: Feit,
): feit is Recorded<Extract<ZaakEvent, { type: 'TermijnNietBepaald' }>> {
  return feit.type === 'TermijnNietBepaald';
}

function overschrijdingIn({ type, data }: Feit): [number, Datum][] {
  return type === 'TermijnOverschreden' ? [[data.revisie, data.vastgesteldOp]] : [];
}

/** The day that a fact tells of itself; nothing for one that tells none and counts always. */
export function feitdatum(event: ZaakEvent): Datum | undefined {
  return isRegistratie(event) ? event.data.ontvangenOp : vervolgdatum(event);
}

function vervolgdatum({ type, data }: Vervolg): Datum | undefined {
  switch (type) {
    case 'ThemasVastgesteld':
      return undefined;
    case 'ZaakToegewezen':
      return data.toegewezenOp;
    case 'TermijnGestart':
    case 'TermijnNietBepaald':
      return data.bewijs.startdatum;
    case 'TermijnAfgesproken':
      return data.afgesprokenOp;
    case 'TermijnOverschreden':
    case 'UitkomstVastgesteld':
      return data.vastgesteldOp;
    case 'HerinneringGegeven':
    case 'SignaalGegeven':
      return data.peildatum;
    case 'TussenberichtVerzonden':
      return data.verzondenOp;
    case 'ContactVastgelegd':
      return data.contactOp;
    case 'AntwoordGegeven':
      return data.antwoordOp;
    case 'UitvoeringGemeld':
      return data.uitgevoerdOp;
    case 'AfdoeningVoorgesteld':
      return data.voorgesteldOp;
    case 'AfdoeningAanvaard':
      return data.aanvaardOp;
    case 'AfdoeningGeweigerd':
      return data.geweigerdOp;
    case 'ZaakGesloten':
      return data.geslotenOp;
    case 'ZaakHeropend':
      return data.heropendOp;
  }
}
