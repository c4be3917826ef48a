import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeadLetters, ParkedEvents } from '../dead-letters.ts';
import { personPromises } from './dead-letters.person.ts';
import { instant, storedEvents, type Letters } from './dead-letters.samples.ts';
import { someStream } from './samples.ts';

export type OpenDeadLetters = () => Promise<
  Readonly<{ letters: DeadLetters & ParkedEvents; close(): Promise<void> }>
>;

/** Everything that a store of dead letters promises. */
export function deadLettersContract(name: string, open: OpenDeadLetters): void {
  describe(`${name} as a store of dead letters`, () => {
    let opened: Awaited<ReturnType<OpenDeadLetters>>;

    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.close());

    const letters = () => opened.letters;
    describe('parking', () => parkingPromises(letters));
    describe('a person', () => personPromises(letters));
  });
}

function parkingPromises(letters: Letters) {
  it('keeps an event as it was, with what the handler said', async () => {
    const group = randomUUID();
    const [event] = storedEvents(someStream(), 1, ['{ "tekst":"👩🏽‍🌾 \\u00e9\'" }\n']);
    await letters().park(group, event, 'bedorven', 4);
    expect(await letters().list(group)).toEqual([
      {
        ...{ group, event, error: 'bedorven', attempts: 4, asked: false },
        at: instant,
        since: instant,
      },
    ]);
    expect(await letters().parked(group)).toEqual(new Set([event.stream]));
  });

  it('keeps what stands behind, and gives back what does not', async () => {
    const group = randomUUID();
    const [bad, ...behind] = storedEvents(someStream(), 1, 3);
    const free = storedEvents(someStream(), 11, 2);
    await letters().park(group, bad, 'bedorven', 4);
    const mixed = [...free.slice(0, 1), ...behind, ...free.slice(1)];
    for (let again = 0; again < 2; again++) {
      expect(await letters().keepBehind(group, mixed)).toEqual(free);
    }
    const kept = await letters().list(group);
    expect(kept.map(({ event }) => event)).toEqual([bad, ...behind]);
    expect(kept.map(({ attempts }) => attempts)).toEqual([4, 0, 0]);
    expect(await letters().first(group, bad.stream)).toEqual(kept[0]);
  });

  it('counts the attempts of an event that fails again', async () => {
    const group = randomUUID();
    const [bad] = storedEvents(someStream(), 1, 1);
    await letters().park(group, bad, 'eerst', 4);
    await letters().park(group, bad, 'later', 4);
    const [letter] = await letters().list(group);
    expect(letter).toMatchObject({ error: 'later', attempts: 8 });
    expect(letter!.since <= letter!.at).toBe(true);
  });

  it('parks a stream until its last letter is handled', async () => {
    const group = randomUUID();
    const [bad, behind] = storedEvents(someStream(), 1, 2);
    await letters().park(group, bad, 'bedorven', 4);
    await letters().keepBehind(group, [behind]);
    await letters().handled(group, bad);
    expect(await letters().parked(group)).toEqual(new Set([bad.stream]));
    await letters().handled(group, behind);
    expect(await letters().parked(group)).toEqual(new Set());
    expect(await letters().first(group, bad.stream)).toBeUndefined();
    expect(await letters().keepBehind(group, [behind])).toEqual([behind]);
  });

  it('keeps groups apart', async () => {
    const [group, other] = [randomUUID(), randomUUID()];
    const [bad] = storedEvents(someStream(), 1, 1);
    await letters().park(group, bad, 'bedorven', 4);
    expect(await letters().list(other)).toEqual([]);
    expect(await letters().keepBehind(other, [bad])).toEqual([bad]);
    expect(await letters().counts()).toEqual(
      expect.arrayContaining([{ group, letters: 1, streams: 1 }]),
    );
    expect((await letters().counts()).some((count) => count.group === other)).toBe(false);
  });
}
