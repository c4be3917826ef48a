import { expect, it } from '@jest/globals';
import type { HandleBatch } from '../bus.ts';
import type { StoredEvent } from '../event-log.ts';
import { bodiesOf, type Workbench } from './bus.workbench.ts';
import { eventually, pause, someEvents, someStream } from './samples.ts';

/** Every event to every group, in order per stream, at least once. */
export function deliveryPromises(bench: () => Workbench): void {
  it('brings every event to every group, in order per stream', async () => {
    const streams = [someStream(), someStream()] as const;
    const groups = [await bench().group(...streams), await bench().group(...streams)];
    const seen = groups.map((): StoredEvent[] => []);
    const consumers = groups.map(({ group, isMine }, index) =>
      bench().consume(group, async (batch) => void seen[index]?.push(...batch.filter(isMine))),
    );
    for (const stream of streams) await bench().send(stream, someEvents(3));
    for (const stream of streams) await bench().send(stream, someEvents(2));
    await eventually(() => seen.every((events) => events.length === 10));
    for (const { end } of consumers) await end();
    for (const stream of streams) {
      const stored = await bench().log.read(stream);
      for (const events of seen) {
        expect(events.filter((event) => event.stream === stream)).toEqual(stored);
      }
    }
  });

  it('keeps the order of what is put on it while other events are still on their way', async () => {
    const streams = [someStream(), someStream(), someStream()];
    const { group, isMine } = await bench().group(...streams);
    const seen: StoredEvent[] = [];
    bench().consume(group, async (batch) => void seen.push(...batch.filter(isMine)));
    await Promise.all(streams.map((stream) => bench().sendAtOnce(stream, someEvents(20))));
    await eventually(() => seen.length === 60);
    for (const stream of streams) {
      const stored = await bench().log.read(stream);
      expect(seen.filter((event) => event.stream === stream)).toEqual(stored);
    }
  });

  it('gives a batch again when it was not handled', async () => {
    const stream = someStream();
    const { group, isMine } = await bench().group(stream);
    const seen: StoredEvent[] = [];
    let failures = 0;
    bench().consume(group, async (batch) => {
      if (batch.some(isMine) && failures++ === 0) throw new Error('niet nu');
      seen.push(...batch.filter(isMine));
    });
    await bench().send(stream, someEvents(2));
    await eventually(() => seen.length === 2);
    expect(bodiesOf(seen)).toEqual(['{"nummer":1}', '{"nummer":2}']);
    expect(await bench().bus.deadLetters(group)).toEqual([]);
  });

  it('goes on after a restart where it was', async () => {
    const stream = someStream();
    const { group, isMine } = await bench().group(stream);
    const seen: StoredEvent[] = [];
    const handle: HandleBatch = async (batch) => void seen.push(...batch.filter(isMine));
    const first = bench().consume(group, handle);
    await bench().send(stream, someEvents(['1', '2']));
    await eventually(() => seen.length === 2);
    await first.end();
    await bench().send(stream, someEvents(['3']));
    bench().consume(group, handle);
    await eventually(() => seen.length === 3);
    expect(bodiesOf(seen)).toEqual(['1', '2', '3']);
  });

  it('ends after the batch that is under way, and does not give that one again', async () => {
    const stream = someStream();
    const { group, isMine } = await bench().group(stream);
    const finished: StoredEvent[] = [];
    let begun = 0;
    const handle: HandleBatch = async (batch) => {
      const mine = batch.filter(isMine);
      begun += mine.length;
      if (mine.length > 0) await pause(200);
      finished.push(...mine);
    };
    const first = bench().consume(group, handle);
    await bench().send(stream, someEvents(['1']));
    await eventually(() => begun === 1);
    await first.end();
    expect(bodiesOf(finished)).toEqual(['1']);
    bench().consume(group, handle);
    await bench().send(stream, someEvents(['2']));
    await eventually(() => finished.length === 2);
    expect(bodiesOf(finished)).toEqual(['1', '2']);
  });

  it('shares a group among its members, and leaves all to who remains', async () => {
    const streams = Array.from({ length: 8 }, someStream);
    const { group, isMine } = await bench().group(...streams);
    const seen: { who: string; event: StoredEvent }[] = [];
    const handle =
      (who: string): HandleBatch =>
      async (batch) =>
        void seen.push(...batch.filter(isMine).map((event) => ({ who, event })));
    const isSeen = (body: string) => () =>
      new Set(seen.filter(({ event }) => event.body === body).map(({ event }) => event.stream))
        .size === streams.length;
    const sendAll = async (body: string) => {
      for (const stream of streams) await bench().send(stream, someEvents([body]));
    };
    const first = bench().consume(group, handle('een'));
    await sendAll('1');
    await eventually(isSeen('1'));
    bench().consume(group, handle('twee'));
    await sendAll('2');
    await eventually(isSeen('2'));
    await first.end();
    const before = seen.length;
    await sendAll('3');
    await eventually(isSeen('3'));
    expect(new Set(seen.slice(before).map(({ who }) => who))).toEqual(new Set(['twee']));
    // An event may come again when members come and go; the first time, all come in their order.
    for (const stream of streams) {
      const bodies = seen.filter(({ event }) => event.stream === stream).map((s) => s.event.body);
      expect([...new Set(bodies)]).toEqual(['1', '2', '3']);
    }
  }, 60_000);

  it('knows how many events a group has still before it', async () => {
    const stream = someStream();
    const { group } = await bench().group(stream);
    const backlog = () => bench().backlog(group);
    const caughtUp = bench().consume(group, async () => undefined);
    await eventually(async () => (await backlog()) === 0);
    await caughtUp.end();
    await bench().send(stream, someEvents(3));
    expect(await backlog()).toBeGreaterThanOrEqual(3);
    bench().consume(group, async () => undefined);
    await eventually(async () => (await backlog()) === 0);
    expect(await backlog()).toBe(0);
  });
}
