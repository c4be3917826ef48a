import { setTimeout as sleep } from 'node:timers/promises';
import { BadInput, Refused, RevisionConflict, Unavailable } from '@wijkspoor/kernel';
import type { Logger } from '@wijkspoor/platform';
import { correlationIdOf, problemOf } from '@wijkspoor/platform';
import type { Clock, EventLog, IncomingMessage, JudgeMessages, Reply } from '@wijkspoor/ports';
import type { Deuren } from '@wijkspoor/wire';
import { afwijzing } from './afwijzing.ts';
import { neemAan } from './neem-aan.ts';

/** What messages of channels are judged with. */
export type Beoordeling = Readonly<{
  log: EventLog;
  deuren: Deuren;
  clock: Clock;
  /** Who answers, as the `source` of a CloudEvent. */
  bron: string;
  logger: Logger;
}>;

/** What nobody expected may be over in a moment; so often it is tried. */
const pogingen = 4;
const pauzeMs = 200;

/**
 * Judges the messages of channels as the same messages over HTTP are, and takes in those that are
 * right. Gives an answer to those that are not.
 *
 * Side by side, so that they share a commit; two messages about the same case go in their order.
 */
export function beoordeelBerichten(beoordeling: Beoordeling): JudgeMessages {
  return async (messages) => {
    const uitkomsten = await Promise.allSettled(
      messages.map(async (message) => beoordeel(message, beoordeling)),
    );
    return uitkomsten.map((uitkomst) => {
      if (uitkomst.status === 'rejected') throw uitkomst.reason;
      return uitkomst.value;
    });
  };
}

async function beoordeel(
  message: IncomingMessage,
  beoordeling: Beoordeling,
): Promise<Reply | undefined> {
  for (let poging = 1; ; poging++) {
    try {
      await neemBerichtAan(message, beoordeling);
      return undefined;
    } catch (error) {
      const eigen = error instanceof BadInput || error instanceof Refused;
      if (!eigen && isTijdelijk(error)) throw error;
      if (eigen || poging === pogingen) return wijsAf(message, error, beoordeling);
      await sleep(pauzeMs * 2 ** (poging - 1));
    }
  }
}

async function neemBerichtAan(message: IncomingMessage, { log, deuren, clock }: Beoordeling) {
  const now = clock.now();
  const melding = deuren.bericht(message, now);
  await neemAan(log, melding, { now, id: correlatieVan(message), proef: false }).catch(
    (error: unknown) => {
      if (!(error instanceof RevisionConflict)) throw error;
      throw new Unavailable('Others are changing this case.', { cause: error });
    },
  );
}

/** The number that the channel gave, or a new one, as over HTTP. */
function correlatieVan({ headers }: IncomingMessage): string {
  const texts = headers.map(([naam, tekst]) => [naam.toLowerCase(), Buffer.from(tekst).toString()]);
  return correlationIdOf({ headers: Object.fromEntries(texts) as Record<string, string> });
}

const isTijdelijk = (error: unknown) => error instanceof Unavailable;

/** A message may not hold up those behind it, also not when the fault is ours. */
function wijsAf(
  message: IncomingMessage,
  error: unknown,
  { clock, bron, logger }: Beoordeling,
): Reply {
  const { topic, partition, offset } = message;
  const probleem = problemOf(error);
  const { code } = probleem;
  if (code === 'interne-fout')
    logger.error({ err: error, topic, partition, offset }, 'A message could not be judged.');
  else logger.info({ topic, partition, offset, code }, 'A message of a channel was refused.');
  return afwijzing(message, probleem, { now: clock.now(), bron });
}
