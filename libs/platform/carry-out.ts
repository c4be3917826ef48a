import type { Rol, ZaakCommand, zaakDecider, ZaakId } from '@wijkspoor/domain';
import { handle } from '@wijkspoor/flow';
import type { Instant } from '@wijkspoor/kernel';
import type { EventLog } from '@wijkspoor/ports';
import type { OpdrachtVerwerkt } from '@wijkspoor/wire';
import { eventId, zaakCodec } from '@wijkspoor/wire';
import { causeOf } from './http/correlation.ts';

/** What a request asks of a case, as its door lets it in. */
type Asked = Readonly<{
  opdracht: Readonly<{
    type: ZaakCommand['type'];
    data: Readonly<{ zaakId: ZaakId; door: Rol }>;
    reden?: string;
  }>;
  now: Instant;
  /** Of the request: ties together all that follows from it. */
  id: string;
}>;

/** Does it, by the rules of `decider`, and says what came of it. */
export async function carryOut(
  log: EventLog,
  decider: typeof zaakDecider,
  { opdracht, now, id }: Asked,
): Promise<OpdrachtVerwerkt> {
  const { type, data, reden } = opdracht;
  const command = { type, data: { ...data, now } } as ZaakCommand;
  const handling = { log, codec: zaakCodec, decider, eventId };
  const cause = causeOf({ id }, data.door, reden);
  const { events, revision } = await handle(handling, data.zaakId, command, cause);
  const gebeurtenissen = events.map((event) => event.type);
  return { zaakId: data.zaakId, revisie: Number(revision), gebeurtenissen };
}
