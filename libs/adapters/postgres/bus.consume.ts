import { Unavailable } from '@wijkspoor/kernel';
import type { Consumer, EventLog, StoredEvent } from '@wijkspoor/ports';
import type { DeadLetters } from './dead-letters.ts';
import { wait } from './wait.ts';

export type RetryPolicy = Readonly<{
  /** So often an event is given before it becomes a dead letter. */
  attempts: number;
  /** Pause after the first failure; doubles with each, up to `backoffMaxMs`. */
  backoffMs: number;
  backoffMaxMs: number;
}>;

type Batch = readonly StoredEvent[];

/** Thrown inside when it is time to end, so that nothing after it moves the checkpoint. */
class Stopped extends Error {}

/**
 * One run of one group over the log, from its checkpoint.
 *
 * A batch that keeps failing is given again stream by stream, and a stream that fails event by
 * event, so that only the culprit and what stands behind it are put aside.
 */
export class Consumption {
  #parked = new Set<string>();

  constructor(
    private readonly consumer: Consumer,
    private readonly letters: DeadLetters,
    private readonly policy: RetryPolicy,
    private readonly stop: AbortSignal,
  ) {}

  async run(log: EventLog): Promise<void> {
    const { group, checkpoint } = this.consumer;
    try {
      this.#parked = await this.#insist(() => this.letters.parked(group));
      const from = await this.#insist(() => checkpoint.load());
      for await (const batch of log.follow(from, this.stop)) {
        await this.#deliver(batch);
        await this.#insist(() => checkpoint.save(batch.at(-1)?.position ?? from));
      }
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
    }
  }

  async #deliver(batch: Batch) {
    const clear = await this.#putAside(batch);
    if (clear.length === 0 || !(await this.#failure(clear, this.policy.attempts))) return;
    for (const events of byStream(clear)) {
      if (await this.#failure(events, 1)) await this.#deliverOneByOne(events);
    }
  }

  async #deliverOneByOne(events: Batch) {
    for (const [index, event] of events.entries()) {
      const error = await this.#failure([event], this.policy.attempts);
      if (!error) continue;
      const { message, stack = message } = error;
      await this.#keep([event], { error: stack, attempts: this.policy.attempts });
      this.#parked.add(event.stream);
      await this.#putAside(events.slice(index + 1));
      return;
    }
  }

  /** Keeps what stands behind a dead letter, and gives the rest. */
  async #putAside(batch: Batch): Promise<Batch> {
    if (this.#parked.size === 0) return batch;
    const [behind, clear]: [StoredEvent[], StoredEvent[]] = [[], []];
    for (const event of batch) (this.#parked.has(event.stream) ? behind : clear).push(event);
    const error = 'An earlier event of this stream is a dead letter.';
    if (behind.length > 0) await this.#keep(behind, { error, attempts: 0 });
    return clear;
  }

  #keep(events: Batch, why: Readonly<{ error: string; attempts: number }>) {
    return this.#insist(() => this.letters.keep(this.consumer.group, events, why));
  }

  /** Gives a batch up to so many times. Undefined when it was handled, else the last error. */
  async #failure(batch: Batch, attempts: number): Promise<Error | undefined> {
    for (let failed = 1; ; failed++) {
      const error = await this.#insist(() => outcome(() => this.consumer.handle(batch)));
      if (!error || failed >= attempts) return error;
      await this.#pause(failed);
    }
  }

  /**
   * What fails because an engine is away is no fault of the event: again, as long as it takes, or
   * until it is time to end. Tried once also then, so that a batch that was handled is saved.
   */
  async #insist<T>(work: () => Promise<T>): Promise<T> {
    for (let failed = 1; ; failed++) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof Unavailable)) throw error;
        await this.#pause(failed);
      }
    }
  }

  async #pause(failed: number) {
    const { backoffMs, backoffMaxMs } = this.policy;
    await wait(Math.min(backoffMs * 2 ** (failed - 1), backoffMaxMs), this.stop);
    if (this.stop.aborted) throw new Stopped();
  }
}

/** Gives what was thrown, except for `Unavailable`, which it throws on. */
async function outcome(handle: () => Promise<void>): Promise<Error | undefined> {
  try {
    await handle();
    return undefined;
  } catch (error) {
    if (error instanceof Unavailable) throw error;
    return error instanceof Error ? error : new Error(String(error));
  }
}

function byStream(batch: Batch): Iterable<Batch> {
  const streams = new Map<string, StoredEvent[]>();
  for (const event of batch) {
    const events = streams.get(event.stream);
    if (events) events.push(event);
    else streams.set(event.stream, [event]);
  }
  return streams.values();
}
