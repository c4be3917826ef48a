/** Closes what was opened, last opened first. */
export class Closing {
  readonly #steps: { what: string; close: () => Promise<void> }[] = [];
  #begun = false;

  /** Whether it is time to end: nothing new should come here any more. */
  get begun(): boolean {
    return this.#begun;
  }

  /** Signs up something that was opened just now; gives it back. */
  add<T>(what: string, opened: T, close: (opened: T) => Promise<void>): T {
    this.#steps.push({ what, close: () => close(opened) });
    return opened;
  }

  /** Everything is closed, also when one of them fails; that failure is thrown at the end. */
  async close(): Promise<void> {
    this.#begun = true;
    const failures: Error[] = [];
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) {
      const { what } = step;
      await step.close().catch((cause: unknown) => {
        failures.push(new Error(`${what} did not close`, { cause }));
      });
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Not everything closed in order.');
  }
}
