import type { Datum, Gemeente, Zaak, ZaakEvent, ZaakId } from '@wijkspoor/domain';
import { isRegistratie, isRegistratietype, termijnVan, zaakDecider } from '@wijkspoor/domain';
import type { Reaction } from '@wijkspoor/flow';
import { handle } from '@wijkspoor/flow';
import type { CommandOf, Decider, Recorded, Uuid } from '@wijkspoor/kernel';
import type { Clock, EventLog } from '@wijkspoor/ports';
import { commandIdVan, eventId, zaakCodec } from '@wijkspoor/wire';
import { dienst } from './bewaak-zaak.ts';

/** A case, and the last thing that starts its clock: the registration, or a reopening. */
type Lopend = Readonly<{
  zaak: Zaak;
  length: number;
  start?: { revision: number; heropendOp?: Datum };
}>;

/** Of which case, and because of the event at which revision of it, or because of the last one. */
type Start = Readonly<{ zaakId: ZaakId; revision: number | 'last' }>;

type BegintTermijn = CommandOf<'BegintTermijn', Start>;

/**
 * The rules of a case, seen by who starts its clock. Only the last start counts: an event that
 * comes again after a case was reopened must not start the old term anew.
 */
function termijnDecider(gemeente: Gemeente): Decider<Lopend, BegintTermijn, ZaakEvent> {
  return {
    initial: { zaak: zaakDecider.initial, length: 0 },
    evolve: ({ zaak, length, start }, event) => ({
      zaak: zaakDecider.evolve(zaak, event),
      length: length + 1,
      ...startAt(event, length, start),
    }),
    decide: ({ data: { zaakId, revision, now } }, { zaak, start }) => {
      if (zaak.status === 'onbekend' || !start) return [];
      if (revision !== 'last' && start.revision !== revision) return [];
      const termijn = termijnVan(gemeente, zaak.registratie, start.heropendOp);
      if (!termijn) return [];
      const data = { zaakId, door: dienst, termijn, now };
      return zaakDecider.decide({ type: 'StartTermijn', data }, zaak);
    },
  };
}

function startAt(
  event: ZaakEvent,
  revision: number,
  before: Lopend['start'],
): Pick<Lopend, 'start'> {
  if (isRegistratie(event)) return { start: { revision } };
  if (event.type === 'ZaakHeropend')
    return { start: { revision, heropendOp: event.data.heropendOp } };
  return before ? { start: before } : {};
}

/** What the clock is started with. */
export type Termijnstart = Readonly<{ log: EventLog; clock: Clock; gemeente: Gemeente }>;

/** What led to it, besides the service itself. */
type Aanleiding = Readonly<{ commandId: Uuid; correlationId: Uuid; causationId: Uuid }>;

/** Starts the clock of a case, where its rules say that it starts there. */
export function beginTermijn({ log, clock, gemeente }: Termijnstart) {
  const handling = { log, codec: zaakCodec, decider: termijnDecider(gemeente), eventId };
  return async (start: Start, aanleiding: Aanleiding): Promise<void> => {
    const command = { type: 'BegintTermijn', data: { ...start, now: clock.now() } } as const;
    await handle(handling, start.zaakId, command, { actor: dienst, ...aanleiding });
  };
}

/** Starts the clock of every case that is registered or reopened. */
export function startTermijnen(metWat: Termijnstart): Reaction {
  const begin = beginTermijn(metWat);

  const beginDoor = async ({ id, data: { zaakId }, revision, meta }: Recorded<ZaakEvent>) => {
    const commandId = commandIdVan(id, 'deadline-monitor');
    const { correlationId } = meta;
    await begin({ zaakId, revision }, { commandId, correlationId, causationId: id });
  };

  return (stored) =>
    isRegistratietype(stored.type) || stored.type === 'ZaakHeropend'
      ? beginDoor(zaakCodec.decode(stored))
      : undefined;
}
