import { Unavailable } from '@wijkspoor/kernel';
import { wait } from '@wijkspoor/ports';
import type { Bus, Checkpoint, HandleBatch } from '@wijkspoor/ports';
import type { Gereed } from '@wijkspoor/wire';
import type { Logger } from './logging.ts';

/** What a service follows the log with. */
export type Follower = Readonly<{
  /** The name of the service: each group gets every event. */
  group: string;
  handle: HandleBatch;
  /** Where it keeps how far it came, when that is not the ordinary place. */
  checkpoint?: Checkpoint;
}>;

type Running = { follower: Follower; runs: boolean };

export type FollowersOptions = Readonly<{
  bus: Bus;
  /** Where a group keeps how far it came. */
  checkpoints: (group: string) => Checkpoint;
  log: Logger;
  /**
   * How many events come after a position, for a bus that brings all in one order. Where it is not
   * given the bus itself is asked how many a group has before it.
   */
  eventsAfter?: (position: number) => Promise<number>;
}>;

const restartMs = 1_000;

/** Runs the consumers of all services in this process, each in its own group. */
export class Followers {
  readonly #all: Running[] = [];
  readonly #stop = new AbortController();
  #started = false;
  #done: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: FollowersOptions) {}

  add(follower: Follower): void {
    this.#all.push({ follower, runs: false });
  }

  start(): void {
    this.#started = true;
    this.#done = Promise.all(this.#all.map((running) => this.#run(running)));
  }

  /** Resolves when the last batch of each is handled and its checkpoint saved. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#done;
  }

  get allRun(): boolean {
    return this.#started && this.#all.every(({ runs }) => runs);
  }

  /**
   * How far each group has come, wherever its members run, and how many events it has before it.
   * Of a group whose engine cannot be asked now only the name is told.
   */
  async status(): Promise<Gereed['volgers']> {
    return Promise.all(
      this.#all.map(async ({ follower }) => {
        const told = await this.#progress(follower).catch(nothingWhenGone);
        return { groep: follower.group, ...told };
      }),
    );
  }

  async #progress(follower: Follower): Promise<Omit<Gereed['volgers'][number], 'groep'>> {
    const { group } = follower;
    const checkpoint = this.#checkpointOf(follower);
    const { bus, eventsAfter } = this.options;
    if (!eventsAfter) return { achterstand: await bus.backlog({ group, checkpoint }) };
    const positie = await checkpoint.load();
    return { positie, achterstand: await eventsAfter(positie) };
  }

  #checkpointOf({ group, checkpoint }: Follower): Checkpoint {
    return checkpoint ?? this.options.checkpoints(group);
  }

  // A consumer waits out an engine that is gone. If it ends all the same, it starts anew.
  async #run(running: Running): Promise<void> {
    const { group, handle } = running.follower;
    const checkpoint = this.#checkpointOf(running.follower);
    const consumer = { group, handle: this.#told(group, handle), checkpoint };
    const { signal } = this.#stop;
    while (!signal.aborted) {
      try {
        running.runs = true;
        await this.options.bus.consume(consumer, signal);
      } catch (err) {
        this.options.log.error({ err, group }, 'A consumer stopped and is started again.');
      }
      running.runs = false;
      await wait(restartMs, signal);
    }
  }

  // The bus gives it again, and puts aside what keeps failing; here it is told, so that a person
  // can find out why. An engine that is gone is told by whoever asks something of it.
  #told(group: string, handle: HandleBatch): HandleBatch {
    return async (batch) => {
      try {
        await handle(batch);
      } catch (err) {
        const [first, last] = [batch[0]?.position, batch.at(-1)?.position];
        if (!(err instanceof Unavailable))
          this.options.log.error(
            { err, group, first, last },
            'A batch of events could not be handled.',
          );
        throw err;
      }
    };
  }
}

function nothingWhenGone(error: unknown): object {
  if (error instanceof Unavailable) return {};
  throw error;
}
