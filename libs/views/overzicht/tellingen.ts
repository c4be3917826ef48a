import type { Oordeel } from '@wijkspoor/domain';
import type { Aantallen } from '@wijkspoor/wire';
import type { Status } from '../zaken/stand.ts';

/** So many cases that are in the same state and are judged alike. */
export type Groep = Readonly<{ status: Status; oordeel: Oordeel; aantal: number }>;

/** Such a group, with how many of it are in time only by an agreement. */
export type GroepMetAfspraken = Groep & Readonly<{ doorAfspraak: number }>;

const perStatus = {
  nieuw: 'nieuw',
  'in-behandeling': 'inBehandeling',
  beantwoord: 'beantwoord',
  gesloten: 'gesloten',
} as const satisfies Record<Status, keyof Aantallen>;

const perOordeel = {
  'geen-termijn': 'geenTermijn',
  'geen-einde-bepaald': 'geenEindeBepaald',
  loopt: 'loopt',
  'open-te-laat': 'openTeLaat',
  'op-tijd': 'opTijd',
  'te-laat-beantwoord': 'teLaatBeantwoord',
} as const satisfies Record<Oordeel, keyof Aantallen>;

/**
 * The numbers over some groups. Every case is in exactly one of the four states and has exactly one
 * of the six judgements, so each of the two rows of numbers adds up to `totaal`. What is in time by
 * an agreement is in time as well, and stands beside both rows.
 */
export function aantallen(groepen: readonly GroepMetAfspraken[]): Aantallen {
  const som: Aantallen = {
    totaal: 0,
    ...{ nieuw: 0, inBehandeling: 0, beantwoord: 0, gesloten: 0 },
    ...{ loopt: 0, openTeLaat: 0, opTijd: 0, opTijdDoorAfspraak: 0, teLaatBeantwoord: 0 },
    ...{ geenTermijn: 0, geenEindeBepaald: 0 },
  };
  for (const { status, oordeel, aantal, doorAfspraak } of groepen) {
    som.totaal += aantal;
    som[perStatus[status]] += aantal;
    som[perOordeel[oordeel]] += aantal;
    som.opTijdDoorAfspraak += doorAfspraak;
  }
  return som;
}

/** Open is: nobody has answered or closed it. What is open and overdue is open. */
export function isOpen({ status }: Groep): boolean {
  return status === 'nieuw' || status === 'in-behandeling';
}
