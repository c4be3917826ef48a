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

  it('ends after the batch that is under way, and saves how far it came', async () => {
    const stream = someStream();
    const { group, isMine } = await bench().group(stream);
    let [begun, finished] = [false, false];
    const consumer = bench().consume(group, async (batch) => {
      if (!batch.some(isMine)) return;
      begun = true;
      await pause(200);
      finished = true;
    });
    await bench().send(stream, someEvents(1));
    await eventually(() => begun);
    await consumer.end();
    expect(finished).toBe(true);
    const [event] = await bench().log.read(stream);
    expect(await bench().checkpoint(group).load()).toBeGreaterThanOrEqual(event?.position ?? NaN);
  });

  it('has one consumer of a group at work, and another take over', async () => {
    const stream = someStream();
    const { group, isMine } = await bench().group(stream);
    const seen: string[] = [];
    const handle =
      (who: string): HandleBatch =>
      async (batch) =>
        void seen.push(...batch.filter(isMine).map(({ body }) => `${who} ${body}`));
    const first = bench().consume(group, handle('een'));
    await bench().send(stream, someEvents(['1']));
    await eventually(() => seen.length === 1);
    bench().consume(group, handle('twee'));
    await bench().send(stream, someEvents(['2']));
    await eventually(() => seen.length === 2);
    await first.end();
    await bench().send(stream, someEvents(['3']));
    await eventually(() => seen.length === 3, 20_000);
    expect(seen).toEqual(['een 1', 'een 2', 'twee 3']);
  }, 30_000);
}
