/**
 * Brings together what comes while something is under way, and has it done as one. The partitions
 * that came with one answer of a broker become one batch, one transaction and one commit.
 */
export class Gathering<Item> {
  #waiting: Item[] = [];
  #next: Promise<void> | undefined;
  #now: Promise<unknown> = Promise.resolve();

  constructor(private readonly work: (items: readonly Item[]) => Promise<void>) {}

  /** Resolves when the item was done, with the others; fails when that failed. */
  add(item: Item): Promise<void> {
    this.#waiting.push(item);
    return (this.#next ??= this.#begin());
  }

  #begin(): Promise<void> {
    const next = this.#now.then(() => {
      const items = this.#waiting;
      this.#waiting = [];
      this.#next = undefined;
      return this.work(items);
    });
    this.#now = next.catch(() => undefined);
    return next;
  }
}
