import { Bells, type EventLog, type Ringing } from '@wijkspoor/ports';
import { parseAddress } from './address.ts';
import { Appender } from './event-log.append.ts';
import { follow, replay } from './event-log.follow.ts';
import { Places } from './event-log.places.ts';
import { Reader } from './event-log.read.ts';
import { Session } from './session.ts';
import { proveReachable } from './reachable.ts';
import { listen } from './subscription.ts';

export type EventLogOptions = Readonly<{
  /** `kurrentdb://` or `esdb://`, one server or a cluster; see `parseAddress`. */
  url: string;
  /** How often followers look by themselves, when nothing is heard. Default 5,000. */
  pollMs?: number;
  /** After this a lost subscription is opened anew. Default 500. */
  retryMs?: number;
  /** Events per batch of a follower or a replay. Default 1,000. */
  batchSize?: number;
  /** After this the server counts as gone. Default 5,000. */
  timeoutMs?: number;
}>;

export type EventStoreDbEventLog = EventLog & {
  /** What the server says that it is, such as `24.10.0`. */
  version(): Promise<string>;
  /** Ends the connections. What was not answered yet is answered with `Unavailable`. */
  close(): Promise<void>;
};

/**
 * The event log in EventStoreDB (KurrentDB) 23.10 or later. Throws `CannotStart` within ten seconds
 * when the address, the login or the certificate is wrong, or when nobody answers.
 */
export async function openEventStoreDbEventLog(
  options: EventLogOptions,
): Promise<EventStoreDbEventLog> {
  const { url, pollMs = 5_000, retryMs = 500, batchSize = 1_000, timeoutMs = 5_000 } = options;
  const address = parseAddress(url);
  const session = await Session.open(address, timeoutMs);
  const reader = new Reader(session);
  await proveReachable(address, reader).catch((error: unknown) => {
    session.close();
    throw error;
  });
  const appender = new Appender(session, reader);
  const places = new Places(session, reader);
  const bells = new Bells(async (all) => hear(session, all), retryMs, session.closed);

  return {
    append: (stream, events, expected) => appender.append(stream, events, expected),
    read: (stream) => reader.stream(stream),
    async *replay(after) {
      const last = await reader.head();
      if (after < last) yield* replay(reader, batchSize, await places.atOrBefore(after), last);
    },
    follow(from, until) {
      const stop = AbortSignal.any([until, session.closed]);
      return follow({ reader, places, bells }, { batchSize, pollMs }, { from, stop });
    },
    head: () => reader.head(),
    version: () => session.version(),
    close: async () => session.close(),
  };
}

/**
 * Rings when there is something at the end of the log, which the followers then read from where
 * they are. So nothing depends on it: a server ends it at will. Once at the beginning too, because
 * what came meanwhile has not been heard.
 */
async function hear(session: Session, bells: Ringing): Promise<void> {
  const line = await listen(session, { hear: () => bells.ringSoon() });
  await line.ended.finally(() => line.stop());
}
