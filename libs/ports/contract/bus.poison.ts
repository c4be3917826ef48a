import { expect, it } from '@jest/globals';
import { Unavailable } from '@wijkspoor/kernel';
import type { HandleBatch } from '../bus.ts';
import type { StoredEvent } from '../event-log.ts';
import { bodiesOf, type Workbench } from './bus.workbench.ts';
import { collect, eventually, someEvents, someStream } from './samples.ts';

/** What cannot be handled is put aside, and holds up its own stream only. */
export function poisonPromises(bench: () => Workbench): void {
  it('puts a poison event aside with what stands behind it, and nothing else', async () => {
    const [bad, good] = [someStream(), someStream()];
    const { group, isMine } = await bench().group(bad, good);
    const seen: StoredEvent[] = [];
    bench().consume(group, poisonedBy('gif', isMine, seen));
    await bench().send(bad, someEvents(['"voor"', '"gif"', '"na"']));
    await bench().send(good, someEvents(['"goed"']));
    await eventually(() => seen.some(({ stream }) => stream === good));
    await bench().send(bad, someEvents(['"later"']));
    await bench().send(good, someEvents(['"beter"']));
    await eventually(() => bodiesOf(seen).includes('"beter"'));
    await eventually(async () => (await bench().bus.deadLetters(group)).length === 3);

    const letters = await bench().bus.deadLetters(group);
    expect(letters.map(({ event }) => event)).toEqual((await bench().log.read(bad)).slice(1));
    expect(letters[0]).toMatchObject({ group, error: expect.stringContaining('bedorven') });
    expect(new Set(bodiesOf(seen.filter(({ stream }) => stream === bad)))).toEqual(
      new Set(['"voor"']),
    );
  });

  it('knows after a restart which streams are parked', async () => {
    const bad = someStream();
    const { group, isMine } = await bench().group(bad);
    const seen: StoredEvent[] = [];
    const first = bench().consume(group, poisonedBy('gif', isMine, seen));
    await bench().send(bad, someEvents(['"gif"']));
    await eventually(async () => (await bench().bus.deadLetters(group)).length === 1);
    await first.end();
    bench().consume(group, poisonedBy('gif', isMine, seen));
    await bench().send(bad, someEvents(['"na"']));
    await eventually(async () => (await bench().bus.deadLetters(group)).length === 2);
    expect(seen).toEqual([]);
  });

  it('parks a stream for the group that failed only', async () => {
    const stream = someStream();
    const [failing, fine] = [await bench().group(stream), await bench().group(stream)];
    const seen: StoredEvent[] = [];
    bench().consume(failing.group, poisonedBy('gif', failing.isMine, []));
    bench().consume(fine.group, poisonedBy('niets', fine.isMine, seen));
    await bench().send(stream, someEvents(['"gif"', '"na"']));
    await eventually(() => seen.length === 2);
    await eventually(async () => (await bench().bus.deadLetters(failing.group)).length === 2);
    expect(await bench().bus.deadLetters(fine.group)).toEqual([]);
  });

  it('gives letters again in order when a person asks, with what comes meanwhile', async () => {
    const bad = someStream();
    const { group, isMine } = await bench().group(bad);
    const seen: StoredEvent[] = [];
    let cured = false;
    const poisoned = poisonedBy('gif', isMine, seen);
    const cure: HandleBatch = async (batch) => void seen.push(...batch.filter(isMine));
    bench().consume(group, (batch) => (cured ? cure(batch) : poisoned(batch)));
    await bench().send(bad, someEvents(['"gif"', '"na"']));
    await eventually(async () => (await bench().bus.deadLetters(group)).length === 2);

    expect(await bench().letters.retry(group, bad)).toBe(2);
    const isTriedAgain = async () => {
      const [first] = await bench().bus.deadLetters(group);
      return first !== undefined && first.attempts > 3 && !first.asked;
    };
    await eventually(isTriedAgain);
    expect(await bench().bus.deadLetters(group)).toHaveLength(2);

    cured = true;
    await bench().letters.retry(group, bad);
    await bench().send(bad, someEvents(['"later"']));
    await eventually(() => seen.length >= 3);
    await eventually(async () => (await bench().bus.deadLetters(group)).length === 0);
    await bench().send(bad, someEvents(['"laatst"']));
    await eventually(() => seen.length >= 4);
    expect(bodiesOf(seen)).toEqual(['"gif"', '"na"', '"later"', '"laatst"']);
  });

  it('goes on behind a letter that a person lets go of', async () => {
    const bad = someStream();
    const { group, isMine } = await bench().group(bad);
    const seen: StoredEvent[] = [];
    bench().consume(group, poisonedBy('gif', isMine, seen));
    await bench().send(bad, someEvents(['"gif 1"', '"na"', '"gif 2"', '"eind"']));
    await eventually(async () => (await bench().bus.deadLetters(group)).length === 4);
    const letGo = async () => {
      const [first] = await bench().bus.deadLetters(group);
      const why = { by: 'beheer', reason: 'gif' };
      return bench().letters.release(group, bad, first!.event.position, why);
    };
    expect((await letGo())?.event.body).toBe('"gif 1"');
    await eventually(async () => (await bench().bus.deadLetters(group)).length === 2);
    expect((await letGo())?.event.body).toBe('"gif 2"');
    await eventually(() => seen.length === 2);
    await bench().send(bad, someEvents(['"weer"']));
    await eventually(() => seen.length === 3);
    expect(bodiesOf(seen)).toEqual(['"na"', '"eind"', '"weer"']);
    expect(await bench().bus.deadLetters(group)).toEqual([]);
  });

  it('never takes an engine that is away for a poison event', async () => {
    const stream = someStream();
    const { group, isMine } = await bench().group(stream);
    const seen: StoredEvent[] = [];
    let refusals = 12;
    bench().consume(group, async (batch) => {
      if (batch.some(isMine) && refusals-- > 0) throw new Unavailable('even weg');
      seen.push(...batch.filter(isMine));
    });
    await bench().send(stream, someEvents(2));
    await eventually(() => seen.length === 2);
    expect(refusals).toBeLessThan(0);
    expect(await bench().bus.deadLetters(group)).toEqual([]);
  }, 30_000);

  it('keeps the events of the log complete for who replays it', async () => {
    const stream = someStream();
    const after = await bench().log.head();
    await bench().send(stream, someEvents(2));
    const found = (await collect(bench().log.replay(after))).filter((e) => e.stream === stream);
    expect(found).toEqual(await bench().log.read(stream));
  });
}

/** Handles all but the event with that word in it. */
const poisonedBy =
  (word: string, isMine: (event: StoredEvent) => boolean, seen: StoredEvent[]): HandleBatch =>
  async (batch) => {
    for (const event of batch.filter(isMine)) {
      if (event.body.includes(word)) throw new Error('bedorven');
      seen.push(event);
    }
  };
