import type { StoredEvent } from '@wijkspoor/ports';

type Batch = readonly StoredEvent[];

/**
 * How long somebody who follows the log is behind it, without asking the log what comes next.
 *
 * While a batch is in hand its first event tells. Else what comes next was stored after the last
 * event that was handled, and after the last moment at which there was nothing left. So what is
 * told is too much by the time between two looks at most. What stood there before the process
 * began counts from that beginning, until the first batch tells better.
 */
export class Lateness {
  #level: number;
  readonly #inHand: Batch[] = [];

  constructor(private readonly now: () => number = Date.now) {
    this.#level = this.now();
  }

  begin(batch: Batch): void {
    this.#inHand.push(batch);
  }

  /** Gives how old the oldest event of the batch was by then, in seconds. */
  end(batch: Batch, done: boolean): number {
    this.#inHand.splice(this.#inHand.indexOf(batch), 1);
    const [first, last] = [batch[0], batch.at(-1)];
    if (!first || !last) return 0;
    if (done) this.#level = Math.max(this.#level, Date.parse(last.recordedAt));
    return this.#since(Date.parse(first.recordedAt));
  }

  /** Seconds, when there are so many events left. */
  seconds(left: number): number {
    if (left === 0) this.#level = Math.max(this.#level, this.now());
    const oldest = this.#inHand[0]?.[0];
    return left === 0 ? 0 : this.#since(oldest ? Date.parse(oldest.recordedAt) : this.#level);
  }

  #since(moment: number): number {
    return Math.max(0, this.now() - moment) / 1_000;
  }
}
