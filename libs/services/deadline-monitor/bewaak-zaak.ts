import { randomUUID } from 'node:crypto';
import type { Bewaakt, Bewaking, ZaakEvent, ZaakId } from '@wijkspoor/domain';
import { RevisionConflict } from '@wijkspoor/kernel';
import type { Clock, EventLog } from '@wijkspoor/ports';
import type { Bekeken } from '@wijkspoor/views';
import { signaalRij } from '@wijkspoor/views';
import { eventId, zaakCodec } from '@wijkspoor/wire';

/** Who starts clocks, says that a term has passed, and warns. */
export const dienst = 'dienst:deadline-monitor';

/** What is needed to look at a case. */
export type Waker = Readonly<{ log: EventLog; clock: Clock; bewaking: Bewaking }>;

const attemptsMax = 5;

/**
 * Looks at one case: reads it from the log, says what has fallen due, and tells when to look again.
 *
 * Not by `handle`, because the rules of the watch ask when an event was stored, which that leaves
 * out on purpose. Otherwise the same: read, fold, decide, append, and again on a conflict. So what
 * another monitor raised meanwhile is seen, and not raised again.
 */
export async function bewaakZaak(waker: Waker, zaakId: ZaakId): Promise<Bekeken> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await bekijk(waker, zaakId);
    } catch (error) {
      if (!(error instanceof RevisionConflict) || attempt === attemptsMax) throw error;
    }
  }
}

async function bekijk({ log, clock, bewaking }: Waker, zaakId: ZaakId): Promise<Bekeken> {
  const stored = (await log.read(zaakId)).map((event) => zaakCodec.decode(event));
  const bewaakt = stored.reduce<Bewaakt>(bewaking.evolve, bewaking.initial);
  const revisie = stored.length - 1;
  const now = clock.now();
  const events = bewaking.decide({ zaakId, door: dienst, now }, bewaakt);
  if (events.length > 0) await log.append(zaakId, encoded(events), revisie);
  const nieuw = events.map((event, n) => ({ event, revisie: revisie + 1 + n }));
  const na = events.reduce((eerder, event) => metFeit(bewaking, eerder, event, now), bewaakt);
  return {
    zaakId,
    op: bewaking.kijkdag(na, now),
    revisie: revisie + events.length,
    signalen: nieuw.flatMap(({ event, revisie: plek }) => signaalRij(event, plek) ?? []),
  };
}

type Nu = ReturnType<Clock['now']>;

// None of these sets the clock, so that who stored them and where does not matter.
function metFeit({ evolve }: Bewaking, bewaakt: Bewaakt, event: ZaakEvent, recordedAt: Nu) {
  const place = { id: '', stream: event.data.zaakId, revision: 0, position: 0, recordedAt };
  const meta = { actor: dienst, correlationId: '', causationId: '' };
  return evolve(bewaakt, { ...event, ...place, meta });
}

function encoded(events: readonly ZaakEvent[]) {
  const commandId = randomUUID();
  const meta = { actor: dienst, correlationId: commandId, causationId: commandId };
  return events.map((event, n) => zaakCodec.encode(eventId(commandId, n), event, meta));
}
