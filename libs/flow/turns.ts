import type { StreamId } from '@wijkspoor/kernel';
import type { EventLog } from '@wijkspoor/ports';

const waiting = new WeakMap<EventLog, Map<StreamId, Promise<unknown>>>();

/**
 * Does something with a stream after whatever this process is doing with it already. Two services
 * that react to the same event would otherwise decide on the same revision, and one of them in
 * vain. Other processes are kept apart by the log itself, with a conflict.
 */
export async function inTurn<T>(
  log: EventLog,
  stream: StreamId,
  work: () => Promise<T>,
): Promise<T> {
  const streams = streamsOf(log);
  const before = streams.get(stream);
  const mine = before ? before.then(work, work) : work();
  streams.set(stream, mine);
  try {
    return await mine;
  } finally {
    if (streams.get(stream) === mine) streams.delete(stream);
  }
}

function streamsOf(log: EventLog): Map<StreamId, Promise<unknown>> {
  const known = waiting.get(log);
  if (known) return known;
  const streams = new Map<StreamId, Promise<unknown>>();
  waiting.set(log, streams);
  return streams;
}
