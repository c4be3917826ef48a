import { Unavailable, type StreamId } from '@wijkspoor/kernel';
import type { Consumer } from './bus.ts';
import type { ParkedEvents } from './dead-letters.ts';
import type { StoredEvent } from './event-log.ts';
import { backOff, insist, Stopped, type RetryPolicy } from './insist.ts';

type Batch = readonly StoredEvent[];
type IsMine = (stream: StreamId) => boolean;

/**
 * What every bus does with a batch, whatever engine brought it: give it to the handler until it is
 * handled, or put aside what cannot be.
 *
 * A batch that keeps failing is given again stream by stream, and a stream that fails event by
 * event, so that only the culprit and what stands behind it are put aside. Every method throws
 * `Stopped` when it is time to end and the work is not done.
 */
export class Delivery {
  #parked = new Set<StreamId>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly consumer: Pick<Consumer, 'group' | 'handle'>,
    private readonly letters: ParkedEvents,
    private readonly policy: RetryPolicy,
  ) {}

  /** Reads which streams are parked: before the first batch, and after others have been at work. */
  async learn(stop: AbortSignal): Promise<void> {
    const parked = await this.insist(() => this.letters.parked(this.consumer.group), stop);
    this.#parked = new Set(parked);
  }

  /** Resolves when each event was handled or put aside. */
  deliver(batch: Batch, stop: AbortSignal): Promise<void> {
    return this.#inTurn(() => this.#deliver(batch, stop));
  }

  /** Gives the letters again that a person asked for, of the streams that are `mine`. */
  async retryAsked(stop: AbortSignal, mine: IsMine = () => true): Promise<void> {
    if (this.#parked.size === 0) return;
    await this.#inTurn(async () => {
      const asked = await this.insist(() => this.letters.asked(this.consumer.group), stop);
      for (const stream of asked) if (mine(stream)) await this.#retry(stream, stop);
    });
  }

  /** Does work until the engine behind it is there. */
  insist<T>(work: () => Promise<T>, stop: AbortSignal): Promise<T> {
    return insist(work, this.policy, stop);
  }

  // One thing at a time: a letter that is given again and an event behind it must not cross.
  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #deliver(batch: Batch, stop: AbortSignal) {
    const clear = await this.#putAside(batch, stop);
    if (clear.length === 0) return;
    if (!(await this.#failure(clear, this.policy.attempts, stop))) return;
    for (const events of byStream(clear)) {
      if (await this.#failure(events, 1, stop)) await this.#deliverOneByOne(events, stop);
    }
  }

  async #deliverOneByOne(events: Batch, stop: AbortSignal): Promise<void> {
    for (const [index, event] of events.entries()) {
      const error = await this.#failure([event], this.policy.attempts, stop);
      if (!error) continue;
      await this.#park(event, error, stop);
      const behind = await this.#putAside(events.slice(index + 1), stop);
      // There is something left only where a person let go of this event meanwhile.
      return this.#deliverOneByOne(behind, stop);
    }
  }

  async #park(event: StoredEvent, { message, stack = message }: Error, stop: AbortSignal) {
    const { group } = this.consumer;
    await this.insist(() => this.letters.park(group, event, stack, this.policy.attempts), stop);
    this.#parked.add(event.stream);
  }

  /** Keeps what stands behind a dead letter, and gives the rest, in the order of the batch. */
  async #putAside(batch: Batch, stop: AbortSignal): Promise<Batch> {
    const behind = batch.filter(({ stream }) => this.#parked.has(stream));
    if (behind.length === 0) return batch;
    const { group } = this.consumer;
    const free = await this.insist(() => this.letters.keepBehind(group, behind), stop);
    for (const { stream } of free) this.#parked.delete(stream);
    return batch.filter(({ stream }) => !this.#parked.has(stream));
  }

  async #retry(stream: StreamId, stop: AbortSignal) {
    const { group } = this.consumer;
    const next = () => this.insist(() => this.letters.first(group, stream), stop);
    for (let letter = await next(); letter; letter = await next()) {
      if (stop.aborted) throw new Stopped();
      const { event } = letter;
      const error = await this.#failure([event], this.policy.attempts, stop);
      if (error) return this.#park(event, error, stop);
      await this.insist(() => this.letters.handled(group, event), stop);
    }
    this.#parked.delete(stream);
  }

  /** Gives a batch up to so many times. Undefined when it was handled, else the last error. */
  async #failure(batch: Batch, attempts: number, stop: AbortSignal): Promise<Error | undefined> {
    for (let failed = 1; ; failed++) {
      const error = await this.insist(() => outcome(() => this.consumer.handle(batch)), stop);
      if (!error || failed >= attempts) return error;
      await backOff(failed, this.policy, stop);
    }
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
