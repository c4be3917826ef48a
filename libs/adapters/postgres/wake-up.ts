import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from './connection.ts';

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
 * One LISTEN for all followers of a process. While the connection is away the followers poll, and
 * when it is back they look at once, because what was said meanwhile has not been heard.
 */
export class WakeUp {
  readonly #bells = new Set<Bell>();
  #gathering: NodeJS.Timeout | undefined;
  #listening = false;
  #closed = false;

  constructor(
    private readonly line: Connection,
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

  async close() {
    this.#closed = true;
    clearTimeout(this.#gathering);
    await this.line.close();
  }

  async #listen() {
    this.#listening = true;
    while (!this.#closed) {
      await this.#listenUntilLost().catch(() => undefined);
      if (!this.#closed) await sleep(this.retryMs, undefined, { ref: false });
    }
  }

  async #listenUntilLost() {
    const client = await this.line.client();
    const lost = new Promise((resolve) => client.once('end', resolve));
    client.on('notification', () => {
      this.#gathering ??= setTimeout(() => this.#ringAll(), gatherMs);
    });
    this.#ringAll();
    await lost;
  }

  #ringAll() {
    this.#gathering = undefined;
    for (const bell of this.#bells) bell.ring();
  }
}
