import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StreamId } from '@wijkspoor/kernel';
import type { DeadLetters, ParkedEvents } from '../dead-letters.ts';
import type { StoredEvent } from '../event-log.ts';
import { someEvents, someStream } from './samples.ts';

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

const instant: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/);

type Letters = () => DeadLetters & ParkedEvents;

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

function personPromises(letters: Letters) {
  it('asks for the letters of one stream, and for what comes behind them', async () => {
    const group = randomUUID();
    const [bad, behind] = storedEvents(someStream(), 1, 2);
    const [elsewhere] = storedEvents(someStream(), 11, 1);
    for (const event of [bad, elsewhere]) await letters().park(group, event, 'bedorven', 4);
    expect(await letters().retry(group, bad.stream)).toBe(1);
    await letters().keepBehind(group, [behind]);
    expect(await letters().asked(group)).toEqual([bad.stream]);
    await letters().handled(group, bad);
    expect(await letters().asked(group)).toEqual([bad.stream]);
    expect(await letters().first(group, bad.stream)).toMatchObject({ event: behind, asked: true });
  });

  it('has asked in vain when the event fails again', async () => {
    const group = randomUUID();
    const [bad, behind] = storedEvents(someStream(), 1, 2);
    await letters().park(group, bad, 'bedorven', 4);
    await letters().keepBehind(group, [behind]);
    expect(await letters().retry(group, bad.stream)).toBe(2);
    await letters().park(group, bad, 'nog steeds bedorven', 4);
    expect(await letters().asked(group)).toEqual([]);
    expect((await letters().list(group)).map(({ asked }) => asked)).toEqual([false, false]);
  });

  it('lets the first letter go, and asks for the rest', async () => {
    const group = randomUUID();
    const [bad, behind] = storedEvents(someStream(), 1, 2);
    await letters().park(group, bad, 'bedorven', 4);
    await letters().keepBehind(group, [behind]);
    expect(await letters().release(group, bad.stream, bad.position, because)).toMatchObject({
      event: bad,
    });
    expect(await letters().asked(group)).toEqual([bad.stream]);
    expect((await letters().list(group)).map(({ event }) => event)).toEqual([behind]);
    expect(await letters().release(group, bad.stream, behind.position, because)).toMatchObject({
      event: behind,
    });
    expect(await letters().parked(group)).toEqual(new Set());
  });

  it('has let go for good of an event that fails once more', async () => {
    const group = randomUUID();
    const [bad, behind] = storedEvents(someStream(), 1, 2);
    await letters().park(group, bad, 'bedorven', 4);
    await letters().keepBehind(group, [behind]);
    await letters().release(group, bad.stream, bad.position, because);
    await letters().park(group, bad, 'bedorven', 4);
    expect(await letters().list(group)).toMatchObject([{ event: behind, asked: true }]);
    await letters().handled(group, behind);
    await letters().park(group, bad, 'bedorven', 4);
    expect(await letters().parked(group)).toEqual(new Set());
  });

  it('is told when there is nothing to ask for or to let go', async () => {
    const group = randomUUID();
    expect(await letters().retry(group, someStream())).toBe(0);
    expect(await letters().release(group, someStream(), 1, because)).toBeUndefined();
    expect(await letters().letter(group, 1)).toBeUndefined();
  });

  it('lets nothing go but the first letter of a stream', async () => {
    const group = randomUUID();
    const [bad, behind] = storedEvents(someStream(), 1, 2);
    await letters().park(group, bad, 'bedorven', 4);
    await letters().keepBehind(group, [behind]);
    const release = (position: number) =>
      letters().release(group, bad.stream, position, { by: 'beheer', reason: 'dubbel' });
    expect(await release(behind.position)).toBeUndefined();
    const both = await Promise.all([release(bad.position), release(bad.position)]);
    expect(both.filter((letter) => letter !== undefined)).toHaveLength(1);
    expect((await letters().list(group)).map(({ event }) => event)).toEqual([behind]);
  });

  it('can see who let go of a letter, and why', async () => {
    const group = randomUUID();
    const [bad] = storedEvents(someStream(), 1, 1);
    await letters().park(group, bad, 'bedorven', 4);
    expect((await letters().letter(group, bad.position))?.released).toBeUndefined();
    const given = await letters().release(group, bad.stream, bad.position, because);
    expect(given?.released).toEqual({ ...because, at: instant });
    expect(await letters().letter(group, bad.position)).toEqual(given);
    const mine = (await letters().released()).filter((letter) => letter.group === group);
    expect(mine).toEqual([given]);
  });

  it('sees every stream that is parked, with what stands in the way', async () => {
    const group = randomUUID();
    const [bad, ...behind] = storedEvents(someStream(), 1, 3);
    const [other] = storedEvents(someStream(), 11, 1);
    await letters().park(group, bad, 'bedorven', 4);
    await letters().keepBehind(group, behind);
    await letters().park(group, other, 'ook bedorven', 4);
    const mine = (await letters().streams()).filter(({ first }) => first.group === group);
    expect(mine).toEqual([
      { first: await letters().letter(group, bad.position), behind: 2 },
      { first: await letters().letter(group, other.position), behind: 0 },
    ]);
  });
}

const because = { by: 'functioneel-beheer', reason: 'stond er dubbel' };

type AtLeastTwo = [StoredEvent, StoredEvent, ...StoredEvent[]];

/** Events as some log gave them. */
function storedEvents(stream: StreamId, from: number, bodies: number | readonly string[]) {
  return someEvents(bodies).map((event, index): StoredEvent => {
    const place = { stream, revision: index, position: from + index };
    return { ...event, ...place, recordedAt: '2026-11-20T09:00:00.123Z' };
  }) as AtLeastTwo;
}
