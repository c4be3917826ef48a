import type { Datum, Gemeente, Zaak, ZaakEvent, ZaakId } from '@wijkspoor/domain';
import { isRegistratie, isRegistratietype, termijnVan, zaakDecider } from '@wijkspoor/domain';
import type { Reaction } from '@wijkspoor/flow';
import { handle } from '@wijkspoor/flow';
import type { CommandOf, Decider, Recorded } from '@wijkspoor/kernel';
import type { Clock, EventLog } from '@wijkspoor/ports';
import { commandIdVan, eventId, zaakCodec } from '@wijkspoor/wire';

/** Who starts clocks. */
export const door = 'dienst:deadline-monitor';

/** A case, and the last thing that starts its clock: the registration, or a reopening. */
type Lopend = Readonly<{
  zaak: Zaak;
  length: number;
  start?: { revision: number; heropendOp?: Datum };
}>;

/** Start the clock because of the event at a revision of the case, or because of the last one. */
type BegintTermijn = CommandOf<'BegintTermijn', { zaakId: ZaakId; revision: number | 'last' }>;

/**
 * The rules of a case, seen by who starts its clock. Only the last start counts: an event that
 * comes again after a case was reopened must not start the old term anew.
 */
export function termijnDecider(gemeente: Gemeente): Decider<Lopend, BegintTermijn, ZaakEvent> {
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
      const data = { zaakId, door, termijn, now };
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

/** Starts the clock of every case that is registered or reopened. */
export function startTermijnen({ log, clock, gemeente }: Termijnstart): Reaction {
  const handling = { log, codec: zaakCodec, decider: termijnDecider(gemeente), eventId };

  const begin = async ({ id, data, revision, meta }: Recorded<ZaakEvent>) => {
    const { zaakId } = data;
    const command = {
      type: 'BegintTermijn',
      data: { zaakId, revision, now: clock.now() },
    } as const;
    const { correlationId } = meta;
    const commandId = commandIdVan(id, 'deadline-monitor');
    const cause = { commandId, actor: door, correlationId, causationId: id };
    await handle(handling, zaakId, command, cause);
  };

  return (stored) =>
    isRegistratietype(stored.type) || stored.type === 'ZaakHeropend'
      ? begin(zaakCodec.decode(stored))
      : undefined;
}
