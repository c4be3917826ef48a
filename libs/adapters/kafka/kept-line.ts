import { setTimeout as sleep } from 'node:timers/promises';
import type { Admin } from 'kafkajs';
import type { KafkaAddress } from './address.ts';
import { clientOf } from './client.ts';

/** Who asks how far a group is, asks often, and wants to know soon that nobody can tell. */
const answeredMs = 2_000;
const retries = 1;

/**
 * Asks the cluster things over one connection that stays: a connection for each question takes more
 * than the question. After a failure there is a new one. Every question ends within two seconds.
 */
export class KeptLine {
  #admin: Promise<Admin> | undefined;

  constructor(private readonly address: KafkaAddress) {}

  ask = async <T>(question: (admin: Admin) => Promise<T>): Promise<T> => {
    const line = (this.#admin ??= this.#connect());
    const over = new AbortController();
    const timer = sleep(answeredMs, undefined, { signal: over.signal });
    const late = timer.then(() => Promise.reject(new Error('no answer within two seconds')));
    const answer = line.then(question);
    try {
      return await Promise.race([answer, late]);
    } catch (error) {
      this.#forget(line);
      throw error;
    } finally {
      over.abort();
      // Whichever came second has nobody waiting for it any more.
      for (const left of [answer, late]) left.catch(() => undefined);
    }
  };

  async close(): Promise<void> {
    const line = this.#admin;
    this.#admin = undefined;
    await line?.then((admin) => admin.disconnect()).catch(() => undefined);
  }

  async #connect(): Promise<Admin> {
    const admin = clientOf(this.address, retries).admin();
    try {
      await admin.connect();
      return admin;
    } catch (error) {
      await admin.disconnect();
      throw error;
    }
  }

  #forget(line: Promise<Admin>) {
    if (this.#admin === line) this.#admin = undefined;
    // Whether it ends in order does not matter any more.
    line.then((admin) => admin.disconnect()).catch(() => undefined);
  }
}
