import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { Unavailable } from '@wijkspoor/kernel';
import { isForLater } from './outage.ts';
import type { Session } from './session.ts';
import { listen } from './subscription.ts';

type Native = KurrentDBClient['rustClient'];

/**
 * The native half of the client, which reads. It is dead for good when it cannot connect at its
 * first attempt, or cannot reach the leader that it is sent to, and gives no other sign of that
 * than the error of any outage. So the listening half goes first, and when that hears the server
 * and a read fails nevertheless, there is a new client.
 */
export class ReadingHalf {
  readonly #heard = new WeakMap<KurrentDBClient, Promise<void>>();
  readonly #hasRead = new WeakSet<KurrentDBClient>();

  constructor(private readonly session: Session) {}

  /** All that a read gives, page by page, each of which must come in time. */
  gather<Item>(read: (native: Native) => AsyncIterable<readonly Item[]>): Promise<Item[]> {
    return this.session.insist(async () => {
      const client = this.session.client();
      await this.#hear(client);
      try {
        const found = await this.#pages(read(client.rustClient));
        this.#hasRead.add(client);
        return found;
      } catch (error) {
        if (error instanceof Unavailable && !isForLater(error.cause)) this.#doubt(client);
        throw error;
      }
    });
  }

  async #pages<Item>(pages: AsyncIterable<readonly Item[]>): Promise<Item[]> {
    const found: Item[] = [];
    const page = pages[Symbol.asyncIterator]();
    for (;;) {
      const next = await this.session.ask(() => page.next());
      if (next.done === true) return found;
      found.push(...next.value);
    }
  }

  #hear(client: KurrentDBClient): Promise<void> {
    const known = this.#heard.get(client);
    if (known) return known;
    const hearing = listen(this.session).then((line) => line.stop());
    this.#heard.set(client, hearing);
    hearing.catch(() => this.#heard.delete(client));
    return hearing;
  }

  #doubt(client: KurrentDBClient) {
    if (!this.#hasRead.delete(client)) this.session.replace(client);
    this.#heard.delete(client);
  }
}
