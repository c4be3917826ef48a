import { seenBy, type Inbox, type Witness } from '@wijkspoor/ports';
import type { FastifyInstance } from 'fastify';
import type { Closing } from './closing.ts';
import type { Config } from './config.ts';
import type { Logger } from './logging.ts';
import { alsoOnEveryLine } from './logging.ts';
import { listenApart, type MetricsPort } from './metrics/apart.ts';
import { loadMetrics, Metrics } from './metrics/metrics.ts';
import type { AskClock, Sources } from './metrics/standing.ts';
import type { Opened } from './open.ts';
import { loadTracing, Tracing } from './tracing/tracing.ts';

export type ObservabilityOptions = Readonly<{
  config: Pick<Config, 'metrics' | 'host' | 'traces'>;
  service: string;
  logger: Logger;
}>;

/** Begins to load what will be needed, while there is nothing to do but wait for the engines. */
export function loadObservability({ metrics, traces }: ObservabilityOptions['config']): void {
  const loading = [metrics === 'uit' ? undefined : loadMetrics(), traces && loadTracing()];
  // Whoever needs it asks again, and is told what went wrong.
  for (const one of loading) one?.catch(() => undefined);
}

/**
 * What is measured and traced of a process. It stands around the ports, so that no engine and
 * nothing that decides knows about it; what is switched off is not even loaded.
 */
export class Observability {
  private constructor(
    private readonly metrics: Metrics | undefined,
    private readonly tracing: Tracing | undefined,
    private readonly port: number | undefined,
  ) {}

  static async open(
    { config, service, logger }: ObservabilityOptions,
    closing: Closing,
  ): Promise<Observability> {
    const { metrics, traces, host } = config;
    const measured = metrics === 'uit' ? undefined : await Metrics.open(service);
    const tracing = traces && (await Tracing.open({ ...traces, service, logger }));
    if (tracing) {
      alsoOnEveryLine(logger, tracing.lineFields);
      closing.add('the traces', tracing, (opened) => opened.close());
    }
    const port = typeof metrics === 'number' ? metrics : undefined;
    if (measured && port !== undefined)
      closing.add('the port of the metrics', await listenApart(measured, port, host), shut);
    return new Observability(measured, tracing, port);
  }

  get #both(): readonly (Metrics | Tracing)[] {
    return [this.metrics, this.tracing].filter((one) => one !== undefined);
  }

  /** The same engines, seen from outside. */
  around(opened: Opened): Opened {
    const both = this.#both;
    const log = both.reduce((inner, one) => one.log(inner), opened.log);
    if (both.length > 0) seenBy(log, together(both.map(({ witness }) => witness)));
    const { kafka, bus } = opened;
    if (!kafka) return { ...opened, log, bus: both.reduce((inner, one) => one.bus(inner), bus) };
    const seen = both.reduce((inner, one) => one.bus(inner), kafka);
    return { ...opened, log, bus: seen, kafka: seen };
  }

  /** The same way in for channels, seen from outside. */
  inbox(inbox: Inbox): Inbox {
    return this.#both.reduce((inner, one) => one.inbox(inner), inbox);
  }

  /** A clock that runs in this process: a scrape asks how it stands. */
  clock(ask: AskClock): void {
    this.metrics?.clock(ask);
  }

  /** A look of that clock, timed. */
  async tick<Seen>(look: () => Promise<Seen>): Promise<Seen> {
    return this.metrics ? this.metrics.tick(look) : look();
  }

  /** Sees every request, and tells the metrics where they are told on the same port. */
  watch(instance: FastifyInstance): void {
    this.tracing?.watch(instance);
    this.metrics?.watch(instance);
    if (this.port === undefined) this.metrics?.serveOn(instance);
  }

  /** From now on a scrape also tells how things stand. */
  ask(sources: Sources): void {
    this.metrics?.ask(sources);
  }
}

const shut = (port: MetricsPort) => port.close();

/** Several witnesses as one: each sees what the next one has done. */
function together(witnesses: readonly Witness[]): Witness {
  return {
    command: (seen, work) =>
      witnesses.reduceRight((inner, one) => () => one.command(seen, inner), work)(),
    projection: (batch, work) =>
      witnesses.reduceRight((inner, one) => () => one.projection(batch, inner), work)(),
  };
}
