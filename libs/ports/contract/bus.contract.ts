import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Unavailable, type StreamId } from '@wijkspoor/kernel';
import type { Bus, HandleBatch } from '../bus.ts';
import type { Checkpoint } from '../checkpoint.ts';
import type { EventLog, NewEvent, StoredEvent } from '../event-log.ts';
import { collect, eventually, pause, someEvents, someStream } from './samples.ts';

export type BusBench = Readonly<{
  bus: Bus;
  /** Where the events come from that are put on the bus. */
  log: EventLog;
  checkpoint(group: string): Checkpoint;
  close(): Promise<void>;
}>;

/** Opens a bus that gives a failing event a few times, within a second in all. */
export type OpenBus = () => Promise<BusBench>;

/** Everything that a bus promises. The bus may carry events of others, before and meanwhile. */
export function busContract(name: string, open: OpenBus): void {
  describe(`${name} as a bus`, () => {
    let bench: BusBench;

    beforeAll(async () => {
      bench = await open();
    });
    afterAll(() => bench.close());

    deliveryPromises(() => bench);
    poisonPromises(() => bench);
  });
}

/** Stores events and puts them on the bus, as the relay does. */
async function send({ bus, log }: BusBench, stream: StreamId, events: readonly NewEvent[]) {
  const known = await log.read(stream);
  await log.append(stream, events, known.at(-1)?.revision ?? 'none');
  await bus.publish((await log.read(stream)).slice(known.length));
}

/** A group of its own that starts at the head of now, and sees only what is its business. */
async function newGroup({ log, checkpoint }: BusBench, ...streams: readonly StreamId[]) {
  const group = randomUUID();
  await checkpoint(group).save(await log.head());
  const isMine = ({ stream }: StoredEvent) => streams.includes(stream);
  return { group, isMine };
}

function consume(bench: BusBench, group: string, handle: HandleBatch) {
  const stop = new AbortController();
  const checkpoint = bench.checkpoint(group);
  const done = bench.bus.consume({ group, checkpoint, handle }, stop.signal);
  const end = async () => {
    stop.abort();
    await done;
  };
  return { end, [Symbol.asyncDispose]: end };
}

const bodies = (events: readonly StoredEvent[]) => events.map(({ body }) => body);

function deliveryPromises(bench: () => BusBench): void {
  it('brings every event to every group, in order per stream', async () => {
    const streams = [someStream(), someStream()] as const;
    const groups = [await newGroup(bench(), ...streams), await newGroup(bench(), ...streams)];
    const seen = groups.map((): StoredEvent[] => []);
    const consumers = groups.map(({ group, isMine }, index) =>
      consume(bench(), group, async (batch) => void seen[index]?.push(...batch.filter(isMine))),
    );
    for (const stream of streams) await send(bench(), stream, someEvents(3));
    for (const stream of streams) await send(bench(), stream, someEvents(2));
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
    const { group, isMine } = await newGroup(bench(), stream);
    const seen: StoredEvent[] = [];
    let failures = 0;
    await using _ = consume(bench(), group, async (batch) => {
      if (batch.some(isMine) && failures++ === 0) throw new Error('niet nu');
      seen.push(...batch.filter(isMine));
    });
    await send(bench(), stream, someEvents(2));
    await eventually(() => seen.length === 2);
    expect(bodies(seen)).toEqual(['{"nummer":1}', '{"nummer":2}']);
    expect(await bench().bus.deadLetters(group)).toEqual([]);
  });

  it('goes on after a restart where it was', async () => {
    const stream = someStream();
    const { group, isMine } = await newGroup(bench(), stream);
    const seen: StoredEvent[] = [];
    const handle: HandleBatch = async (batch) => void seen.push(...batch.filter(isMine));
    const first = consume(bench(), group, handle);
    await send(bench(), stream, someEvents(['1', '2']));
    await eventually(() => seen.length === 2);
    await first.end();
    await send(bench(), stream, someEvents(['3']));
    await using _ = consume(bench(), group, handle);
    await eventually(() => seen.length === 3);
    expect(bodies(seen)).toEqual(['1', '2', '3']);
  });

  it('ends after the batch that is under way, and saves how far it came', async () => {
    const stream = someStream();
    const { group, isMine } = await newGroup(bench(), stream);
    let [begun, finished] = [false, false];
    const consumer = consume(bench(), group, async (batch) => {
      if (!batch.some(isMine)) return;
      begun = true;
      await pause(200);
      finished = true;
    });
    await send(bench(), stream, someEvents(1));
    await eventually(() => begun);
    await consumer.end();
    expect(finished).toBe(true);
    const [event] = await bench().log.read(stream);
    expect(await bench().checkpoint(group).load()).toBeGreaterThanOrEqual(event?.position ?? NaN);
  });

  it('has one consumer of a group at work, and another take over', async () => {
    const stream = someStream();
    const { group, isMine } = await newGroup(bench(), stream);
    const seen: string[] = [];
    const handle =
      (who: string): HandleBatch =>
      async (batch) =>
        void seen.push(...batch.filter(isMine).map(({ body }) => `${who} ${body}`));
    const first = consume(bench(), group, handle('een'));
    await send(bench(), stream, someEvents(['1']));
    await eventually(() => seen.length === 1);
    await using _ = consume(bench(), group, handle('twee'));
    await send(bench(), stream, someEvents(['2']));
    await eventually(() => seen.length === 2);
    await first.end();
    await send(bench(), stream, someEvents(['3']));
    await eventually(() => seen.length === 3, 20_000);
    expect(seen).toEqual(['een 1', 'een 2', 'twee 3']);
  }, 30_000);
}

function poisonPromises(bench: () => BusBench): void {
  it('puts a poison event aside with what stands behind it, and nothing else', async () => {
    const [bad, good] = [someStream(), someStream()];
    const { group, isMine } = await newGroup(bench(), bad, good);
    const seen: StoredEvent[] = [];
    await using _ = consume(bench(), group, poisonedBy('gif', isMine, seen));
    await send(bench(), bad, someEvents(['"voor"', '"gif"', '"na"']));
    await send(bench(), good, someEvents(['"goed"']));
    await eventually(() => seen.some(({ stream }) => stream === good));
    await send(bench(), bad, someEvents(['"later"']));
    await send(bench(), good, someEvents(['"beter"']));
    await eventually(() => bodies(seen).includes('"beter"'));
    await eventually(async () => (await bench().bus.deadLetters(group)).length === 3);

    const letters = await bench().bus.deadLetters(group);
    expect(letters.map(({ event }) => event)).toEqual((await bench().log.read(bad)).slice(1));
    expect(letters[0]).toMatchObject({ group, error: expect.stringContaining('bedorven') });
    expect(new Set(bodies(seen.filter(({ stream }) => stream === bad)))).toEqual(
      new Set(['"voor"']),
    );
  });

  it('knows after a restart which streams are parked', async () => {
    const bad = someStream();
    const { group, isMine } = await newGroup(bench(), bad);
    const seen: StoredEvent[] = [];
    const first = consume(bench(), group, poisonedBy('gif', isMine, seen));
    await send(bench(), bad, someEvents(['"gif"']));
    await eventually(async () => (await bench().bus.deadLetters(group)).length === 1);
    await first.end();
    await using _ = consume(bench(), group, poisonedBy('gif', isMine, seen));
    await send(bench(), bad, someEvents(['"na"']));
    await eventually(async () => (await bench().bus.deadLetters(group)).length === 2);
    expect(seen).toEqual([]);
  });

  it('parks a stream for the group that failed only', async () => {
    const stream = someStream();
    const [failing, fine] = [await newGroup(bench(), stream), await newGroup(bench(), stream)];
    const seen: StoredEvent[] = [];
    await using _one = consume(bench(), failing.group, poisonedBy('gif', failing.isMine, []));
    await using _two = consume(bench(), fine.group, poisonedBy('niets', fine.isMine, seen));
    await send(bench(), stream, someEvents(['"gif"', '"na"']));
    await eventually(() => seen.length === 2);
    await eventually(async () => (await bench().bus.deadLetters(failing.group)).length === 2);
    expect(await bench().bus.deadLetters(fine.group)).toEqual([]);
  });

  it('never takes an engine that is away for a poison event', async () => {
    const stream = someStream();
    const { group, isMine } = await newGroup(bench(), stream);
    const seen: StoredEvent[] = [];
    let refusals = 12;
    await using _ = consume(bench(), group, async (batch) => {
      if (batch.some(isMine) && refusals-- > 0) throw new Unavailable('even weg');
      seen.push(...batch.filter(isMine));
    });
    await send(bench(), stream, someEvents(2));
    await eventually(() => seen.length === 2, 20_000);
    expect(refusals).toBeLessThan(0);
    expect(await bench().bus.deadLetters(group)).toEqual([]);
  }, 30_000);

  it('keeps the events of the log complete for who replays it', async () => {
    const stream = someStream();
    const after = await bench().log.head();
    await send(bench(), stream, someEvents(2));
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
