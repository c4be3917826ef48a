/** Rings when there may be something new. A ring between two waits is not lost. */
export class Bell {
  #rung = false;
  #wake: () => void = () => undefined;

  ring() {
    this.#rung = true;
    this.#wake();
  }

  /** Resolves at the next ring, at `stop`, or after `timeoutMs` without either. */
  async rung(timeoutMs: number, stop: AbortSignal): Promise<void> {
    if (!this.#rung && !stop.aborted) await this.#wait(timeoutMs, stop);
    this.#rung = false;
  }

  async #wait(timeoutMs: number, stop: AbortSignal) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, timeoutMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
      stop.addEventListener('abort', this.#wake);
    });
    stop.removeEventListener('abort', this.#wake);
  }
}

/** So many milliseconds of appends wake the followers once: they then read them together. */
const gatherMs = 3;

/** A bell for each follower of a process; an adapter rings them when its engine says something. */
export class Bells {
  readonly #hired = new Set<Bell>();
  #gathering: ReturnType<typeof setTimeout> | undefined;

  hire(): Bell {
    const bell = new Bell();
    this.#hired.add(bell);
    return bell;
  }

  dismiss(bell: Bell) {
    this.#hired.delete(bell);
  }

  ring() {
    this.#gathering = undefined;
    for (const bell of this.#hired) bell.ring();
  }

  /** Rings in a moment, once for all that is said until then. */
  ringSoon() {
    this.#gathering ??= setTimeout(() => this.ring(), gatherMs);
  }

  close() {
    clearTimeout(this.#gathering);
  }
}
