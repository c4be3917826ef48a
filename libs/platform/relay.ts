import { whileLeased } from '@wijkspoor/adapters/postgres';
import { relay } from '@wijkspoor/flow';
import { wait } from '@wijkspoor/ports';
import type { Bus, Checkpoint, EventLog } from '@wijkspoor/ports';
import type { Gereed } from '@wijkspoor/wire';
import type { Logger } from './logging.ts';

export type RelayOptions = Readonly<{
  log: EventLog;
  bus: Bus;
  /** How far the events are on the bus. */
  checkpoint: Checkpoint;
  eventsAfter(position: number): Promise<number>;
  /** The PostgreSQL in which one of all processes holds the lease. */
  leaseUrl: string;
  logger: Logger;
}>;

/** The name of the lease, and of the checkpoint: one for the whole city. */
export const relayName = 'relay';

const restartMs = 1_000;

/**
 * Carries the log to a bus that is not the log itself. Every process of the city is a candidate;
 * the one that has the lease does it, and another takes over within seconds when that one ends.
 * Without options there is nothing to carry.
 */
export class Relay {
  readonly #stop = new AbortController();
  #done: Promise<void> = Promise.resolve();
  #active = false;

  constructor(private readonly options?: RelayOptions) {}

  start(): void {
    if (this.options) this.#done = this.#run(this.options);
  }

  /** Resolves when the batch under way is on the bus, its checkpoint saved, and the lease free. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#done;
  }

  /** Whether this process is the one that carries. */
  get active(): boolean {
    return this.#active;
  }

  /** How far the events of the city are on the bus, whichever process carries them. */
  async status(): Promise<Gereed['relais']> {
    if (!this.options) return undefined;
    const positie = await this.options.checkpoint.load();
    const achterstand = await this.options.eventsAfter(positie);
    return { actief: this.#active, positie, achterstand };
  }

  // An engine that is gone is waited for. If it ends all the same, it starts anew.
  async #run({ log, bus, checkpoint, leaseUrl, logger }: RelayOptions): Promise<void> {
    const { signal } = this.#stop;
    const carry = async (held: AbortSignal) => {
      this.#active = true;
      await relay(log, bus, checkpoint, held).finally(() => (this.#active = false));
    };
    while (!signal.aborted) {
      try {
        await whileLeased({ url: leaseUrl, name: relayName, stop: signal }, carry);
      } catch (err) {
        logger.error({ err }, 'The relay stopped and is started again.');
      }
      await wait(restartMs, signal);
    }
  }
}
