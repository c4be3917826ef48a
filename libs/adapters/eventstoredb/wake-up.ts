import { Bells, wait, type Bell } from '@wijkspoor/ports';
import type { Session } from './session.ts';
import { listen } from './subscription.ts';

/**
 * One subscription for all followers of a process, from the end of the log: it only says that there
 * is something, and the followers read it from where they are. So nothing depends on it. When it
 * ends or breaks, which a server does at will, a new one is opened; the followers look at once when
 * it stands, because what came meanwhile has not been heard.
 */
export class WakeUp {
  readonly #bells = new Bells();
  #listening = false;

  constructor(
    private readonly session: Session,
    private readonly retryMs: number,
  ) {}

  hire(): Bell {
    if (!this.#listening) void this.#listen();
    return this.#bells.hire();
  }

  dismiss(bell: Bell) {
    this.#bells.dismiss(bell);
  }

  async #listen() {
    this.#listening = true;
    const { closed } = this.session;
    while (!closed.aborted) {
      // Why it was lost makes no difference to what is to be done.
      await this.#listenUntilLost().catch(() => undefined);
      await wait(this.retryMs, closed);
    }
    this.#bells.close();
  }

  async #listenUntilLost() {
    const line = await listen(this.session, { hear: () => this.#bells.ringSoon() });
    await line.ended.finally(() => line.stop());
  }
}
