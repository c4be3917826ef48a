import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { instant, storedEvents, type Letters } from './dead-letters.samples.ts';
import { someStream } from './samples.ts';

/** What a person can see and do. */
export function personPromises(letters: Letters) {
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
