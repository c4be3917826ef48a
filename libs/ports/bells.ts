import { wait } from './wait.ts';

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

/** What a listener rings: now, or in a moment, once for all that is said until then. */
export type Ringing = Readonly<{ ring(): void; ringSoon(): void }>;

/**
 * A bell for each follower of a process, and one listener that rings them all: it starts when the
 * first is hired. When it can no longer hear the engine it ends, and a while later it listens anew;
 * until then the followers look by themselves.
 */
export class Bells {
  readonly #hired = new Set<Bell>();
  #gathering: ReturnType<typeof setTimeout> | undefined;
  #listening = false;

  constructor(
    private readonly listen: (bells: Ringing) => Promise<void>,
    private readonly retryMs: number,
    private readonly closed: AbortSignal,
  ) {}

  hire(): Bell {
    if (!this.#listening) void this.#keepListening();
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

  ringSoon() {
    this.#gathering ??= setTimeout(() => this.ring(), gatherMs);
  }

  async #keepListening() {
    this.#listening = true;
    while (!this.closed.aborted) {
      // Why it ended makes no difference to what is to be done.
      await this.listen(this).catch(() => undefined);
      await wait(this.retryMs, this.closed);
    }
    clearTimeout(this.#gathering);
  }
}
