import type { Instant } from '@wijkspoor/kernel';
import type { DeadLetter } from '@wijkspoor/ports';
import type { Row } from './connection.ts';
import { instantOf } from './event-log.rows.ts';

/** The columns of a letter, in the order in which `letterOf` takes them. */
export const letterColumns = `group_name, position, stream, revision, id, type, body, meta,
  recorded_at, error, attempts, at, since,
  asked_at is not null, released_at, released_by, release_reason`;

/** A row of `letterColumns`, and perhaps more behind them, as a letter. */
export function letterOf(row: Row): DeadLetter {
  const [group, position, stream, revision, id, type, body, meta, recordedAt, ...why] =
    row as string[];
  const [error, attempts, at = '', since = '', asked, ...letGo] = why;
  const place = { stream, revision: Number(revision), position: Number(position), recordedAt };
  return {
    group,
    event: { id, type, body, meta, ...place },
    error,
    attempts: Number(attempts),
    at: instantOf(at) satisfies Instant,
    since: instantOf(since),
    asked: asked === 't',
    ...releaseOf(letGo),
  } as DeadLetter;
}

// An earlier Wijkspoor did not ask who it was.
function releaseOf([at, by, reason]: readonly (string | null | undefined)[]) {
  if (!at) return {};
  return { released: { by: by ?? 'onbekend', reason: reason ?? 'onbekend', at: instantOf(at) } };
}
