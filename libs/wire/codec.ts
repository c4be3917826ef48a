import type { BerichtEvent, WerkbezoekEvent, ZaakEvent } from '@wijkspoor/domain';
import type { AnyEvent, Instant, Meta, Recorded, StreamId, Uuid } from '@wijkspoor/kernel';
import { Type } from 'typebox';
import { compileGuard } from './ajv.ts';
import type { StoredSchemas, WijkspoorEvent } from './stored.ts';
import { berichtSchemas } from './stored-bericht.ts';
import { werkbezoekSchemas, zaakSchemas } from './stored.ts';
import { traceparent } from './trace.ts';

/** An event as text, on its way into the log. Fits the port's `NewEvent`. */
export type EncodedEvent = Readonly<{ id: Uuid; type: string; body: string; meta: string }>;

/** An event as text, as the log gives it back. Fits the port's `StoredEvent`. */
export type EncodedRecord = EncodedEvent &
  Readonly<{ stream: StreamId; revision: number; position: number; recordedAt: Instant }>;

/** Makes data of one version into data of the next. */
export type Upcast = (data: Record<string, unknown>) => Record<string, unknown>;

/** Per type of event the steps from version 1 to 2, from 2 to 3, and so on. */
export type Upcasts<Event extends AnyEvent> = Readonly<
  Partial<Record<Event['type'], readonly Upcast[]>>
>;

/** Turns events into text and back. Fits the `Codec` that `handle` and `project` ask for. */
export type EventCodec<Event extends AnyEvent> = Readonly<{
  encode(id: Uuid, event: Event, meta: Meta): EncodedEvent;
  decode(stored: EncodedRecord): Recorded<Event>;
}>;

type StoredMeta = Meta & Readonly<{ v: number }>;

const isMeta = compileGuard(
  Type.Object(
    {
      v: Type.Integer({ minimum: 1 }),
      actor: Type.String({ minLength: 1 }),
      reason: Type.Optional(Type.String()),
      correlationId: Type.String({ minLength: 1 }),
      causationId: Type.String({ minLength: 1 }),
      // Of the append, where traces are kept; see `trace.ts`. No part of what happened.
      trace: Type.Optional(Type.String({ pattern: traceparent })),
    },
    { additionalProperties: false },
  ),
);

/**
 * A codec for a union of events: a schema per type, checked on the way in and on the way out.
 *
 * The version stands in the meta text, so the body is the event's data and nothing else. An old
 * version goes through its upcasts in memory; what is stored is never rewritten. Both directions
 * throw on data that its schema refuses: that is a bug or a damaged log, never a user's mistake.
 * The meta of a decoded event are read, and checked, when they are asked for.
 */
export function codecOf<Event extends AnyEvent>(
  schemas: StoredSchemas<Event>,
  upcasts: Upcasts<Event>,
): EventCodec<Event> {
  const kinds = new Map(
    Object.entries<StoredSchemas<Event>[Event['type']]>(schemas).map(([type, schema]) => {
      const steps = upcasts[type as Event['type']] ?? [];
      return [type, { accepts: compileGuard(schema), steps, version: steps.length + 1 }] as const;
    }),
  );
  return {
    encode: (id, event, meta) => encode(kinds, id, event, meta),
    decode: (stored) => decode(kinds, stored) as Recorded<Event>,
  };
}

type Kind = Readonly<{
  accepts: (data: unknown) => boolean;
  steps: readonly Upcast[];
  version: number;
}>;
type Kinds = ReadonlyMap<string, Kind>;

function encode(kinds: Kinds, id: Uuid, { type, data }: AnyEvent, meta: Meta): EncodedEvent {
  const kind = kinds.get(type);
  if (!kind) throw new Error(`${type} (event ${id}) has no schema`);
  if (!kind.accepts(data))
    throw new Error(`The data of ${type} (event ${id}) do not fit its schema`);
  const stored = { v: kind.version, ...meta };
  if (!isMeta(stored)) throw new Error(`The meta of ${type} (event ${id}) are not complete`);
  return { id, type, body: JSON.stringify(data), meta: JSON.stringify(stored) };
}

function decode(kinds: Kinds, stored: EncodedRecord): Recorded {
  const kind = kinds.get(stored.type);
  if (!kind) throw new Error(`${at(stored)} has no schema`);
  const data = upcast(kind, versionOf(stored), stored);
  if (!kind.accepts(data)) throw new Error(`The data of ${at(stored)} do not fit its schema`);
  return new Decoded(stored, data);
}

/**
 * Reads its meta when they are asked for: who folds a case needs the facts alone, and the replay of
 * a whole city is a fifth slower when it reads who and why as well.
 */
class Decoded implements Recorded {
  readonly type: string;
  readonly id: Uuid;
  readonly stream: StreamId;
  readonly revision: number;
  readonly position: number;
  readonly recordedAt: Instant;
  readonly #stored: EncodedRecord;

  constructor(
    stored: EncodedRecord,
    readonly data: object,
  ) {
    this.#stored = stored;
    this.type = stored.type;
    this.id = stored.id;
    this.stream = stored.stream;
    this.revision = stored.revision;
    this.position = stored.position;
    this.recordedAt = stored.recordedAt;
  }

  get meta(): Meta {
    return metaOf(this.#stored);
  }
}

// `encode` writes the version first, so that it is known without reading the rest.
const versionFirst = /^\{"v":([1-9]\d*),/;

function versionOf(stored: EncodedRecord): number {
  const [, version] = versionFirst.exec(stored.meta) ?? [];
  if (version === undefined) throw new Error(`The meta of ${at(stored)} do not say a version`);
  return Number(version);
}

function upcast({ steps, version }: Kind, from: number, stored: EncodedRecord): object {
  if (from > version)
    throw new Error(`${at(stored)} has version ${from}; this program knows ${version} at most`);
  const data = JSON.parse(stored.body) as Record<string, unknown>;
  return from === version ? data : steps.slice(from - 1).reduce((old, step) => step(old), data);
}

function metaOf(stored: EncodedRecord): Meta {
  const meta: unknown = JSON.parse(stored.meta);
  if (!isMeta(meta)) throw new Error(`The meta of ${at(stored)} are not complete`);
  const { actor, reason, correlationId, causationId } = meta as StoredMeta;
  return reason === undefined
    ? { actor, correlationId, causationId }
    : { actor, reason, correlationId, causationId };
}

function at({ type, id, stream, revision }: EncodedRecord): string {
  return `${type} (event ${id}, revision ${revision} of ${stream})`;
}

// No type of event has had a second version yet.
const upcasts: Upcasts<WijkspoorEvent> = {};

/** The events of a case, for whoever decides about cases. */
export const zaakCodec = codecOf<ZaakEvent>(zaakSchemas, upcasts);

/** The events of a visit, for whoever decides about visits. */
export const werkbezoekCodec = codecOf<WerkbezoekEvent>(werkbezoekSchemas, upcasts);

/** The events of a message, for whoever sends messages. */
export const berichtCodec = codecOf<BerichtEvent>(berichtSchemas, upcasts);

/** The schema of the data of every type of event, in its present version. */
export const allSchemas = { ...zaakSchemas, ...werkbezoekSchemas, ...berichtSchemas };

/** Which version that is. */
export const storedVersion = (type: WijkspoorEvent['type']) => (upcasts[type]?.length ?? 0) + 1;

/** All events, for whoever follows the log. */
export const codec = codecOf<WijkspoorEvent>(allSchemas, upcasts);
