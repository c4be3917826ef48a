import {
  Delivery,
  Stopped,
  wait,
  type Consumer,
  type EventLog,
  type ParkedEvents,
  type RetryPolicy,
} from '@wijkspoor/ports';

export type ConsumptionOptions = RetryPolicy &
  Readonly<{
    /** How often it looks whether a person asked to try dead letters again. */
    askedMs: number;
  }>;

/** One run of one group over the log, from its checkpoint. */
export class Consumption {
  readonly #delivery: Delivery;

  constructor(
    private readonly consumer: Consumer,
    letters: ParkedEvents,
    private readonly options: ConsumptionOptions,
  ) {
    this.#delivery = new Delivery(consumer, letters, options);
  }

  /** Ends in order at `until`, or when either part of the work fails. */
  async run(log: EventLog, until: AbortSignal): Promise<void> {
    const ended = new AbortController();
    const stop = AbortSignal.any([until, ended.signal]);
    const parts = [this.#follow(log, stop), this.#retry(stop)].map(async (part) => {
      await part.catch(unlessStopped).finally(() => ended.abort());
    });
    const outcomes = await Promise.allSettled(parts);
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  }

  async #follow(log: EventLog, stop: AbortSignal) {
    const { checkpoint } = this.consumer;
    await this.#delivery.learn(stop);
    const from = await this.#delivery.insist(() => checkpoint.load(), stop);
    for await (const batch of log.follow(from, stop)) {
      await this.#delivery.deliver(batch, stop);
      const position = batch.at(-1)?.position ?? from;
      await this.#delivery.insist(() => checkpoint.save(position), stop);
    }
  }

  async #retry(stop: AbortSignal) {
    while (!stop.aborted) {
      await wait(this.options.askedMs, stop);
      await this.#delivery.retryAsked(stop);
    }
  }
}

function unlessStopped(error: unknown): void {
  if (!(error instanceof Stopped)) throw error;
}
