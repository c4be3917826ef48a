import type { StreamId, Uuid } from '@wijkspoor/kernel';
import type { EventLog } from './event-log.ts';

/** A command as a witness sees it: which one, of which stream, and the id of what led to it. */
export type SeenCommand = Readonly<{ type: string; stream: StreamId; causationId: Uuid }>;

/**
 * Sees what is decided with a log and what is made of its events, for whoever measures or traces.
 * It has the work done that it is given, once, and passes on what came of it.
 */
export interface Witness {
  command<T extends Readonly<{ events: readonly unknown[] }>>(
    seen: SeenCommand,
    work: () => Promise<T>,
  ): Promise<T>;

  /** Rows are made of a batch of events. */
  projection(batch: readonly Readonly<{ id: Uuid }>[], work: () => Promise<void>): Promise<void>;
}

const witnesses = new WeakMap<EventLog, Witness>();

const nobody: Witness = {
  command: (_seen, work) => work(),
  projection: (_batch, work) => work(),
};

/** From now on this witness is there when something is done with this log. */
export function seenBy(log: EventLog, witness: Witness): EventLog {
  witnesses.set(log, witness);
  return log;
}

/** Who sees what is done with a log; somebody who does nothing when nobody does. */
export function witnessOf(log: EventLog): Witness {
  return witnesses.get(log) ?? nobody;
}
