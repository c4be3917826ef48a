import { isUtf8 } from 'node:buffer';
import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { Instant, StreamId } from '@wijkspoor/kernel';
import type { StoredEvent } from '@wijkspoor/ports';

type Rust = KurrentDBClient['rustClient'];

/** Events as they came, their bytes untouched. The client's own reads parse what is in them. */
export type Pages = ReturnType<Rust['readAll']>;
export type Resolved = Pages extends AsyncIterable<readonly (infer Event)[]> ? Event : never;
export type Raw = NonNullable<Resolved['event']>;

/** What the server itself writes is left out by the server, by the type of the event. */
export const withoutSystem = { filterOn: 'eventType', regex: '^[^$].*' } as const;

/** What is the server's own: its statistics, the rights on streams, links that it made. */
export const isSystem = ({ type, streamId }: Raw) =>
  type.startsWith('$') || streamId.startsWith('$');

export function storedEvent(raw: Raw): StoredEvent {
  return {
    id: raw.id,
    type: raw.type,
    body: textOf(raw, raw.data),
    meta: textOf(raw, raw.metadata),
    stream: raw.streamId as StreamId,
    revision: Number(raw.revision),
    position: positionOf(raw),
    recordedAt: new Date(raw.created).toISOString() as Instant,
  };
}

/** The bytes as text, from which the same bytes can be made again. */
function textOf({ id, streamId }: Raw, bytes: Uint8Array): string {
  if (!isUtf8(bytes)) throw new Error(`Event ${id} in ${streamId} is no text: who stored it?`);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
}

/**
 * Where an event stands: the byte at which its record begins. The server's positions are pairs,
 * but the two differ only in transactions of the old TCP protocol, which nothing here makes; so
 * one number is enough to go on from. It fits up to a log of 9 petabytes.
 */
export function positionOf({ id, streamId, position }: Raw): number {
  const commit = Number(position?.commit);
  if (position?.commit === position?.prepare && Number.isSafeInteger(commit)) return commit;
  const pair = `${position?.commit}/${position?.prepare}`;
  throw new Error(`Event ${id} in ${streamId} is at ${pair}, which is not one safe number.`);
}
