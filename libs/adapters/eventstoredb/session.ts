import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { Unavailable } from '@wijkspoor/kernel';
import type { Address, Login } from './address.ts';
import { isForLater, isOutage, Silence, unavailable } from './outage.ts';
import { wait } from './wait.ts';

/** What the package keeps to itself, and the adapter cannot do without. */
type Internals = { supports(): Promise<boolean>; getChannel(): Promise<{ close(): void }> };

const internals = (client: KurrentDBClient) => client as unknown as Internals;

/**
 * A client that is replaced after every outage. The half of it that reads is dead for good once it
 * could not connect, and neither half gives up a line on which the other end has gone silent.
 *
 * Every question ends: with the answer, with the server's refusal, or with `Unavailable` when it
 * cannot be reached or says nothing for too long.
 */
export class Session {
  readonly #closed = new AbortController();
  readonly #unanswered = new Set<(error: Unavailable) => void>();
  readonly #retired = new Set<KurrentDBClient>();
  #client: KurrentDBClient | undefined;

  constructor(
    private readonly address: Address,
    readonly timeoutMs: number,
  ) {}

  get login(): Readonly<{ credentials?: Login }> {
    return this.address.login ? { credentials: this.address.login } : {};
  }

  get closed(): AbortSignal {
    return this.#closed.signal;
  }

  async ask<T>(question: (client: KurrentDBClient) => Promise<T>): Promise<T> {
    const client = this.client();
    try {
      return await this.#inTime(question(client));
    } catch (error) {
      if (error instanceof Unavailable || !isOutage(error)) throw error;
      if (!isForLater(error)) this.replace(client);
      throw unavailable(error);
    }
  }

  /** Asks again while it is told to come back, for as long as one question may take. */
  async insist<T>(ask: (leftMs: number) => Promise<T>): Promise<T> {
    const end = performance.now() + this.timeoutMs;
    for (;;) {
      try {
        return await ask(Math.max(1, end - performance.now()));
      } catch (error) {
        const isLate = performance.now() + againMs >= end;
        if (isLate || !(error instanceof Unavailable) || !isForLater(error.cause)) throw error;
        await wait(againMs, this.closed);
      }
    }
  }

  /** The client of this moment. */
  client(): KurrentDBClient {
    if (this.closed.aborted) throw hasBeenClosed();
    return (this.#client ??= this.#connect());
  }

  /** From now on there is another client. What is under way with this one may still finish. */
  replace(client: KurrentDBClient): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    this.#retired.add(client);
    setTimeout(() => this.#end(client), this.timeoutMs).unref();
  }

  close(): void {
    this.#closed.abort();
    for (const reject of this.#unanswered) reject(hasBeenClosed());
    if (this.#client) this.replace(this.#client);
    for (const client of this.#retired) this.#end(client);
  }

  /** Rejects when it takes too long, or when this session is closed, whatever becomes of it. */
  #inTime<T>(answer: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const late = () => reject(new Silence(`no answer within ${this.timeoutMs} ms`));
      const timer = setTimeout(late, this.timeoutMs);
      this.#unanswered.add(reject);
      answer.then(resolve, reject).finally(() => {
        clearTimeout(timer);
        this.#unanswered.delete(reject);
      });
    });
  }

  #connect(): KurrentDBClient {
    const client = KurrentDBClient.connectionString(this.address.connection);
    // One call for each append: batches share one line, and when that breaks, the client rejects
    // promises that nobody holds, which ends the process.
    internals(client).supports = () => Promise.resolve(false);
    return client;
  }

  #end(client: KurrentDBClient): void {
    if (!this.#retired.delete(client)) return;
    const gone = () => undefined;
    client.dispose().catch(gone);
    internals(client)
      .getChannel()
      .then((channel) => channel.close(), gone);
  }
}

const againMs = 25;

const hasBeenClosed = () => new Unavailable('This event log has been closed.');
