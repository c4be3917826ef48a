import type { Session } from './session.ts';
import { listen } from './subscription.ts';
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

/**
 * One subscription for all followers of a process, from the end of the log: it only says that there
 * is something, and the followers read it from where they are. So nothing depends on it. When it
 * ends or breaks, which a server does at will, a new one is opened; the followers look at once when
 * it stands, because what came meanwhile has not been heard.
 */
export class WakeUp {
  readonly #bells = new Set<Bell>();
  #gathering: NodeJS.Timeout | undefined;
  #listening = false;

  constructor(
    private readonly session: Session,
    private readonly retryMs: number,
  ) {}

  hire(): Bell {
    const bell = new Bell();
    this.#bells.add(bell);
    if (!this.#listening) void this.#listen();
    return bell;
  }

  dismiss(bell: Bell) {
    this.#bells.delete(bell);
  }

  async #listen() {
    this.#listening = true;
    const { closed } = this.session;
    while (!closed.aborted) {
      // Why it was lost makes no difference to what is to be done.
      await this.#listenUntilLost().catch(() => undefined);
      await wait(this.retryMs, closed);
    }
    clearTimeout(this.#gathering);
  }

  async #listenUntilLost() {
    const hear = () => (this.#gathering ??= setTimeout(() => this.#ringAll(), gatherMs));
    const line = await listen(this.session, { hear });
    await line.ended.finally(() => line.stop());
  }

  #ringAll() {
    this.#gathering = undefined;
    for (const bell of this.#bells) bell.ring();
  }
}
