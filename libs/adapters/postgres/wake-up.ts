import { setTimeout as sleep } from 'node:timers/promises';
import { Bells, type Bell } from '@wijkspoor/ports';
import type { Connection } from './connection.ts';

/**
 * One LISTEN for all followers of a process. While the connection is away the followers poll, and
 * when it is back they look at once, because what was said meanwhile has not been heard.
 */
export class WakeUp {
  readonly #bells = new Bells();
  #listening = false;
  #closed = false;

  constructor(
    private readonly line: Connection,
    private readonly retryMs: number,
  ) {}

  hire(): Bell {
    if (!this.#listening) void this.#listen();
    return this.#bells.hire();
  }

  dismiss(bell: Bell) {
    this.#bells.dismiss(bell);
  }

  async close() {
    this.#closed = true;
    this.#bells.close();
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
    client.on('notification', () => this.#bells.ringSoon());
    this.#bells.ring();
    await lost;
  }
}
