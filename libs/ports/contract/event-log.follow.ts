import { expect, it } from '@jest/globals';
import type { EventLog, StoredEvent } from '../event-log.ts';
import { collect, eventually, isRising, pause, someEvents, someStream } from './samples.ts';

const never = new AbortController().signal;
const ids = (events: readonly Readonly<{ id: string }>[]) => events.map(({ id }) => id);

/** One order over all streams, and followers that miss nothing. */
export function followPromises(log: () => EventLog): void {
  it('knows the position of the last event', async () => {
    const { position } = await log().append(someStream(), someEvents(2), 'none');
    expect(await log().head()).toBeGreaterThanOrEqual(position);
  });

  it('replays every event after a position, in order, up to the head', async () => {
    const after = await log().head();
    const events = someEvents(5);
    await log().append(someStream(), events.slice(0, 3), 'none');
    await log().append(someStream(), events.slice(3), 'none');
    const found = await collect(log().replay(after));
    expect(ids(found)).toEqual(ids(events));
    expect(isRising(found.map(({ position }) => position))).toBe(true);
    expect(found[0]?.position).toBeGreaterThan(after);
  });

  it('replays from the very first event', async () => {
    const stream = someStream();
    await log().append(stream, someEvents(1), 'none');
    const found = await collect(log().replay(0));
    expect(isRising(found.map(({ position }) => position))).toBe(true);
    expect(found.at(-1)?.stream).toBe(stream);
  });

  it('replays nothing after the head', async () => {
    expect(await collect(log().replay(await log().head()))).toEqual([]);
    expect(await collect(log().replay((await log().head()) + 1_000))).toEqual([]);
  });

  it('gives a replay the same events as a reader of the stream', async () => {
    const stream = someStream();
    const after = await log().head();
    await log().append(stream, someEvents(['{"tekst":"één 🙂"}', '{ "b":1, "a":2 }']), 'none');
    expect(await collect(log().replay(after))).toEqual(await log().read(stream));
  });

  it('ends a replay although others go on writing', async () => {
    const after = await log().head();
    await log().append(someStream(), someEvents(3), 'none');
    const found: StoredEvent[] = [];
    for await (const batch of log().replay(after)) {
      found.push(...batch);
      await log().append(someStream(), someEvents(1), 'none');
    }
    expect(found).toHaveLength(3);
  });

  it('lets a consumer leave a replay half-way', async () => {
    await log().append(someStream(), someEvents(10), 'none');
    const first = await collect(log().replay(0), () => true);
    expect(first.length).toBeGreaterThan(0);
  });

  it('follows what is there and what comes', async () => {
    const after = await log().head();
    const [early, late] = [someEvents(2), someEvents(2)];
    await log().append(someStream(), early, 'none');
    const following = collect(log().follow(after, never), (events) => events.length >= 4);
    await pause(50);
    await log().append(someStream(), late, 'none');
    expect(ids(await following)).toEqual(ids([...early, ...late]));
  });

  it('brings a new event to a follower that waits', async () => {
    const following = collect(log().follow(await log().head(), never), () => true);
    // It has looked and found nothing by then; when it looks next is up to the adapter.
    await pause(200);
    const { position } = await log().append(someStream(), someEvents(1), 'none');
    expect((await following)[0]?.position).toBe(position);
  });

  it('waits at a position that is still to come', async () => {
    const after = (await log().head()) + 2;
    const following = collect(log().follow(after, never), () => true);
    // It is still to come when the follower looks.
    await pause(100);
    const streams = [someStream(), someStream()];
    for (const stream of streams) await log().append(stream, someEvents(2), 'none');
    const stored = await Promise.all(streams.map((stream) => log().read(stream)));
    // Positions rise, but need not be consecutive: this may be the very first of them.
    const first = stored.flat().find(({ position }) => position > after);
    expect((await following)[0]).toEqual(first);
  });

  it('gives no empty batches, and ends at once when it is told to', async () => {
    const stop = new AbortController();
    const batches: number[] = [];
    const from = await log().head();
    const following = (async () => {
      for await (const batch of log().follow(from, stop.signal)) {
        batches.push(batch.length);
      }
    })();
    await pause(50);
    await log().append(someStream(), someEvents(1), 'none');
    await eventually(() => batches.length > 0);
    await pause(200);
    stop.abort();
    await following;
    expect(batches).toEqual([1]);
  });

  it('ends at once when it was told to before', async () => {
    expect(await collect(log().follow(0, AbortSignal.abort()))).toEqual([]);
  });

  it('skips nothing and doubles nothing while many write', async () => {
    const after = await log().head();
    const [writers, appends] = [16, 25];
    const written: string[] = [];
    const write = async () => {
      for (let done = 0; done < appends; done++) {
        const events = someEvents(1 + (done % 3));
        written.push(...ids(events));
        await log().append(someStream(), events, 'none');
      }
    };
    const total = writers * Array.from({ length: appends }, (_, n) => 1 + (n % 3)).reduce(sum);
    const followers = Array.from({ length: 4 }, async (_, late) => {
      await pause(late * 15);
      return collect(log().follow(after, never), (events) => events.length >= total);
    });
    await Promise.all(Array.from({ length: writers }, write));
    for (const found of await Promise.all(followers)) {
      expect(found).toHaveLength(total);
      expect(new Set(ids(found))).toEqual(new Set(written));
      expect(isRising(found.map(({ position }) => position))).toBe(true);
    }
  });
}

const sum = (a: number, b: number) => a + b;
