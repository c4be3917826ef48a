import type { Instant, StreamId } from '@wijkspoor/kernel';
import { RevisionConflict } from '@wijkspoor/kernel';
import type { EventLog, NewEvent, StoredEvent } from '@wijkspoor/ports';

/**
 * A log for a dry run: reads what is stored, and keeps to itself what is appended. So two messages
 * of one batch with the same id are judged as they would be for real.
 */
export function proeflog(log: EventLog): EventLog {
  const kept = new Map<StreamId, readonly StoredEvent[]>();
  const read = async (stream: StreamId) => kept.get(stream) ?? (await log.read(stream));
  return {
    ...log,
    read,
    async append(stream, events, expected) {
      const inLog = await log.read(stream);
      // Nothing may come between this look and the keeping below: others append side by side.
      const before = kept.get(stream) ?? inLog;
      const actual = before.at(-1)?.revision ?? 'none';
      if (actual !== expected) throw new RevisionConflict(stream, expected, actual);
      const after = [...before, ...stored(stream, events, before.length)];
      kept.set(stream, after);
      return { revision: after.length - 1, position: 0 };
    },
  };
}

function stored(stream: StreamId, events: readonly NewEvent[], from: number): StoredEvent[] {
  const recordedAt: Instant = '1970-01-01T00:00:00.000Z';
  return events.map((event, n) => ({
    ...event,
    stream,
    revision: from + n,
    position: 0,
    recordedAt,
  }));
}
