/** A moment in UTC as text, e.g. `2026-11-20T21:19:00.123Z`. Text order is time order. */
export type Instant = `${string}Z`;

/** A UUID in lower case. */
export type Uuid = string;

/** A stream is named by its kind and its id, e.g. `zaak-0198…`: a log line explains itself. */
export type StreamId = `${string}-${string}`;

/** A fact in the past: its type and its data, nothing about when or by whom it was stored. */
export type EventOf<Type extends string, Data extends object> = Readonly<{
  type: Type;
  data: Readonly<Data>;
}>;

/** A wish: its type and its data. Time enters here, as `now`, and never below. */
export type CommandOf<Type extends string, Data extends object> = Readonly<{
  type: Type;
  data: Readonly<Data & { now: Instant }>;
}>;

export type AnyEvent = EventOf<string, object>;
export type AnyCommand = CommandOf<string, object>;

/** One member of a union of events or commands, by its type. */
export type Named<Union extends { type: string }, Type extends Union['type']> = Extract<
  Union,
  { type: Type }
>;

/** The data of one member of a union of events or commands. */
export type DataOf<
  Union extends { type: string; data: unknown },
  Type extends Union['type'],
> = Named<Union, Type>['data'];

/**
 * Who did it, why, and what led to it. Stands on every stored event.
 *
 * `correlationId` is the same for all that follows from one message from outside; `causationId` is
 * the id of the message or event that led to this one directly.
 */
export type Meta = Readonly<{
  actor: string;
  reason?: string;
  correlationId: Uuid;
  causationId: Uuid;
}>;

/** An event as it came back from the log: what happened, where it stands, who, when and why. */
export type Recorded<Event extends AnyEvent = AnyEvent> = Event &
  Readonly<{
    id: Uuid;
    stream: StreamId;
    /** Place in its stream, from 0. */
    revision: number;
    /** Place in the log: rises with every event, over all streams. */
    position: number;
    recordedAt: Instant;
    meta: Meta;
  }>;
