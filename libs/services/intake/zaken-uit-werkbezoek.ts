import type { Registratie, WerkbezoekEvent } from '@wijkspoor/domain';
import { zaakDecider } from '@wijkspoor/domain';
import type { Reaction } from '@wijkspoor/flow';
import { handle } from '@wijkspoor/flow';
import type { Recorded } from '@wijkspoor/kernel';
import type { Clock, EventLog } from '@wijkspoor/ports';
import { commandIdVan, eventId, werkbezoekCodec, zaakCodec } from '@wijkspoor/wire';

/** Opens a case for everything that came out of a visit. */
export function zakenUitWerkbezoek(log: EventLog, clock: Clock): Reaction {
  const handling = { log, codec: zaakCodec, decider: zaakDecider, eventId };

  const open = async (registratie: Registratie, { id, meta }: Recorded<WerkbezoekEvent>) => {
    const { zaakId } = registratie.data;
    const cause = {
      // One visit leads to many cases, so the case is part of the command's id.
      commandId: commandIdVan(id, `intake ${zaakId}`),
      actor: 'dienst:intake',
      correlationId: meta.correlationId,
      causationId: id,
    };
    const command = { type: 'RegistreerZaak', data: { registratie, now: clock.now() } } as const;
    await handle(handling, zaakId, command, { ...cause, isNew: true });
  };

  return (stored) => {
    if (stored.type !== 'WerkbezoekVastgelegd') return undefined;
    const event = werkbezoekCodec.decode(stored);
    return all(event.data.registraties.map((registratie) => open(registratie, event)));
  };
}

async function all(opened: readonly Promise<void>[]): Promise<void> {
  await Promise.all(opened);
}
