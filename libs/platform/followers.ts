import { setTimeout as sleep } from 'node:timers/promises';
import { Unavailable } from '@wijkspoor/kernel';
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

type Running = { follower: Follower; position: number; runs: boolean };

const restartMs = 1_000;

/** Runs the consumers of all services in this process, each in its own group. */
export class Followers {
  readonly #all: Running[] = [];
  readonly #stop = new AbortController();
  #done: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly bus: Bus,
    private readonly checkpoints: (group: string) => Checkpoint,
    private readonly log: Logger,
  ) {}

  add(follower: Follower): void {
    this.#all.push({ follower, position: 0, runs: false });
  }

  start(): void {
    this.#done = Promise.all(this.#all.map((running) => this.#run(running)));
  }

  /** Resolves when the last batch of each is handled and its checkpoint saved. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#done;
  }

  get allRun(): boolean {
    return this.#all.every(({ runs }) => runs);
  }

  /** How far each has come, and how many events lie before it. */
  status(head: number): Gereed['volgers'] {
    return this.#all.map(({ follower: { group }, position }) => ({
      groep: group,
      positie: position,
      achterstand: Math.max(0, head - position),
    }));
  }

  // A consumer waits out an engine that is gone. If it ends all the same, it starts anew.
  async #run(running: Running): Promise<void> {
    const { group, handle, checkpoint = this.checkpoints(group) } = running.follower;
    const consumer = {
      group,
      handle: this.#told(group, handle),
      checkpoint: watched(checkpoint, running),
    };
    const { signal } = this.#stop;
    while (!signal.aborted) {
      try {
        running.runs = true;
        await this.bus.consume(consumer, signal);
      } catch (err) {
        this.log.error({ err, group }, 'A consumer stopped and is started again.');
      }
      running.runs = false;
      if (!signal.aborted) await sleep(restartMs, undefined, { signal }).catch(() => undefined);
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
          this.log.error({ err, group, first, last }, 'A batch of events could not be handled.');
        throw err;
      }
    };
  }
}

function watched(checkpoint: Checkpoint, running: Running): Checkpoint {
  return {
    async load() {
      running.position = await checkpoint.load();
      return running.position;
    },
    async save(position) {
      await checkpoint.save(position);
      running.position = position;
    },
  };
}
