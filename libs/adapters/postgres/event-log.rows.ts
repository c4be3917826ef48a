import type { Instant, StreamId } from '@wijkspoor/kernel';
import type { StoredEvent } from '@wijkspoor/ports';
import type { Row } from './connection.ts';

/** The columns of an event, in the order in which `storedEvents` takes them. */
export const eventColumns = 'position, stream, revision, id, type, body, meta, recorded_at';

/** Rows of `eventColumns` as events. Positions fit in a number up to 9 · 10^15. */
export function storedEvents(rows: readonly Row[]): StoredEvent[] {
  let seen = '';
  let recordedAt: Instant = 'Z';
  return rows.map((row) => {
    const [position, stream, revision, id, type, body, meta, at] = row as string[];
    // Events of one group share their moment, so it is mostly the one of the row before.
    if (at !== seen) recordedAt = instantOf((seen = at ?? ''));
    return {
      id,
      type,
      body,
      meta,
      stream: stream as StreamId,
      revision: Number(revision),
      position: Number(position),
      recordedAt,
    } as StoredEvent;
  });
}

/** From `2026-11-20 21:36:45.4+00`, as a connection in UTC writes it, to `…T21:36:45.400Z`. */
export function instantOf(timestamp: string): Instant {
  const [day = '', time = ''] = timestamp.slice(0, -'+00'.length).split(' ');
  const [seconds = '', fraction = ''] = time.split('.');
  return `${day}T${seconds}.${fraction.padEnd(3, '0')}Z`;
}
