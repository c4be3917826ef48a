import { setTimeout as sleep } from 'node:timers/promises';
import type { Bus, EventLog, Inbox, Witness } from '@wijkspoor/ports';
import type { FastifyInstance } from 'fastify';
import type { Logger } from '../logging.ts';
import { packageVersion } from '../package.ts';
import { traceRequests } from './requests.ts';
import { Spans } from './spans.ts';
import { tracedInbox } from './channels.ts';
import { tracedBus, tracedLog, tracingWitness } from './traced.ts';

export type TracingOptions = Readonly<{
  /** Where an OpenTelemetry collector listens, over HTTP, e.g. `http://127.0.0.1:4318`. */
  endpoint: string;
  /** Which share of the traces that begin here are kept, from 0 to 1. */
  share: number;
  service: string;
  /** Told when traces cannot be delivered; the work itself goes on. */
  logger: Logger;
}>;

/** So long a collector may take for what it is sent, and so long the end waits for it. */
const sendMs = 3_000;
const flushMs = 4_000;

/** The libraries, which a process without traces never loads. */
export const loadTracing = () =>
  Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/context-async-hooks'),
  ]);

/** Follows each question from the door to the row. */
export class Tracing {
  readonly witness: Witness;

  private constructor(
    private readonly spans: Spans,
    private readonly end: () => Promise<void>,
  ) {
    this.witness = tracingWitness(spans);
  }

  static async open(options: TracingOptions): Promise<Tracing> {
    const [otel, sdk, { OTLPTraceExporter }, { resourceFromAttributes }, hooks] =
      await loadTracing();
    const { endpoint, service, share, logger } = options;
    const version = packageVersion;
    otel.diag.setLogger(diagnosisTo(logger), { suppressOverrideMessage: true });
    otel.context.setGlobalContextManager(new hooks.AsyncLocalStorageContextManager().enable());
    const exporter = new OTLPTraceExporter({
      url: `${endpoint}/v1/traces`,
      timeoutMillis: sendMs,
    });
    const provider = new sdk.TracerProvider({
      resource: resourceFromAttributes({ 'service.name': service, 'service.version': version }),
      sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(share) }),
      spanProcessors: [new sdk.BatchSpanProcessor({ exporter })],
    });
    const spans = new Spans(otel, provider.getTracer('wijkspoor', version));
    return new Tracing(spans, () => provider.shutdown());
  }

  log(log: EventLog): EventLog {
    return tracedLog(log, this.spans);
  }

  bus<B extends Bus>(bus: B): B {
    return tracedBus(bus, this.spans);
  }

  inbox(inbox: Inbox): Inbox {
    return tracedInbox(inbox, this.spans);
  }

  watch(instance: FastifyInstance): void {
    traceRequests(instance, this.spans);
  }

  /** The trace that something belongs to, for the lines of the log about it. */
  readonly lineFields = (): Readonly<{ traceId?: string }> => {
    const { otel, active } = this.spans;
    const traceId = otel.trace.getSpanContext(active)?.traceId;
    return traceId ? { traceId } : {};
  };

  /** Sends what is still here, and ends. A collector that does not answer keeps nobody waiting. */
  async close(): Promise<void> {
    const over = new AbortController();
    const late = sleep(flushMs, undefined, { signal: over.signal }).catch(() => undefined);
    await Promise.race([this.end().catch(() => undefined), late]);
    over.abort();
  }
}

function diagnosisTo(logger: Logger) {
  const nothing = () => undefined;
  const fault = (message: string) =>
    logger.warn({ fault: message }, 'Traces could not be delivered.');
  return { error: fault, warn: fault, info: nothing, debug: nothing, verbose: nothing };
}
