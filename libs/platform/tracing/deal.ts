import type { StoredEvent } from '@wijkspoor/ports';
import type { Uuid } from '@wijkspoor/kernel';
import { traceOf } from '@wijkspoor/wire';
import type { Context, Span, Spans } from './spans.ts';

type Known = { event: StoredEvent; from: Context; span?: Span };

/**
 * The events of one batch that carry a trace. A span of its own is made for each for which
 * something is done, within the trace of that event: so a question can be followed also where a
 * thousand others are handled with it. An event that a group passes by leaves nothing.
 */
export class Deal {
  readonly #known: ReadonlyMap<Uuid, Known>;
  readonly #start = Date.now();
  #batch: Span | undefined;

  constructor(
    private readonly spans: Spans,
    private readonly group: string,
    private readonly events: readonly StoredEvent[],
  ) {
    this.#known = new Map(
      events.flatMap((event) => {
        const from = spans.kept(event.trace ?? traceOf(event));
        return from ? [[event.id, { event, from }] as const] : [];
      }),
    );
  }

  get size(): number {
    return this.#known.size;
  }

  /** Within what something is done for an event; undefined when it carries no trace. */
  contextOf(id: Uuid): Context | undefined {
    const known = this.#known.get(id);
    if (!known) return undefined;
    known.span ??= this.#spanOf(known);
    return this.spans.within(known.from, known.span);
  }

  /**
   * Handles the batch. Where there are more traces than one, a span beside them names them all;
   * nothing is done in that one, because everything that is done is done for one of the events.
   */
  async handled(context: Context, work: () => Promise<void>): Promise<void> {
    if (this.size > 1) this.#batch = this.#spanOfBatch();
    try {
      await this.spans.otel.context.with(context, work);
    } catch (error) {
      for (const span of this.#all()) this.spans.fail(span, error);
      throw error;
    } finally {
      for (const span of this.#all()) span.end();
    }
  }

  #all(): Span[] {
    const own = [...this.#known.values()].flatMap(({ span }) => span ?? []);
    return this.#batch ? [...own, this.#batch] : own;
  }

  #spanOf({ event, from }: Known): Span {
    const { type, stream, revision, position } = event;
    const attributes = {
      'messaging.consumer.group.name': this.group,
      'messaging.operation.type': 'process',
      'wijkspoor.stream': stream,
      'wijkspoor.revision': revision,
      'wijkspoor.position': position,
    };
    const kind = this.spans.otel.SpanKind.CONSUMER;
    const links = this.#batch ? [{ context: this.#batch.spanContext() }] : [];
    const options = { kind, attributes, links, startTime: this.#start };
    return this.spans.start(`${this.group} ${type}`, options, from);
  }

  #spanOfBatch(): Span {
    const { SpanKind, trace } = this.spans.otel;
    const links = [...this.#known.values()].flatMap(({ from }) => {
      const context = trace.getSpanContext(from);
      return context ? [{ context }] : [];
    });
    const attributes = {
      'messaging.consumer.group.name': this.group,
      'messaging.batch.message_count': this.events.length,
    };
    const options = { kind: SpanKind.CONSUMER, attributes, links, startTime: this.#start };
    return this.spans.start(`${this.group} batch`, options, this.spans.root);
  }
}
