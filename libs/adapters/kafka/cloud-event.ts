import { isUtf8 } from 'node:buffer';
import type { Instant, StreamId } from '@wijkspoor/kernel';
import type { StoredEvent } from '@wijkspoor/ports';
import type { IHeaders, KafkaMessage, Message } from 'kafkajs';
import { binaryParts, structuredParts, type Parts } from './cloud-event.parts.ts';

/** A message that is no event of ours, with every reason. */
export class NoEvent extends Error {
  override readonly name = 'NoEvent';

  constructor(readonly reasons: readonly string[]) {
    super(reasons.join('; '));
  }
}

/**
 * An event as a CloudEvent of the NL GOV profile, in binary mode: the attributes are headers, and
 * the body is the text of the log, byte for byte.
 *
 * `time` is when it was stored, `subject` the stream, `sequence` the revision in it. What is ours
 * alone, the position in the log and who did it and why, is no attribute: an attribute may be shown
 * by whatever passes the event on, and a reason can be personal. Where traces are kept,
 * `traceparent` says in which one it was put there (CloudEvents extension for distributed tracing).
 */
export function messageOf(event: StoredEvent, source: string): Message {
  return {
    key: event.stream,
    value: event.body,
    headers: {
      ce_specversion: '1.0',
      ce_id: event.id,
      ce_source: source,
      ce_type: typeOf(event),
      ce_time: event.recordedAt,
      ce_subject: event.stream,
      ce_sequence: String(event.revision),
      'content-type': 'application/json',
      position: String(event.position),
      meta: event.meta,
      ...(event.trace && { ce_traceparent: event.trace }),
    },
  };
}

// What is no trace is no reason to refuse an event: it is still what happened.
const traceparent = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The event that a message carries, as the log holds it. Throws `NoEvent` with every reason. */
export function eventOf(message: Pick<KafkaMessage, 'key' | 'value' | 'headers'>): StoredEvent {
  const headers = textsOf(message.headers ?? {});
  const body = message.value;
  if (body === null || body.length === 0) throw new NoEvent(['the message is empty']);
  if (!isUtf8(body)) throw new NoEvent(['the message is no UTF-8 text']);
  const isStructured = headers['content-type']?.startsWith('application/cloudevents+json');
  const read = isStructured ? structuredParts : binaryParts;
  const parts = read(headers, body.toString());
  const reasons = reasonsAgainst(parts, message.key?.toString());
  if (reasons.length > 0) throw new NoEvent(reasons);
  const event = storedEvent(parts as Record<keyof Parts, string>);
  const trace = read === binaryParts ? headers['ce_traceparent'] : undefined;
  return trace !== undefined && traceparent.test(trace) ? { ...event, trace } : event;
}

function textsOf(headers: IHeaders): Record<string, string | undefined> {
  const texts: Record<string, string | undefined> = {};
  for (const name in headers) {
    const value = headers[name];
    texts[name] = (Array.isArray(value) ? value.at(-1) : value)?.toString();
  }
  return texts;
}

const rules = {
  specversion: [/^1\.0$/, 'must be 1.0'],
  id: [/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'must be a UUID'],
  type: [
    /^nl\.wijkspoor\.[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*\.v[1-9]\d{0,4}$/,
    'must be a type of Wijkspoor with its version',
  ],
  time: [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, 'must be an instant in UTC'],
  subject: [/^[^-]+-./s, 'must be the name of a stream'],
  sequence: [/^\d{1,10}$/, 'must be the revision in the stream'],
  position: [/^[1-9]\d{0,15}$/, 'must be a position in the log'],
  meta: [/^\s*\{/, 'must be a JSON object'],
  body: [/^\s*[{["\d\-tfn]/, 'must be JSON'],
} as const satisfies Record<keyof Parts, readonly [RegExp, string]>;

function reasonsAgainst(parts: Parts, key: string | undefined): string[] {
  const reasons: string[] = [];
  for (const [name, [pattern, must]] of Object.entries(rules)) {
    const value = parts[name as keyof Parts];
    if (value === undefined) reasons.push(`${name} is missing`);
    else if (!pattern.test(value)) reasons.push(`${name} ${must}`);
  }
  if (parts.subject !== undefined && key !== parts.subject)
    reasons.push('the key of the message must be its subject');
  return reasons;
}

function storedEvent(parts: Record<keyof Parts, string>): StoredEvent {
  return {
    id: parts.id,
    type: pascal(parts.type),
    body: parts.body,
    meta: parts.meta,
    stream: parts.subject as StreamId,
    revision: Number(parts.sequence),
    position: Number(parts.position),
    recordedAt: parts.time as Instant,
  };
}

const types = new Map<string, string>();

/** `AdviesOntvangen` of version 2 is `nl.wijkspoor.advies-ontvangen.v2`. */
function typeOf({ type, meta }: StoredEvent): string {
  // The codec writes the version of the schema before everything else.
  const version = /^\{"v":(\d+)/.exec(meta)?.[1] ?? '1';
  return `nl.wijkspoor.${remembered(types, type, kebab)}.v${version}`;
}

function kebab(type: string): string {
  if (!/^([A-Z][a-z0-9]*)+$/.test(type)) {
    throw new TypeError(`"${type}" cannot be the type of an event: write it like AdviesOntvangen.`);
  }
  return type.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase();
}

const names = new Map<string, string>();

function pascal(type: string): string {
  return remembered(names, type, () => {
    const name = type.slice('nl.wijkspoor.'.length, type.lastIndexOf('.'));
    return name.replace(/(?:^|-)[a-z]/g, (letter) => letter.slice(-1).toUpperCase());
  });
}

/** There are some tens of types, and millions of events. */
function remembered(known: Map<string, string>, key: string, make: (key: string) => string) {
  const found = known.get(key) ?? make(key);
  if (known.size < 1_000) known.set(key, found);
  return found;
}
