import type { Logger } from '@wijkspoor/platform';
import { wait } from '@wijkspoor/ports';
import type { Inbox, JudgeMessages } from '@wijkspoor/ports';

/** The group in which the intakes of a city share the messages of its channels. */
const kanaalgroep = 'intake-aanmeldingen';

const opnieuwMs = 1_000;

/** Reads the messages of channels until it is told to stop; when that ends, it begins anew. */
export class Kanaallezer {
  readonly #stop = new AbortController();
  #klaar: Promise<void> = Promise.resolve();

  constructor(
    private readonly inbox: Inbox,
    private readonly judge: JudgeMessages,
    private readonly logger: Logger,
  ) {}

  begin(): void {
    this.#klaar = this.#lees();
  }

  /** Resolves when what is under way is done. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#klaar;
  }

  async #lees() {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      try {
        await this.inbox.read({ group: kanaalgroep, judge: this.judge }, signal);
      } catch (err) {
        this.logger.error({ err }, 'Reading the messages of channels ended and is begun anew.');
      }
      await wait(opnieuwMs, signal);
    }
  }
}
