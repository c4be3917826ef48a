import type { Bus, EventLog, HandleBatch, StoredEvent, Witness } from '@wijkspoor/ports';
import { traceOf, withTrace } from '@wijkspoor/wire';
import { Deal } from './deal.ts';
import type { Context, Span, Spans } from './spans.ts';

/* The ports, traced from outside: no adapter, and nothing that decides, knows about it. */

/** A log that says in what it stores in which trace that was. */
export function tracedLog(log: EventLog, spans: Spans): EventLog {
  return {
    async append(stream, events, expected) {
      const parent = spans.active;
      if (!spans.otel.trace.getSpan(parent)?.isRecording())
        return log.append(stream, events, expected);
      const attributes = { 'wijkspoor.stream': stream, 'wijkspoor.events': events.length };
      return spans.around(spans.start('append', { attributes }, parent), parent, async (span) => {
        const trace = spans.traceparent(span);
        const traced = trace ? events.map((event) => withTrace(event, trace)) : events;
        const appended = await log.append(stream, traced, expected);
        span.setAttribute('wijkspoor.position', appended.position);
        return appended;
      });
    },
    read: (stream) => log.read(stream),
    replay: (after) => log.replay(after),
    follow: (after, stop) => log.follow(after, stop),
    head: () => log.head(),
  };
}

/** A bus on which events say who put them there, and whose consumers go on with that trace. */
export function tracedBus<B extends Bus>(bus: B, spans: Spans): B {
  return {
    ...bus,
    publish: (events) => published(bus, spans, events),
    consume: (consumer, stop) => {
      const handle = tracedHandle(consumer.handle, consumer.group, spans);
      return bus.consume({ ...consumer, handle }, stop);
    },
  };
}

async function published(bus: Bus, spans: Spans, events: readonly StoredEvent[]): Promise<void> {
  const begun: Span[] = [];
  const traced = events.map((event) => {
    const from = spans.kept(traceOf(event));
    if (!from) return event;
    const span = spanOfPublishing(event, from, spans);
    begun.push(span);
    const trace = spans.traceparent(span);
    return trace ? { ...event, trace } : event;
  });
  try {
    await bus.publish(traced);
  } catch (error) {
    for (const span of begun) spans.fail(span, error);
    throw error;
  } finally {
    for (const span of begun) span.end();
  }
}

function spanOfPublishing(event: StoredEvent, from: Context, spans: Spans): Span {
  const attributes = {
    'messaging.system': 'kafka',
    'messaging.operation.type': 'send',
    'wijkspoor.stream': event.stream,
    'wijkspoor.position': event.position,
  };
  const options = { kind: spans.otel.SpanKind.PRODUCER, attributes };
  return spans.start(`publish ${event.type}`, options, from);
}

const deals = new WeakMap<Spans, symbol>();

/** Under this key a context holds the batch in which something is done. */
function dealKey(spans: Spans): symbol {
  const key = deals.get(spans) ?? spans.otel.createContextKey('wijkspoor.deal');
  deals.set(spans, key);
  return key;
}

function dealIn(spans: Spans): Deal | undefined {
  return spans.active.getValue(dealKey(spans)) as Deal | undefined;
}

function tracedHandle(handle: HandleBatch, group: string, spans: Spans): HandleBatch {
  return async (batch) => {
    const deal = new Deal(spans, group, batch);
    const context = spans.root.setValue(dealKey(spans), deal);
    return deal.handled(context, () => handle(batch));
  };
}

/** A span for each command, and for each event that becomes a row. */
export function tracingWitness(spans: Spans): Witness {
  return {
    async command({ type, stream, causationId }, work) {
      const deal = dealIn(spans);
      const parent = deal ? deal.contextOf(causationId) : spans.active;
      if (!parent) return work();
      const attributes = { 'wijkspoor.stream': stream };
      const span = spans.start(`command ${type}`, { attributes }, parent);
      return spans.around(span, parent, async () => {
        const done = await work();
        span.setAttribute('wijkspoor.events', done.events.length);
        return done;
      });
    },

    async projection(batch, work) {
      const deal = dealIn(spans);
      const begun = batch.flatMap(({ id }) => {
        const parent = deal?.contextOf(id);
        return parent ? [spans.start('project', {}, parent)] : [];
      });
      try {
        await work();
      } catch (error) {
        for (const span of begun) spans.fail(span, error);
        throw error;
      } finally {
        for (const span of begun) span.end();
      }
    },
  };
}
