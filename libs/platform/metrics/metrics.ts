import type { Bus, EventLog, Inbox, Witness } from '@wijkspoor/ports';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Registry } from 'prom-client';
import { packageVersion } from '../package.ts';
import { timedTick } from './clock-meter.ts';
import { instrumentsOf, type Instruments } from './instruments.ts';
import { Lateness } from './lateness.ts';
import { meteredBus, meteredInbox, meteredLog, meteringWitness } from './metered.ts';
import type { Latenesses } from './metered.ts';
import { Standing, type AskClock, type Sources } from './standing.ts';

/** Where metrics are told, on every port. No part of `/v1`: it is for operators, not for users. */
export const metricsPath = '/metrics';

/** The library, which a process without metrics never loads. */
export const loadMetrics = () => import('prom-client');

/** What a process measures of itself, in the text format of Prometheus. */
export class Metrics {
  readonly witness: Witness;
  readonly #latenesses: Latenesses = { groups: new Map(), relay: new Lateness() };
  readonly #inboxes = new Map<string, Inbox>();
  readonly #clocks = new Set<AskClock>();
  #standing: Standing | undefined;

  private constructor(
    private readonly registry: Registry,
    private readonly meters: Instruments,
  ) {
    this.witness = meteringWitness(meters);
  }

  static async open(service: string): Promise<Metrics> {
    const { default: prom } = await loadMetrics();
    const registry = new prom.Registry();
    prom.collectDefaultMetrics({ register: registry });
    const meters = instrumentsOf(prom, [registry]);
    meters.info.set({ service, version: packageVersion }, 1);
    return new Metrics(registry, meters);
  }

  log(log: EventLog): EventLog {
    return meteredLog(log, this.meters);
  }

  bus<B extends Bus>(bus: B): B {
    return meteredBus(bus, this.meters, this.#latenesses);
  }

  inbox(inbox: Inbox): Inbox {
    return meteredInbox(inbox, this.meters, this.#inboxes);
  }

  /** A clock of this process: a scrape asks how it stands. */
  clock(ask: AskClock): void {
    this.#clocks.add(ask);
  }

  /** A look of that clock. */
  tick<Seen>(look: () => Promise<Seen>): Promise<Seen> {
    return timedTick(this.meters, look);
  }

  /** From now on a scrape also asks how things stand. */
  ask(sources: Sources): void {
    const all = { ...sources, inboxes: this.#inboxes, clocks: this.#clocks };
    this.#standing = new Standing(all, this.meters, this.#latenesses);
  }

  /** Measures every request, by the route and never by the address. */
  watch(instance: FastifyInstance): void {
    instance.addHook('onResponse', (request: FastifyRequest, reply: FastifyReply, done) => {
      const { method, routeOptions } = request;
      const route = routeOptions.url ?? 'none';
      const labels = { method, route, status: reply.statusCode };
      this.meters.requests.observe(labels, reply.elapsedTime / 1_000);
      done();
    });
  }

  /** Tells them on the port of the process itself. */
  serveOn(instance: FastifyInstance): void {
    instance.get(metricsPath, async (_request, reply) => {
      void reply.type(this.registry.contentType);
      return reply.send(await this.text());
    });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  async text(): Promise<string> {
    await this.#standing?.ask();
    return this.registry.metrics();
  }
}
