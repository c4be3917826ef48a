import { describe, expect, it } from '@jest/globals';
import type { Bus, Checkpoint, EventLog, StoredEvent } from '@wijkspoor/ports';
import { react } from './react.ts';
import { relay } from './relay.ts';

const now = '2026-11-20T09:00:00.000Z';

const event = (position: number, stream: `${string}-${string}` = 'zaak-1'): StoredEvent => ({
  id: `e${position}`,
  type: 'Happened',
  body: '{}',
  meta: '{}',
  stream,
  revision: position - 1,
  position,
  recordedAt: now,
});

describe('relay', () => {
  const batches = [[event(1), event(2)], [event(3)]];

  function setting({ refuseAt }: { refuseAt?: number } = {}) {
    const published: number[] = [];
    const saved: number[] = [];
    const log: Pick<EventLog, 'follow'> = {
      async *follow(after) {
        for (const batch of batches) if ((batch.at(-1)?.position ?? 0) > after) yield batch;
      },
    };
    const bus: Pick<Bus, 'publish'> = {
      publish: async (events) => {
        if (events.some(({ position }) => position === refuseAt))
          throw new Error('the bus says no');
        published.push(...events.map(({ position }) => position));
      },
    };
    const checkpoint: Checkpoint = {
      load: async () => saved.at(-1) ?? 0,
      save: async (position) => void saved.push(position),
    };
    const run = () => relay(log as EventLog, bus as Bus, checkpoint, new AbortController().signal);
    return { published, saved, run };
  }

  it('publishes in order and moves its checkpoint after each batch', async () => {
    const { published, saved, run } = setting();
    await run();
    expect(published).toEqual([1, 2, 3]);
    expect(saved).toEqual([2, 3]);
  });

  it('does not move its checkpoint past what the bus refused', async () => {
    const { published, saved, run } = setting({ refuseAt: 3 });
    await expect(run()).rejects.toThrow('the bus says no');
    expect(published).toEqual([1, 2]);
    expect(saved).toEqual([2]);
  });

  it('reads on while the bus is busy, and moves its checkpoint in order all the same', async () => {
    const { log, saved, checkpoint } = endless(7);
    const waiting: (() => void)[] = [];
    const publish = async () => new Promise<void>((resolve) => waiting.push(resolve));
    const done = relay(log, busOf(publish), checkpoint, log.stop);
    await turn();
    expect(waiting).toHaveLength(4);
    waiting[1]?.();
    await turn();
    expect(saved).toEqual([]);
    waiting[0]?.();
    await turn();
    expect(saved).toEqual([1, 2]);
    expect(waiting).toHaveLength(6);
    for (let next = 2; next < 7; next++) {
      waiting[next]?.();
      await turn();
    }
    log.end();
    await done;
    expect(saved).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('ends when the bus says no while nothing new comes, and tells the first thing', async () => {
    const { log, saved, checkpoint } = endless(2);
    const publish = async ([first]: readonly StoredEvent[]) => {
      throw new Error(first?.position === 1 ? 'the bus says no' : 'what was before it failed');
    };
    const done = relay(log, busOf(publish), checkpoint, log.stop);
    await expect(done).rejects.toThrow('the bus says no');
    expect(saved).toEqual([]);
  });
});

const busOf = (publish: Bus['publish']) => ({ publish }) as Partial<Bus> as Bus;

const turn = async () => new Promise((resolve) => setImmediate(resolve));

/** A log of so many events, each a batch, that goes on waiting for more until `end`. */
function endless(count: number) {
  const ending = new AbortController();
  const saved: number[] = [];
  const follow: EventLog['follow'] = async function* (_after, until) {
    for (let position = 1; position <= count; position++) yield [event(position)];
    await new Promise((resolve) => until.addEventListener('abort', resolve));
  };
  const checkpoint: Checkpoint = {
    load: async () => 0,
    save: async (position) => void saved.push(position),
  };
  const log = { follow, end: () => ending.abort(), stop: ending.signal };
  return { log: log as typeof log & EventLog, saved, checkpoint };
}

describe('react', () => {
  it('keeps the order within a stream and lets other streams go side by side', async () => {
    const seen: string[] = [];
    let release = () => undefined as void;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const work = react(async ({ stream, position }) => {
      if (position === 1) await gate;
      seen.push(`${stream}@${position}`);
      if (stream === 'zaak-2') release();
    })([event(1), event(2), event(3, 'zaak-2')]);
    await work;
    expect(seen).toEqual(['zaak-2@3', 'zaak-1@1', 'zaak-1@2']);
  });

  it('fails when one reaction fails, after the others have come to their end', async () => {
    const done: number[] = [];
    const work = react(async ({ stream, position }) => {
      if (stream === 'zaak-1') throw new Error('poison');
      done.push(position);
    })([event(1), event(2, 'zaak-2'), event(3)]);
    await expect(work).rejects.toThrow('poison');
    expect(done).toEqual([2]);
  });

  it('goes no more streams at a time than its pace of the moment', async () => {
    let busy = 0;
    let busiest = 0;
    const reaction = async () => {
      busiest = Math.max(busiest, ++busy);
      await new Promise((resolve) => setImmediate(resolve));
      busy--;
    };
    const batch = Array.from({ length: 40 }, (_, n) => event(n + 1, `zaak-${n}`));
    await react(reaction, () => 4)(batch);
    expect(busiest).toBe(4);
    await react(reaction, () => 100)(batch);
    expect(busiest).toBe(40);
  });

  it('does nothing for an event that is nobody’s business', async () => {
    await expect(react(() => undefined)([event(1)])).resolves.toBeUndefined();
  });
});
