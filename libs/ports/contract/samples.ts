import { randomUUID } from 'node:crypto';
import type { StreamId } from '@wijkspoor/kernel';
import type { NewEvent, StoredEvent } from '../event-log.ts';

/** A stream that nobody else has: each test has its own, so there is nothing to clean up. */
export const someStream = (): StreamId => `proef-${randomUUID()}`;

/** So many new events, or one for each of the bodies. */
export function someEvents(bodies: number | readonly string[]): NewEvent[] {
  const all =
    typeof bodies === 'number'
      ? Array.from({ length: bodies }, (_, index) => JSON.stringify({ nummer: index + 1 }))
      : bodies;
  return all.map((body) => ({ id: randomUUID(), type: 'ProefGenomen', body, meta }));
}

const meta = JSON.stringify({
  actor: 'proef',
  correlationId: '01980000-0000-7000-8000-000000000001',
  causationId: '01980000-0000-7000-8000-000000000002',
});

/** Reads until it is `enough`, or to the end. Gives all that came. */
export async function collect(
  batches: AsyncIterable<readonly StoredEvent[]>,
  enough: (events: readonly StoredEvent[]) => boolean = () => false,
): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const batch of batches) {
    events.push(...batch);
    if (enough(events)) break;
  }
  return events;
}

/** Waits until it is so, and fails when that takes too long, also for a busy machine. */
export async function eventually(
  isSo: () => boolean | Promise<boolean>,
  withinMs = 30_000,
): Promise<void> {
  for (const start = performance.now(); !(await isSo()); await pause(10)) {
    if (performance.now() - start > withinMs) throw new Error(`Not so in time: ${isSo.toString()}`);
  }
}

export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));

export const isRising = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
