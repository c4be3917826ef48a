import type { Geldigheid, Soort, Zekerheid } from './model.ts';

/**
 * On what a term rests. `verwijzing` says where the text stands: a letter and line, or an article.
 */
export type Basis = Readonly<{ tekst: string; verwijzing: string; zekerheid: Zekerheid }>;

/** How long a term is. A week is seven days, whatever falls in it. */
export type Lengte = Readonly<{ dagen: number }> | Readonly<{ weken: number }>;

/** The fact whose day starts a term. */
export const STARTFEITEN = ['ontvangst', 'bezoek', 'toezegging', 'adviesaanvraag'] as const;

export type Startfeit = (typeof STARTFEITEN)[number];

/** Who is told about a term. The handler is whoever has the case at that moment. */
export const ONTVANGERS = ['behandelaar', 'wijk-mt', 'wijkmanager', 'wethouder'] as const;

export type Ontvanger = (typeof ONTVANGERS)[number];

/**
 * When there is a warning: so many days before the end, strictly falling, 0 being the last day
 * itself; and after the end every so many days, for as long as the case is late.
 */
export type Ladder = Readonly<{ voor: readonly number[]; daarnaElke: number }>;

/** Who hears a warning before the end, and who hears that it has passed. */
export type Ontvangers = Readonly<{
  herinnering: readonly Ontvanger[];
  overschreden: readonly Ontvanger[];
}>;

/** The kinds of role that a policy can let agree another date: all on the side of the city. */
export const AFSPREKERS = [
  'hub',
  'wijk-mt',
  'wijkmanager',
  'wethouder',
  'college',
  'cluster',
  'gebiedsorganisatie',
  'overleg',
] as const;

export type Afspreker = (typeof AFSPREKERS)[number];

/**
 * Who may agree another date (the kind of role, such as `wijk-mt` of `wijk-mt:tarwewijk`), and
 * whether that may be done when the date that holds has passed (002:62).
 */
export type Afspraakbeleid = Readonly<{ door: readonly Afspreker[]; naVerstrijken: boolean }>;

/**
 * The term of one soort while it is valid.
 *
 * B is a term that the college set itself (002:61), C stands in the Verordening op de wijkraden
 * (002:78). `aard` tells a term on a legal text from a promise of the municipality to itself; only
 * the latter may look at the municipality's own days off. `regel` says what happens to an end on a
 * day off: `geen` leaves it, `atw` moves a legal one, `werkdag` a service norm.
 */
export type Termijnbeleid = Geldigheid &
  Readonly<{
    soort: Soort;
    aard: 'wettelijk' | 'servicenorm';
    basis: Basis;
    start: Startfeit;
    lengte: Lengte | 'zoals-afgesproken' | 'geen';
    regel: 'geen' | 'atw' | 'werkdag';
    ladder: Ladder;
    ontvangers: Ontvangers;
    /** From so many days before the end, somebody must have heard something in so many days. */
    tussenbericht?: Readonly<{ vanafDagenVoorEinde: number; zonderContactDagen: number }>;
    /** After so many days without news to the asker there is a signal. */
    stilte?: Readonly<{ dagen: number }>;
    afspraak: Afspraakbeleid;
  }>;

type Standaard = Pick<Termijnbeleid, 'ladder' | 'ontvangers' | 'afspraak'>;

/** What a policy says where its file is silent (docs/reference/gemeente-configuratie.md). */
export const STANDAARDBELEID: Standaard = {
  ladder: { voor: [14, 7, 2, 0], daarnaElke: 7 },
  ontvangers: {
    herinnering: ['behandelaar'],
    overschreden: ['behandelaar', 'wijk-mt', 'wijkmanager', 'wethouder'],
  },
  afspraak: { door: ['hub', 'wijk-mt', 'wethouder', 'college'], naVerstrijken: true },
};

/** Which facts can start the term of a soort: those of which its registration knows the day. */
export const STARTFEITEN_VAN: Readonly<Record<Soort, readonly Startfeit[]>> = {
  wijkhubvraag: ['ontvangst'],
  'vraag-uit-de-wijk': ['bezoek', 'ontvangst'],
  'ongevraagd-advies': ['ontvangst'],
  'gevraagd-advies': ['ontvangst', 'adviesaanvraag'],
  toezegging: ['toezegging', 'ontvangst'],
  actiepunt: ['bezoek', 'ontvangst'],
  motie: ['ontvangst'],
};
