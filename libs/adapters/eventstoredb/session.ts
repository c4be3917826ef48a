import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { Unavailable } from '@wijkspoor/kernel';
import { wait } from '@wijkspoor/ports';
import type { Address, Login } from './address.ts';
import { clientsOf, endClient, versionOf } from './client.ts';
import { isForLater, isOutage, isSilence, reason, Silence, unavailable } from './outage.ts';

/**
 * The client of this moment. It finds its way back by itself after most outages, but not from a
 * line on which the other end has gone silent; then there is a new one.
 *
 * Every question ends: with the answer, with the server's refusal, or with `Unavailable` when it
 * cannot be reached or says nothing for too long.
 */
export class Session {
  readonly #closed = new AbortController();
  readonly #unanswered = new Set<(error: Unavailable) => void>();
  readonly #retired = new Set<KurrentDBClient>();
  readonly #replaced = new WeakMap<KurrentDBClient, AbortController>();
  #client: KurrentDBClient | undefined;
  #patienceMs: number;
  #notBefore = 0;
  #rest = rested;

  private constructor(
    private readonly address: Address,
    readonly timeoutMs: number,
    private readonly newClient: () => KurrentDBClient,
  ) {
    this.#patienceMs = timeoutMs;
  }

  static async open(address: Address, timeoutMs: number): Promise<Session> {
    return new Session(address, timeoutMs, await clientsOf(address));
  }

  get login(): Readonly<{ credentials?: Login }> {
    return this.address.login ? { credentials: this.address.login } : {};
  }

  get closed(): AbortSignal {
    return this.#closed.signal;
  }

  async ask<T>(question: (client: KurrentDBClient) => Promise<T>): Promise<T> {
    const client = this.client();
    if (performance.now() < this.#rest.until) throw unavailable(`${this.#rest.why}, a moment ago`);
    try {
      const answer = await this.#inTime(question(client));
      this.#hasAnswered();
      return answer;
    } catch (error) {
      if (error instanceof Unavailable) throw error;
      if (!isOutage(error)) {
        this.#hasAnswered();
        throw error;
      }
      if (isSilence(error)) this.replace(client);
      if (!isForLater(error)) this.#restAWhile(reason(error));
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

  /** What the server says that it is, such as `24.10.0`. */
  async version(): Promise<string> {
    return this.insist(() => this.ask(versionOf));
  }

  client(): KurrentDBClient {
    if (this.closed.aborted) throw hasBeenClosed();
    return (this.#client ??= this.#connect());
  }

  /** Aborts when that client is replaced, or the session is closed. */
  replaced(client: KurrentDBClient): AbortSignal {
    return this.#replaced.get(client)?.signal ?? AbortSignal.abort();
  }

  /**
   * From now on there is another client. What is under way with this one may still finish.
   *
   * Not too often, and ever less so while it does not help: of each client a little memory, and the
   * line of its native half, stay behind until the process ends.
   */
  replace(client: KurrentDBClient): void {
    const now = performance.now();
    if (this.#client !== client || now < this.#notBefore) return;
    this.#notBefore = now + this.#patienceMs;
    this.#patienceMs = Math.min(2 * this.#patienceMs, patienceMaxMs);
    this.#retire(client);
  }

  close(): void {
    this.#closed.abort();
    for (const reject of this.#unanswered) reject(hasBeenClosed());
    if (this.#client) this.#retire(this.#client);
    for (const client of this.#retired) this.#end(client);
  }

  #hasAnswered() {
    this.#patienceMs = this.timeoutMs;
    this.#rest = rested;
  }

  // Every question that finds nobody leaves a line behind that is opened when the server is back.
  #restAWhile(why: string) {
    const ms = Math.min(restMaxMs, 2 * this.#rest.ms || restMinMs);
    this.#rest = { ms, until: performance.now() + ms, why };
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
    const client = this.newClient();
    this.#replaced.set(client, new AbortController());
    return client;
  }

  #retire(client: KurrentDBClient): void {
    this.#client = undefined;
    this.#retired.add(client);
    this.#replaced.get(client)?.abort();
    setTimeout(() => this.#end(client), this.timeoutMs).unref();
  }

  #end(client: KurrentDBClient): void {
    if (this.#retired.delete(client)) endClient(client);
  }
}

const againMs = 25;
const patienceMaxMs = 600_000;
const rested = { ms: 0, until: 0, why: '' };
const restMinMs = 20;
const restMaxMs = 1_000;

const hasBeenClosed = () => new Unavailable('This event log has been closed.');
