import { END, type KurrentDBClient } from '@kurrent/kurrentdb-client';
import { withoutSystem } from './event-log.stored.ts';
import type { Session } from './session.ts';

/** A line on which the server tells of new events. */
export type Subscription = Readonly<{
  /** Resolves when the server ends it in good order, rejects when it breaks. */
  ended: Promise<void>;
  stop(): void;
}>;

/** What it tells: that it listens, that there is an event, that there are no more for now. */
export type Heard = 'confirmation' | 'data' | 'caughtUp';

/** Listens from the end of the log, or after a place in it. */
export function subscribe(
  client: KurrentDBClient,
  session: Session,
  hear: (what: Heard) => void,
  after?: number,
): Subscription {
  const position = after === undefined ? undefined : BigInt(after);
  const line = client.subscribeToAll({
    ...session.login,
    fromPosition: position === undefined ? END : { commit: position, prepare: position },
    filter: { ...withoutSystem, checkpointInterval: 1_000 },
    requiresLeader: true,
  });
  for (const what of ['confirmation', 'data', 'caughtUp'] as const) line.on(what, () => hear(what));
  const ended = new Promise<void>((resolve, reject) => {
    line.on('error', reject).on('end', resolve).on('close', resolve);
  });
  // Whoever stops it early does not wait for its end.
  ended.catch(() => undefined);
  const stop = () => {
    // The line itself must be cancelled: destroying what reads from it leaves it open.
    line.unsubscribe().catch(() => undefined);
    line.destroy();
  };
  return { ended, stop };
}

/** Subscribes for just as long as it takes to hear one of these, or that it cannot be. */
export async function hearOnce(
  client: KurrentDBClient,
  session: Session,
  awaited: readonly Heard[],
  after?: number,
): Promise<void> {
  let line: Subscription | undefined;
  const heard = new Promise<void>((resolve) => {
    const hear = (what: Heard) => void (awaited.includes(what) && resolve());
    line = subscribe(client, session, hear, after);
  });
  await Promise.race([heard, line?.ended]).finally(() => line?.stop());
}
