import type * as otel from '@opentelemetry/api';
import type { Attributes, Context, Span, SpanOptions, Tracer } from '@opentelemetry/api';
import { refusalCodeOf } from '../refusal-code.ts';

/** The interface of OpenTelemetry, which is loaded only where traces are kept. */
export type Otel = typeof otel;

export type { Attributes, Context, Span };

const form = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/**
 * Makes spans. What stands in one is seen by whoever may see the traces: names, ids of cases and
 * counts, never a text, an address or a message of an error, which may quote what somebody wrote.
 */
export class Spans {
  constructor(
    readonly otel: Otel,
    private readonly tracer: Tracer,
  ) {}

  get active(): Context {
    return this.otel.context.active();
  }

  /** The nothing that a new trace begins in. */
  get root(): Context {
    return this.otel.ROOT_CONTEXT;
  }

  start(name: string, options: SpanOptions, parent: Context): Span {
    return this.tracer.startSpan(name, options, parent);
  }

  within(context: Context, span: Span): Context {
    return this.otel.trace.setSpan(context, span);
  }

  /** Does work in a span of its own under a parent; one that fails says so, and of what kind. */
  async around<T>(span: Span, parent: Context, work: (span: Span) => Promise<T>): Promise<T> {
    try {
      return await this.otel.context.with(this.within(parent, span), () => work(span));
    } catch (error) {
      this.fail(span, error);
      throw error;
    } finally {
      span.end();
    }
  }

  fail(span: Span, error: unknown): void {
    const { ERROR } = this.otel.SpanStatusCode;
    const code = refusalCodeOf(error);
    if (code !== undefined) span.setAttribute('wijkspoor.refusal', code);
    else span.setAttribute('error.type', error instanceof Error ? error.name : 'unknown');
    span.setStatus({ code: ERROR });
  }

  /** The span as W3C `traceparent`; undefined when nobody keeps it. */
  traceparent(span: Span): string | undefined {
    const { traceId, spanId, traceFlags } = span.spanContext();
    if (!span.isRecording()) return undefined;
    return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
  }

  /** The context that a `traceparent` stands for; undefined when it is none. */
  remote(traceparent: string | undefined): Context | undefined {
    const [, traceId = '', spanId = '', flags = ''] = form.exec(traceparent ?? '') ?? [];
    const spanContext = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
    if (!this.otel.isSpanContextValid(spanContext)) return undefined;
    return this.otel.trace.setSpanContext(this.root, spanContext);
  }

  /** As `remote`, when whoever began the trace keeps it; what nobody keeps costs nothing here. */
  kept(traceparent: string | undefined): Context | undefined {
    const context = this.remote(traceparent);
    const flags: number = (context && this.otel.trace.getSpanContext(context)?.traceFlags) ?? 0;
    return (flags & this.otel.TraceFlags.SAMPLED) > 0 ? context : undefined;
  }
}
