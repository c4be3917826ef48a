import { setTimeout as sleep } from 'node:timers/promises';
import type { PartitionLag } from '@wijkspoor/adapters/kafka';
import type { DeadLetters, Inbox } from '@wijkspoor/ports';
import type { Gereed } from '@wijkspoor/wire';
import { tellClock, type ClockStanding } from './clock-meter.ts';
import type { Instruments } from './instruments.ts';
import type { Latenesses } from './metered.ts';

/** What is asked at a scrape. A few rows answer each question, however long the log is. */
export type Sources = Readonly<{
  followers: Readonly<{ status(): Promise<Gereed['volgers']> }>;
  relay: Readonly<{ status(): Promise<Gereed['relais']> }>;
  letters: Pick<DeadLetters, 'counts'>;
  /** Per partition, where the bus is Kafka. */
  lag?: ((group: string) => Promise<readonly PartitionLag[]>) | undefined;
}>;

/** Tells how the clock stands, in a process that has one. */
export type AskClock = () => Promise<ClockStanding>;

const patienceMs = 2_000;
const freshMs = 5_000;

/**
 * How things stand at this moment: asked when somebody scrapes, and at most every five seconds,
 * however many scrape. An engine that does not answer in time costs its own figures and no others:
 * a figure that is not known is not told.
 */
export class Standing {
  #askedAt = -Infinity;
  #asking: Promise<unknown> | undefined;

  constructor(
    private readonly sources: Sources &
      Readonly<{
        inboxes?: ReadonlyMap<string, Inbox>;
        clocks?: ReadonlySet<AskClock>;
      }>,
    private readonly meters: Instruments,
    private readonly latenesses: Latenesses,
  ) {}

  async ask(): Promise<void> {
    if (performance.now() - this.#askedAt < freshMs) return;
    this.#asking ??= this.#askAll().finally(() => {
      this.#askedAt = performance.now();
      this.#asking = undefined;
    });
    await this.#asking;
  }

  async #askAll(): Promise<void> {
    const { followers, relay, letters } = this.sources;
    this.#forget();
    await Promise.all([
      this.#inTime('followers', async () => this.#tellFollowers(await followers.status())),
      this.#inTime('relay', async () => this.#tellRelay(await relay.status())),
      this.#inTime('dead-letters', async () => this.#tellLetters(await letters.counts())),
      ...this.#groups.map((group) => this.#inTime('kafka', () => this.#tellPartitions(group))),
      ...[...(this.sources.inboxes ?? [])].map(([group, inbox]) =>
        this.#inTime('channels', async () => {
          this.meters.channelLag.set({ group }, await inbox.backlog(group));
        }),
      ),
      ...[...(this.sources.clocks ?? [])].map((ask) =>
        this.#inTime('clock', async () => tellClock(this.meters, await ask())),
      ),
    ]);
  }

  get #groups(): string[] {
    return [...this.latenesses.groups.keys()];
  }

  #forget(): void {
    const { lag, lateness, letters, parked, partitions, channelLag } = this.meters;
    const { relayLag, relayLateness, due, calendarDays, outbox } = this.meters;
    for (const gauge of [lag, lateness, letters, parked, partitions, channelLag, outbox])
      gauge.reset();
    for (const gauge of [relayLag, relayLateness, due, calendarDays]) gauge.remove();
  }

  #tellFollowers(followers: Gereed['volgers']): void {
    for (const { groep: group, achterstand } of followers) {
      if (achterstand === undefined) continue;
      this.meters.lag.set({ group }, achterstand);
      const seconds = this.latenesses.groups.get(group)?.seconds(achterstand);
      if (seconds !== undefined) this.meters.lateness.set({ group }, seconds);
    }
  }

  // How late the relay is knows who relays; how far it is knows everybody.
  #tellRelay(relay: Gereed['relais']): void {
    this.meters.relayActive.set(relay?.actief ? 1 : 0);
    if (!relay) return;
    this.meters.relayLag.set(relay.achterstand);
    if (relay.actief)
      this.meters.relayLateness.set(this.latenesses.relay.seconds(relay.achterstand));
  }

  #tellLetters(counts: Awaited<ReturnType<DeadLetters['counts']>>): void {
    for (const group of this.#groups) {
      const count = counts.find((one) => one.group === group);
      this.meters.letters.set({ group }, count?.letters ?? 0);
      this.meters.parked.set({ group }, count?.streams ?? 0);
    }
  }

  async #tellPartitions(group: string): Promise<void> {
    for (const { partition, lag } of (await this.sources.lag?.(group)) ?? [])
      this.meters.partitions.set({ group, partition }, lag);
  }

  async #inTime(of: string, tell: () => Promise<void>): Promise<void> {
    const over = new AbortController();
    const late = sleep(patienceMs, true, { signal: over.signal }).catch(() => false);
    const failed = tell().then(
      () => false,
      () => true,
    );
    if (await Promise.race([failed, late])) this.meters.failures.inc({ of });
    over.abort();
  }
}
