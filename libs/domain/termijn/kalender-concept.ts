import type { Dekking, Feestdag, GelijkgesteldeDag, Gelijkstelling } from './kalender.ts';

/**
 * What could be read of a calendar file so far, so that the checks of the whole tell everything at
 * once, also where a part is wrong in itself. A whole `Kalenderbestand` is a `Kalenderconcept`.
 */
export type Kalenderconcept = Readonly<{
  dekking?: Partial<Dekking>;
  feestdagen?: readonly Partial<Feestdag>[];
  besluiten?: readonly Besluitconcept[];
}>;

export type Besluitconcept = Readonly<{
  jaren?: Partial<Gelijkstelling['jaren']>;
  dagen?: readonly Partial<GelijkgesteldeDag>[];
}>;
