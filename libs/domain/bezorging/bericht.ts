import type { CommandOf, DataOf, Decider, EventOf, Instant } from '@wijkspoor/kernel';
import type { Datum } from '../termijn/datum.ts';
import type { Rol, Signaal, ZaakId } from '../zaak/zaak.events.ts';

/** One message to one receiver on one day, and at once the name of its stream. */
export type BerichtId = `bericht-${string}`;

/** By which road a message goes. */
export type Weg = 'e-mail' | 'webhook';

/**
 * What is told of one case: what was raised, never a word of a resident. `revisie` is the place in
 * the case of the last event that it tells of; it stands for the earlier ones of the same soort.
 */
export type Berichtregel = Readonly<{
  zaakId: ZaakId;
  revisie: number;
  soort: 'herinnering' | Signaal;
  trede?: number;
  einde?: Datum;
  sinds?: Datum;
}>;

type Op<Data extends object> = Readonly<{ berichtId: BerichtId; ontvanger: Rol }> & Data;
type Poging = Readonly<{ poging: number; geprobeerdOp: Instant }>;

/**
 * Raised and delivered are two facts: a message is drawn up, and then arrives or does not. What was
 * given up goes on when a person asks for it, with what by then is still to be told.
 */
export type BerichtEvent =
  | EventOf<'BerichtOpgesteld', Op<{ datum: Datum; regels: readonly Berichtregel[] }>>
  | EventOf<'BerichtBezorgd', Op<Poging & { langs: Weg }>>
  | EventOf<
      'BerichtNietBezorgd',
      Op<
        Poging & {
          oorzaak: 'geen-adres' | 'niet-ingesteld' | 'mislukt';
          reden: string;
          definitief: boolean;
        }
      >
    >
  | EventOf<
      'BerichtOpnieuwGevraagd',
      Op<{ door: Rol; regels: readonly Berichtregel[]; gevraagdOp: Instant }>
    >;

type Commando<Type extends BerichtEvent['type']> = Omit<
  DataOf<BerichtEvent, Type>,
  'poging' | 'geprobeerdOp' | 'gevraagdOp'
>;

export type BerichtCommand =
  | CommandOf<'StelBerichtOp', DataOf<BerichtEvent, 'BerichtOpgesteld'>>
  | CommandOf<'MeldBezorging', Commando<'BerichtBezorgd'> & { poging: number }>
  | CommandOf<'MeldMislukking', Commando<'BerichtNietBezorgd'> & { poging: number }>
  | CommandOf<'VraagOpnieuw', Commando<'BerichtOpnieuwGevraagd'>>;

/** How far a message is. `voor` is how many attempts were made before it was last asked for. */
export type Bericht =
  Readonly<{ pogingen: number; voor: number; stand: 'open' | 'bezorgd' | 'opgegeven' }> | undefined;

/**
 * So often a message is offered, which is a week; then it counts as not delivered, for a person to
 * look at. A mail server that is away over a long weekend loses nobody a warning.
 */
export const pogingenMax = 46;

/** The message to a receiver on a day: the second one that draws it up finds it there. */
export function berichtIdVan(ontvanger: Rol, datum: Datum): BerichtId {
  return `bericht-${ontvanger}-${datum}`;
}

/** The rules of a message: drawn up once, and every attempt told once. */
export const berichtDecider: Decider<Bericht, BerichtCommand, BerichtEvent> = {
  initial: undefined,
  decide,
  evolve,
};

function evolve(bericht: Bericht, event: BerichtEvent): Bericht {
  const { pogingen = 0, voor = 0, stand = 'open' } = bericht ?? {};
  switch (event.type) {
    case 'BerichtOpgesteld':
      return { pogingen: 0, voor: 0, stand: 'open' };
    case 'BerichtBezorgd':
      return { pogingen: event.data.poging, voor, stand: 'bezorgd' };
    case 'BerichtNietBezorgd': {
      const opgegeven = event.data.definitief ? 'opgegeven' : 'open';
      return { pogingen: event.data.poging, voor, stand: stand === 'open' ? opgegeven : stand };
    }
    case 'BerichtOpnieuwGevraagd':
      return { pogingen, voor: pogingen, stand: 'open' };
  }
}

function decide(command: BerichtCommand, bericht: Bericht): readonly BerichtEvent[] {
  const { now, ...data } = command.data;
  if (command.type === 'StelBerichtOp')
    return bericht ? [] : [{ type: 'BerichtOpgesteld', data } as BerichtEvent];
  if (command.type === 'VraagOpnieuw') return vraagOpnieuw(command.data, bericht);
  // What two tell of the same attempt is told by the first; a message that has arrived has arrived.
  if (bericht?.stand !== 'open' || command.data.poging !== bericht.pogingen + 1) return [];
  const geprobeerd = { ...data, geprobeerdOp: now };
  if (command.type === 'MeldBezorging')
    return [{ type: 'BerichtBezorgd', data: geprobeerd } as BerichtEvent];
  const laatste = command.data.poging - bericht.voor >= pogingenMax;
  const definitief = command.data.definitief || laatste;
  return [{ type: 'BerichtNietBezorgd', data: { ...geprobeerd, definitief } } as BerichtEvent];
}

// What goes on by itself needs no asking, and a message that tells nothing any more stays away.
function vraagOpnieuw(
  { now, ...data }: DataOf<BerichtCommand, 'VraagOpnieuw'>,
  bericht: Bericht,
): readonly BerichtEvent[] {
  if (bericht?.stand !== 'opgegeven' || data.regels.length === 0) return [];
  return [{ type: 'BerichtOpnieuwGevraagd', data: { ...data, gevraagdOp: now } }];
}

const eersteWachtMs = 60_000;
const langsteWachtMs = 4 * 60 * 60_000;

/** When to offer a message again after so many attempts: longer and longer, up to four hours. */
export function volgendePoging(poging: number, geprobeerdOp: Instant): Instant {
  const wachtMs = Math.min(eersteWachtMs * 4 ** (poging - 1), langsteWachtMs);
  const moment = Temporal.Instant.from(geprobeerdOp).add({ milliseconds: wachtMs });
  return moment.toString({ fractionalSecondDigits: 3 }) as Instant;
}
