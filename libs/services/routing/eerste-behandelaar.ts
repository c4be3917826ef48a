import type { Gemeente, Registratie, Zaak, ZaakCommand, ZaakEvent } from '@wijkspoor/domain';
import {
  eersteBehandelaarVan,
  isRegistratie,
  isRegistratietype,
  zaakDecider,
} from '@wijkspoor/domain';
import type { Reaction } from '@wijkspoor/flow';
import { handle } from '@wijkspoor/flow';
import type { Decider, Recorded } from '@wijkspoor/kernel';
import { Refused } from '@wijkspoor/kernel';
import type { Logger } from '@wijkspoor/platform';
import type { Clock, EventLog } from '@wijkspoor/ports';
import { commandIdVan, eventId, zaakCodec } from '@wijkspoor/wire';

/** What the first assignment is made with. */
export type Routing = Readonly<{ log: EventLog; clock: Clock; gemeente: Gemeente; logger: Logger }>;

/**
 * The rules of a case, but only a case that nobody has gets its first owner. An event may come
 * twice, and by then a person may have given the case to somebody else.
 */
const firstOwnerDecider: Decider<Zaak, ZaakCommand, ZaakEvent> = {
  ...zaakDecider,
  decide: (command, zaak) =>
    zaak.status !== 'onbekend' && zaak.behandelaar ? [] : zaakDecider.decide(command, zaak),
};

/** Gives every case that is registered its first owner. */
export function wijsEersteBehandelaarToe({ log, clock, gemeente, logger }: Routing): Reaction {
  const handling = { log, codec: zaakCodec, decider: firstOwnerDecider, eventId };

  const assign = async ({ id, meta, ...registratie }: Recorded<Registratie>) => {
    const { zaakId } = registratie.data;
    const data = {
      zaakId,
      behandelaar: eersteBehandelaarVan(gemeente, registratie),
      door: 'dienst:routing',
      now: clock.now(),
    };
    const cause = {
      commandId: commandIdVan(id, 'routing'),
      actor: 'dienst:routing',
      correlationId: meta.correlationId,
      causationId: id,
    };
    try {
      await handle(handling, zaakId, { type: 'WijsToe', data }, cause);
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'zaak-gesloten') throw error;
      const { correlationId } = meta;
      logger.info(
        { zaakId, correlationId },
        'A case was closed before it had an owner; it needs none.',
      );
    }
  };

  return (stored) => {
    if (!isRegistratietype(stored.type)) return undefined;
    const event = zaakCodec.decode(stored);
    return isRegistratie(event) ? assign(event) : undefined;
  };
}
