import type { Datum } from '../termijn/datum.ts';
import type { Dienstkalender } from '../termijn/kalender-dienst.ts';
import type { Kalender } from '../termijn/kalender.ts';
import type { Termijnbeleid } from './termijnbeleid.ts';

/*
 * A municipality as data. Nothing in the code knows a city: wijken, partners, themes, terms and
 * first handlers all come from the configuration files that `laadGemeente` reads (docs/reference/
 * gemeente-configuratie.md). Numbers such as 003:11-16 name a public letter and its lines.
 */

/**
 * Stable kebab-case code of a wijk with a wijkraad, such as `tarwewijk`. Names change, codes do
 * not.
 */
export type WijkCode = string;
export type GebiedCode = string;
export type ThemaCode = string;
export type KanaalCode = string;
export type PortefeuilleCode = string;

/** How well a fact is supported. A: official text; B: one secondary source; open: not verified. */
export type Zekerheid = 'A' | 'B' | 'open';

/** Where a fact comes from: a letter and its lines, or an official publication. */
export type Bron = Readonly<{ tekst: string; zekerheid: Zekerheid }>;

/**
 * The days on which an entry holds. `geldigTot` is the last day, inclusive; without it: no end
 * known. `bronGeldigheid` says where these days come from when `bron` does not cover them.
 */
export type Geldigheid = Readonly<{ geldigVan: Datum; geldigTot?: Datum; bronGeldigheid?: Bron }>;

/** A part of the city; in Rotterdam the same as a CBS wijk (003:7). */
export type Gebied = Readonly<{ code: GebiedCode; naam: string; cbsCode: string; bron: Bron }>;

/** Another name of a wijk, and when people used it. Without dates: at any time. */
export type Alias = Readonly<{ naam: string; geldigVan?: Datum; geldigTot?: Datum }>;

/**
 * A wijk with a wijkraad or dorpsraad (004:69): never the CBS wijk, never the smaller buurt.
 *
 * `wijkwethouder` is the portfolio of the alderman whom the wijk can address (002:99-101). It may
 * differ from the portfolio that is responsible for the subject of a question.
 */
export type Wijk = Geldigheid &
  Readonly<{
    code: WijkCode;
    naam: string;
    gebied: GebiedCode;
    raad: 'wijkraad' | 'dorpsraad';
    aliassen: readonly Alias[];
    wijkwethouder?: PortefeuilleCode;
    bron: Bron;
  }>;

export type Dag = 'ma' | 'di' | 'wo' | 'do' | 'vr' | 'za' | 'zo';

/**
 * One line of a sign on the door: days, from, to (`HH:MM`), and whether one needs an appointment.
 */
export type Openingstijd = Readonly<{
  dagen: readonly Dag[];
  van: string;
  tot: string;
  opAfspraak?: boolean;
}>;

/** The municipality's own desk in a wijk (000:36-40, 002:121-123). The address only where known. */
export type Hub = Geldigheid &
  Readonly<{
    code: string;
    naam: string;
    wijk: WijkCode;
    adres?: string;
    soort: 'wijkhub';
    openingstijden?: readonly Openingstijd[];
    bron: Bron;
  }>;

export type PartnerSoort =
  | 'loket'
  | 'huis-van-de-wijk'
  | 'hulpteam'
  | 'spreekuur'
  | 'aanbod'
  | 'jongerenplek'
  | 'woningcorporatie'
  | 'politie'
  | 'overheid'
  | 'cluster'
  | 'overleg'
  | 'regeling';

/**
 * A place that a resident or a case can be sent to, inside or outside the city (000:49-51).
 *
 * Without `gebieden` and `wijken` it serves the whole municipality. `capaciteitBeperkt` says that
 * it cannot take everyone (000:134); `toegankelijk` whether it can be entered by everyone
 * (003:359-363).
 */
export type Partner = Geldigheid &
  Readonly<{
    code: string;
    naam: string;
    soort: PartnerSoort;
    waarvoor?: string;
    gebieden?: readonly GebiedCode[];
    wijken?: readonly WijkCode[];
    adres?: string;
    openingstijden?: readonly Openingstijd[];
    capaciteitBeperkt?: boolean;
    toegankelijk?: boolean;
    bron: Bron;
  }>;

/**
 * Who does the welfare work in a gebied, for the days of the contract (003:7-16, 003:34, 003:394).
 */
export type Welzijnsaanbieder = Geldigheid &
  Readonly<{ code: string; naam: string; gebied: GebiedCode; bron: Bron }>;

/** What questions are about; `onderwerpen` are the subjects that people name themselves. */
export type Thema = Readonly<{
  code: ThemaCode;
  naam: string;
  onderwerpen: readonly string[];
  bron: Bron;
}>;

/** A way in. Without `soorten` every soort may come this way. */
export type Kanaal = Readonly<{
  code: KanaalCode;
  naam: string;
  soorten?: readonly Soort[];
  bron: Bron;
}>;

/** A responsible wethouder by portfolio, never by a person's name: people leave, the duty stays. */
export type Portefeuille = Readonly<{ code: PortefeuilleCode; naam: string; bron: Bron }>;

/** The streams of work that are never merged into one. Every municipality has all of them. */
export const SOORTEN = [
  'wijkhubvraag',
  'vraag-uit-de-wijk',
  'ongevraagd-advies',
  'gevraagd-advies',
  'toezegging',
  'actiepunt',
  'motie',
] as const;

export type Soort = (typeof SOORTEN)[number];

/** Who has a case of this soort first, before anyone has routed it (002:54, 002:84-85). */
export type EersteBehandelaar = Readonly<{
  soort: Soort;
  rol: 'hub' | 'wijk-mt' | 'wethouder' | 'college' | 'genoemde-eigenaar';
  bron: Bron;
}>;

/** Who has a case: `<rol>:<code>`, such as `wijk-mt:tarwewijk`, or the college as a whole. */
export type BehandelaarCode = 'college' | `${string}:${string}`;

/** A municipality as its own files tell it. */
/**
 * Where a role gets its messages: at an e-mail address or at a webhook. `wijk-mt:*` stands for a
 * whole kind of role; `{code}` in the address is then the code of the one it is about.
 */
export type Ontvangeradres = Readonly<{ rol: string; email?: string; webhook?: string }>;

export type Gemeentegegevens = Readonly<{
  code: string;
  naam: string;
  tijdzone: 'Europe/Amsterdam';
  /** Organisatie-identificatienummer, twenty digits; names the sender of CloudEvents. */
  oin?: string;
  gebieden: readonly Gebied[];
  wijken: readonly Wijk[];
  hubs: readonly Hub[];
  partners: readonly Partner[];
  welzijnsaanbieders: readonly Welzijnsaanbieder[];
  themas: readonly Thema[];
  kanalen: readonly Kanaal[];
  portefeuilles: readonly Portefeuille[];
  termijnbeleid: readonly Termijnbeleid[];
  eersteBehandelaars: readonly EersteBehandelaar[];
  ontvangers: readonly Ontvangeradres[];
}>;

/**
 * A municipality with its calendars: the legal one of the country for terms on a legal text, and
 * with its own days off for its service norms.
 */
export type Gemeente = Gemeentegegevens &
  Readonly<{ kalender: Kalender; dienstkalender: Dienstkalender }>;
