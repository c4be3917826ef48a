import type { CommandOf, DataOf, Decider, EventOf } from '@wijkspoor/kernel';
import { differences } from '@wijkspoor/kernel';
import type { KanaalCode, PortefeuilleCode, WijkCode } from '../gemeente/gemeente.ts';
import type { Datum } from '../termijn/datum.ts';
import { weigering } from '../weigering.ts';
import type { Aanmelding, Registratie, WerkbezoekId } from '../zaak/zaak.events.ts';

/**
 * A formal visit of a member of the college to a wijk, with all that was asked, promised and noted.
 * Only from here can a `vraag-uit-de-wijk` come (002:42, 51). It is stored as one fact; intake then
 * opens a case for each of its registrations.
 */
export type WerkbezoekEvent = EventOf<
  'WerkbezoekVastgelegd',
  {
    werkbezoekId: WerkbezoekId;
    aanmelding: Aanmelding;
    kanaal: KanaalCode;
    wijken: readonly WijkCode[];
    bezoekOp: Datum;
    wethouder: PortefeuilleCode;
    registraties: readonly Registratie[];
  }
>;

export type WerkbezoekCommand = CommandOf<
  'LegWerkbezoekVast',
  { werkbezoek: WerkbezoekEvent['data'] }
>;

export type Werkbezoek = WerkbezoekEvent['data'] | undefined;

export const werkbezoekDecider: Decider<Werkbezoek, WerkbezoekCommand, WerkbezoekEvent> = {
  initial: undefined,
  decide: ({ data }, eerder) => legWerkbezoekVast(data, eerder),
  evolve: (_eerder, { data }) => data,
};

// The same visit again changes nothing; with other content it is refused, as with a case.
function legWerkbezoekVast(
  { werkbezoek }: DataOf<WerkbezoekCommand, 'LegWerkbezoekVast'>,
  eerder: Werkbezoek,
): readonly WerkbezoekEvent[] {
  if (!eerder) return [{ type: 'WerkbezoekVastgelegd', data: werkbezoek }];
  const verschillen = differences(eerder, werkbezoek);
  if (verschillen.length === 0) return [];
  const { werkbezoekId, aanmelding } = werkbezoek;
  throw weigering('aanmelding-wijkt-af', { werkbezoekId, aanmelding, verschillen });
}
