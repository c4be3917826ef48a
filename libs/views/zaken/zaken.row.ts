import type {
  Aanmelding,
  BestaandeZaak,
  Datum,
  Registratie,
  Rol,
  Sluitgrond,
  Soort,
  Uitkomst,
  WerkbezoekId,
  ZaakId,
} from '@wijkspoor/domain';
import { normaalKenmerk, soortVan } from '@wijkspoor/domain';
import type { Instant, Recorded } from '@wijkspoor/kernel';
import type { Stand } from './stand.ts';

/** One end date that a case has had: since when it held, and why. */
export type Termijnrevisie = Readonly<{
  revisie: number;
  einde: Datum;
  /** The start of the term, or the day on which the other date was agreed. */
  sinds: Datum;
  /** The basis of the term, or the reason of the agreement. */
  waarom: string;
  afspraak?: Readonly<{ vorigEinde: Datum; met: string; naVerstrijken: boolean }>;
}>;

type Geregistreerd = Registratie['data'];

/**
 * A case as a row: all that is ever shown or counted of it. It can be thrown away, because
 * `vouwZaak` makes it again from the events; it is never changed in another way.
 *
 * The fields of `Stand` are how the case stands last. `eerdereStanden` tells of earlier days.
 */
export type ZaakRij = Stand &
  Readonly<{
    zaakId: ZaakId;
    /** The revision of the last event that is in this row. */
    revisie: number;
    soort: Soort;
    aanmeldingBron: Aanmelding['bron'];
    aanmeldingId: Aanmelding['id'];
    kanaal: Geregistreerd['kanaal'];
    wijken: Geregistreerd['wijken'];
    themas: Geregistreerd['themas'];
    onderwerp: string;
    tekst: string;
    /** Exactly as written: those of the case itself, then those of the letters that answered it. */
    kenmerken: readonly string[];
    /** The same ones in one spelling, to be found by. */
    kenmerkenZoek: readonly string[];
    ontvangenOp: Datum;
    wethouder: string | null;
    /** Whom an actiepunt names to do it. */
    eigenaar: Rol | null;
    werkbezoekId: WerkbezoekId | null;
    /** When the first event was stored, as the log wrote it. */
    geregistreerdOp: Instant;
    eerdereStanden: readonly Stand[];
    /** See `laatNa`: by this the lists of late cases find them, on any day. */
    laatNa: Datum | null;
    /** Every end date there has been, those from before a reopening included. */
    termijnen: readonly Termijnrevisie[];
    termijnRevisie: number;
    /** Whether it has been established that the term that holds is exceeded. */
    overschreden: boolean;
    uitkomst: Uitkomst | null;
    uitgevoerdOp: Datum | null;
    afdoening: BestaandeZaak['afdoening'];
    geslotenOp: Datum | null;
    sluitgrond: Sluitgrond | null;
    heropend: number;
  }>;

type Begin = Recorded<Registratie>;

/** What nobody knows of a case on its first day. */
const nogNiets = {
  behandelaar: null,
  eersteEinde: null,
  einde: null,
  gestoptOp: null,
  beantwoordOp: null,
  laatsteContactOp: null,
  naVerstrijken: false,
  nietBepaald: false,
  laatsteBerichtOp: null,
  laatsteBerichtVorm: null,
  eerdereStanden: [],
  laatNa: null,
  termijnen: [],
  termijnRevisie: 0,
  overschreden: false,
  uitkomst: null,
  uitgevoerdOp: null,
  geslotenOp: null,
  sluitgrond: null,
  heropend: 0,
} as const;

/**
 * The row of a case of which only the registration is known. One copy, of which the rest is written
 * out in full: an object put together from more parts is several times as slow to make and to copy.
 */
export function beginRij(event: Begin): ZaakRij {
  const { data, recordedAt, revision } = event;
  const { bron, id } = data.aanmelding;
  return {
    ...nogNiets,
    zaakId: data.zaakId,
    revisie: revision,
    soort: soortVan(event),
    aanmeldingBron: bron,
    aanmeldingId: id,
    kanaal: data.kanaal,
    wijken: data.wijken,
    themas: data.themas,
    onderwerp: data.onderwerp,
    tekst: data.tekst,
    kenmerken: data.kenmerken,
    kenmerkenZoek: zoekbaar(data.kenmerken),
    ontvangenOp: data.ontvangenOp,
    wethouder: 'wethouder' in data ? (data.wethouder ?? null) : null,
    eigenaar: 'eigenaar' in data ? data.eigenaar : null,
    werkbezoekId: 'werkbezoekId' in data ? (data.werkbezoekId ?? null) : null,
    geregistreerdOp: recordedAt,
    vanaf: data.ontvangenOp,
    status: 'nieuw',
    afdoening: 'geen',
  };
}

/** The row with one more number to be found by; it is kept once, however often it comes. */
export function metKenmerk(rij: ZaakRij, kenmerk: string | undefined): ZaakRij {
  if (!kenmerk || rij.kenmerken.includes(kenmerk)) return rij;
  const kenmerken = [...rij.kenmerken, kenmerk];
  return { ...rij, kenmerken, kenmerkenZoek: zoekbaar(kenmerken) };
}

function zoekbaar(kenmerken: readonly string[]): string[] {
  return [...new Set(kenmerken.map(normaalKenmerk))];
}
