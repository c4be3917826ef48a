import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { withoutSystem } from './event-log.stored.ts';
import { Silence } from './outage.ts';
import type { Session } from './session.ts';

/** A line on which the server tells of new events. */
export type Subscription = Readonly<{
  /**
   * Resolves when it is stopped, or when the server ends it in good order; rejects when it breaks.
   * It is stopped when its client is replaced: then nobody may be at the other end any more.
   */
  ended: Promise<void>;
  stop(): void;
}>;

/** What it tells: that it listens, that there is an event, that there are no more for now. */
export type Heard = 'confirmation' | 'data' | 'caughtUp';

export type ListenOptions = Readonly<{
  /** A place in the log; from its end when there is none. */
  after?: number;
  /** What must be heard before it counts as open. By default that it listens. */
  until?: readonly Heard[];
  hear?: (what: Heard) => void;
}>;

/** Opens a subscription. Fails as every question does when that does not succeed in time. */
export async function listen(session: Session, options: ListenOptions = {}): Promise<Subscription> {
  const { until = ['confirmation'], hear } = options;
  let line: Subscription | undefined;
  try {
    return await session.ask((client) => {
      return new Promise((resolve, reject) => {
        const opened = subscribe(client, session, options, (what) => {
          hear?.(what);
          if (until.includes(what)) resolve(opened);
        });
        line = opened;
        opened.ended.then(() => reject(new Silence('the subscription ended at once')), reject);
      });
    });
  } catch (error) {
    line?.stop();
    throw error;
  }
}

function subscribe(
  client: KurrentDBClient,
  session: Session,
  { after }: ListenOptions,
  hear: (what: Heard) => void,
): Subscription {
  const position = after === undefined ? undefined : BigInt(after);
  const line = client.subscribeToAll({
    ...session.login,
    fromPosition: position === undefined ? 'end' : { commit: position, prepare: position },
    filter: { ...withoutSystem, checkpointInterval: 1_000 },
    requiresLeader: true,
  });
  for (const what of ['confirmation', 'data', 'caughtUp'] as const) line.on(what, () => hear(what));
  const stop = () => {
    // The line itself must be cancelled: destroying what reads from it leaves it open.
    line.unsubscribe().catch(() => undefined);
    line.destroy();
  };
  const replaced = session.replaced(client);
  replaced.addEventListener('abort', stop);
  const ended = new Promise<void>((resolve, reject) => {
    line.on('error', reject).on('end', resolve).on('close', resolve);
  }).finally(() => replaced.removeEventListener('abort', stop));
  // Whoever stops it does not wait for its end.
  ended.catch(() => undefined);
  return { ended, stop };
}
