import { wait } from '@wijkspoor/ports';
import type { Consumer } from 'kafkajs';
import type { KafkaAddress } from './address.ts';
import { clientOf, isRefusal, patience, rootOf } from './client.ts';
import { pauseOf } from './pause.ts';

export type GroupOptions = Readonly<{
  address: KafkaAddress;
  /** A member that is not heard for so long has died, and others get its partitions. */
  sessionMs: number;
  /** Told when a consumer lost Kafka and begins anew, or was too late for what it kept. */
  log: (message: string) => void;
}>;

/** Of a member that is not heard for so long, where neither options nor address say otherwise. */
export const sessionDefaultMs = 15_000;

const heartbeatMs = 1_000;

/** A consumer of kafkajs that commits by hand and ends when it is told to. */
export function consumerOf(
  { address, sessionMs }: Omit<GroupOptions, 'log'>,
  groupId: string,
): Consumer {
  return clientOf(address).consumer({
    groupId,
    sessionTimeout: sessionMs,
    heartbeatInterval: heartbeatMs,
    // An idle member hears of a new one when its fetch ends; kafkajs would wait for five seconds.
    maxWaitTimeInMs: 500,
    allowAutoTopicCreation: false,
    // By itself kafkajs would start anew also after it was told to stop. We begin with a new one.
    retry: { ...patience, restartOnFailure: () => Promise.resolve(false) },
  });
}

type Run = (stop: AbortSignal) => Promise<Error | undefined>;

/** Everything of one bus or inbox that consumes, until its own signal or until all is closed. */
export class Members {
  readonly #closing = new AbortController();
  readonly #running = new Set<Promise<void>>();

  constructor(private readonly log: (message: string) => void) {}

  /** A member after another: when Kafka was away, a new one begins where the last one committed. */
  run(group: string, member: Run, until: AbortSignal): Promise<void> {
    const stop = AbortSignal.any([until, this.#closing.signal]);
    const done = this.#again(group, member, stop).finally(() => this.#running.delete(done));
    this.#running.add(done);
    return done;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.allSettled(this.#running);
  }

  async #again(group: string, member: Run, stop: AbortSignal) {
    for (let failed = 1; !stop.aborted; failed++) {
      const error = await member(stop);
      if (!error) return;
      if (!isOfKafka(error) || isRefusal(error)) throw error;
      this.log(`A consumer of ${group} lost Kafka (${rootOf(error).message}) and begins anew.`);
      await pauseOf(failed, stop);
    }
  }
}

/** Tells the group that we are there, until it is over; ends the turn when the group says so. */
export function keepAlive(
  heartbeat: () => Promise<void>,
  turn: AbortController,
): Readonly<{ over(): void }> {
  const over = new AbortController();
  const beat = async () => {
    while (!over.signal.aborted) {
      await wait(heartbeatMs, over.signal);
      if (over.signal.aborted) return;
      await heartbeat().catch((error: unknown) => {
        if (isOfGroup(error)) turn.abort();
      });
    }
  };
  void beat();
  return { over: () => over.abort() };
}

export const isOfKafka = (error: unknown) => rootOf(error).name.startsWith('KafkaJS');

const ofGroup = /^(REBALANCE_IN_PROGRESS|ILLEGAL_GENERATION|UNKNOWN_MEMBER_ID|FENCED_INSTANCE_ID)$/;

/** The group divides its partitions anew, or does not know us any more. */
const isOfGroup = (error: unknown) => ofGroup.test(rootOf(error).type ?? '');
