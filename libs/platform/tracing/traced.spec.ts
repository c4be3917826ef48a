import { beforeAll, describe, expect, it } from '@jest/globals';
import * as otel from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  InMemorySpanExporter,
  SimpleSpanProcessor,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import type { Bus, EventLog, NewEvent, StoredEvent } from '@wijkspoor/ports';
import { traceOf, withTrace } from '@wijkspoor/wire';
import { Spans } from './spans.ts';
import { tracedBus, tracedLog, tracingWitness } from './traced.ts';

beforeAll(() => {
  otel.context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
});

function tracing() {
  const exporter = new InMemorySpanExporter();
  const spanProcessors = [new SimpleSpanProcessor({ exporter })];
  const provider = new TracerProvider({ spanProcessors });
  const spans = new Spans(otel, provider.getTracer('test'));
  return { spans, kept: () => exporter.getFinishedSpans() };
}

const traceparent = (n: number) => `00-${String(n).repeat(32)}-${String(n).repeat(16)}-01`;
const event = (n: number): StoredEvent => ({
  ...{ id: `event-${n}`, type: 'Gemeld', body: '{}', meta: '{"v":1}' },
  ...{ stream: `zaak-${n}`, revision: 0, position: n },
  recordedAt: '2026-03-02T09:00:00.000Z',
});
const tracedEvent = (n: number) => withTrace(event(n), traceparent(n));

/** A bus that keeps what was published, and gives its one consumer one batch. */
function busWith(batch: readonly StoredEvent[]) {
  const published: StoredEvent[] = [];
  const bus: Pick<Bus, 'publish' | 'consume'> = {
    publish: async (events) => void published.push(...events),
    consume: async ({ handle }) => handle(batch),
  };
  return { published, bus: bus as Bus };
}

const stop = new AbortController().signal;
const checkpoint = { load: async () => 0, save: async () => undefined };
const traceIds = (spans: readonly ReadableSpan[]) =>
  spans.map((span) => `${span.name} ${span.spanContext().traceId[0]}`);

describe('an append that is traced', () => {
  it('says so in the meta of what is stored, and only then', async () => {
    const stored: NewEvent[] = [];
    const log: Partial<EventLog> = {
      append: async (_stream: string, events: readonly NewEvent[]) => {
        stored.push(...events);
        return { revision: 0, position: 1 };
      },
    };
    const traced = (spans: Spans) => tracedLog(log as EventLog, spans);
    const { spans, kept } = tracing();
    await traced(spans).append('zaak-1', [event(1)], 'none');
    const parent = spans.remote(traceparent(4)) ?? spans.root;
    const outer = spans.start('outer', {}, parent);
    await spans.around(outer, parent, () => traced(spans).append('zaak-1', [event(2)], 0));
    const [append] = kept();
    expect(append?.spanContext().traceId).toBe('4'.repeat(32));
    const own = `00-${'4'.repeat(32)}-${append?.spanContext().spanId}-01`;
    expect(stored.map(traceOf)).toEqual([undefined, own]);
  });
});

describe('a bus that is traced', () => {
  it('says on each event by whom it was put there, in the trace of that event', async () => {
    const { spans, kept } = tracing();
    const { bus, published } = busWith([]);
    await tracedBus(bus, spans).publish([event(1), tracedEvent(2)]);
    expect(traceIds(kept())).toEqual(['publish Gemeld 2']);
    expect(published[0]).toEqual(event(1));
    expect(published[1]).toMatchObject({ ...tracedEvent(2), trace: expect.any(String) });
    expect(published[1]?.trace).toContain(kept()[0]?.spanContext().spanId);
  });

  it('gives each event for which something is done a span in its own trace', async () => {
    const { spans, kept } = tracing();
    const witness = tracingWitness(spans);
    const { bus } = busWith([tracedEvent(1), event(2), tracedEvent(3)]);
    const handle = async () => {
      const of = (n: number) => ({ type: 'Doe', stream: `zaak-${n}`, causationId: `event-${n}` });
      await witness.command(of(1) as never, async () => ({ events: ['Gedaan'] }));
      await witness.command(of(2) as never, async () => ({ events: [] }));
    };
    await tracedBus(bus, spans).consume({ group: 'routing', checkpoint, handle }, stop);
    const [command, process, batch] = kept();
    expect(traceIds([command, process].flatMap((span) => span ?? []))).toEqual([
      'command Doe 1',
      'routing Gemeld 1',
    ]);
    expect(kept()).toHaveLength(3);
    expect(batch?.links.map(({ context }) => context.traceId[0])).toEqual(['1', '3']);
    expect(process?.links.map(({ context }) => context)).toEqual([batch?.spanContext()]);
  });

  it('ends the trace of each event at its row', async () => {
    const { spans, kept } = tracing();
    const batch = [tracedEvent(1), tracedEvent(3)];
    const handle = () => tracingWitness(spans).projection(batch, async () => undefined);
    await tracedBus(busWith(batch).bus, spans).consume(
      { group: 'reporting', checkpoint, handle },
      stop,
    );
    expect(traceIds(kept()).slice(0, 4).sort()).toEqual([
      'project 1',
      'project 3',
      'reporting Gemeld 1',
      'reporting Gemeld 3',
    ]);
  });

  it('says what kind of failure there was, and not what it said', async () => {
    const { spans, kept } = tracing();
    const batch = [tracedEvent(1)];
    const handle = () =>
      tracingWitness(spans).projection(batch, async () => {
        throw new TypeError('mevrouw Zonnebloem');
      });
    const consumed = tracedBus(busWith(batch).bus, spans).consume(
      { group: 'reporting', checkpoint, handle },
      stop,
    );
    await expect(consumed).rejects.toThrow('Zonnebloem');
    expect(kept().map(({ attributes }) => attributes['error.type'])).toEqual([
      'TypeError',
      'TypeError',
    ]);
    expect(
      JSON.stringify(kept().map(({ attributes, events, status }) => [attributes, events, status])),
    ).not.toContain('Zonnebloem');
  });
});
