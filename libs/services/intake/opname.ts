import type { Registratie, WerkbezoekEvent } from '@wijkspoor/domain';
import { werkbezoekDecider, zaakDecider } from '@wijkspoor/domain';
import { handle } from '@wijkspoor/flow';
import type { Instant } from '@wijkspoor/kernel';
import type { CommandCause } from '@wijkspoor/platform';
import type { EventLog } from '@wijkspoor/ports';
import { eventId, werkbezoekCodec, zaakCodec } from '@wijkspoor/wire';

/** What the sender of a case hears. The same message again hears the same. */
export type ZaakAangenomen = Readonly<{ zaakId: string; soort: string; zaak: string }>;

/** Stores a case that nobody knew yet. */
export async function neemZaakAan(
  log: EventLog,
  registratie: Registratie,
  now: Instant,
  cause: CommandCause,
): Promise<void> {
  const handling = { log, codec: zaakCodec, decider: zaakDecider, eventId };
  const command = { type: 'RegistreerZaak', data: { registratie, now } } as const;
  await handle(handling, registratie.data.zaakId, command, cause, { isNew: true });
}

/** Stores a visit as one fact; a reaction opens its cases (decision 4). */
export async function neemWerkbezoekAan(
  log: EventLog,
  werkbezoek: WerkbezoekEvent['data'],
  now: Instant,
  cause: CommandCause,
): Promise<void> {
  const handling = { log, codec: werkbezoekCodec, decider: werkbezoekDecider, eventId };
  const command = { type: 'LegWerkbezoekVast', data: { werkbezoek, now } } as const;
  await handle(handling, werkbezoek.werkbezoekId, command, cause, { isNew: true });
}
