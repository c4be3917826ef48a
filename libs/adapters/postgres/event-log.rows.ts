import type { Instant, StreamId } from '@wijkspoor/kernel';
import type { StoredEvent } from '@wijkspoor/ports';
import type { Row } from './connection.ts';

/**
 * The columns of an event, in the order in which `storedEvents` takes them. What is short and of a
 * known form comes as one text: each column more costs a replay of the whole log a few per cent.
 */
export const eventColumns = `
  position || ' ' || revision || ' ' || id || ' ' || recorded_at as place,
  stream, type, body, meta`;

const idLength = 36;

/** Rows of `eventColumns` as events. Positions fit in a number up to 9 · 10^15. */
export function storedEvents(rows: readonly Row[]): StoredEvent[] {
  let seen = '';
  let recordedAt: Instant = 'Z';
  return rows.map((row) => {
    const place = row[0] as string;
    const revisionAt = place.indexOf(' ') + 1;
    const idAt = place.indexOf(' ', revisionAt) + 1;
    const at = place.slice(idAt + idLength + 1);
    // Events of one group share their moment, so it is mostly the one of the row before.
    if (at !== seen) recordedAt = instantOf((seen = at));
    return {
      id: place.slice(idAt, idAt + idLength),
      type: row[2],
      body: row[3],
      meta: row[4],
      stream: row[1] as StreamId,
      revision: Number(place.slice(revisionAt, idAt)),
      position: Number(place.slice(0, revisionAt)),
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
