import type { Reader } from './event-log.read.ts';
import type { Session } from './session.ts';
import { listen } from './subscription.ts';

/** Knows where in the log reading may begin: only where a record begins. */
export class Places {
  constructor(
    private readonly session: Session,
    private readonly reader: Reader,
  ) {}

  /**
   * The position itself, or the head when that is still to come.
   *
   * Throws for a position at which no event stands: the checkpoint of another log, from which a
   * follower would otherwise wait for ever, because to a reader the server's error is an outage.
   */
  async atOrBefore(position: number): Promise<number> {
    const head = await this.reader.head();
    if (position <= 0 || position >= head) return Math.min(position, head);
    await this.session.insist(() => this.#check(position));
    return position;
  }

  /** A subscription is asked, because only that says what is wrong with a position. */
  async #check(position: number) {
    try {
      const line = await listen(this.session, { after: position, until: ['data', 'caughtUp'] });
      line.stop();
    } catch (cause) {
      if (!isInvalid(cause)) throw cause;
      const question = 'Is it the checkpoint of another log?';
      throw new Error(`No event stands at position ${position} in this log. ${question}`, {
        cause,
      });
    }
  }
}

const isInvalid = (error: unknown) => error instanceof Error && 'code' in error && error.code === 3;
