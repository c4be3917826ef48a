/** W3C `traceparent` of version 00: version, trace, span, flags. */
export const traceparent = '^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$';

const before = ',"trace":"';
const after = '"}';
const length = 55;
const pattern = new RegExp(traceparent);

/**
 * An event that also says in which trace it was appended, as the last thing in its meta.
 *
 * The codec need not know: who writes a trace does so around the log, and what decides about events
 * never sees it. A trace is no part of what happened, and the event means the same without it.
 */
export function withTrace<Event extends Readonly<{ meta: string }>>(
  event: Event,
  trace: string,
): Event {
  return { ...event, meta: `${event.meta.slice(0, -1)}${before}${trace}${after}` };
}

/** The trace in which an event was appended; undefined when none was kept. */
export function traceOf({ meta }: Readonly<{ meta: string }>): string | undefined {
  const from = meta.length - after.length - length;
  if (from < before.length || meta.slice(from - before.length, from) !== before) return undefined;
  const trace = meta.slice(from, -after.length);
  return pattern.test(trace) ? trace : undefined;
}
