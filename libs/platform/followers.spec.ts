import { describe, expect, it } from '@jest/globals';
import { Unavailable } from '@wijkspoor/kernel';
import type { Bus, Checkpoint, Consumer } from '@wijkspoor/ports';
import { eventually } from '@wijkspoor/testing';
import { pino } from 'pino';
import { Followers } from './followers.ts';

const silent = pino({ level: 'silent' });

/** A bus that gives nothing, and ends when it is told to, or at once the first `failures` times. */
function busThatFails(failures: number) {
  const runs: Consumer[] = [];
  const bus: Pick<Bus, 'consume'> = {
    consume: async (consumer, stop) => {
      runs.push(consumer);
      await consumer.checkpoint.load();
      if (runs.length <= failures) throw new Error('the consumer fell over');
      await consumer.checkpoint.save(12);
      await new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve()));
    },
  };
  return { bus: bus as Bus, runs };
}

function checkpointAt(start: number): Checkpoint & { position: number } {
  return {
    position: start,
    load: async function () {
      return this.position;
    },
    save: async function (position) {
      this.position = position;
    },
  };
}

/** Followers with their places at `checkpoint`, in a log of twenty events. */
const followersOn = (bus: Partial<Bus>, checkpoint = checkpointAt(0), log = silent) =>
  new Followers({
    bus: bus as Bus,
    checkpoints: () => checkpoint,
    log,
    eventsAfter: async (position) => 20 - position,
  });

describe('the followers of a process', () => {
  it('tell how far each has come', async () => {
    const { bus } = busThatFails(0);
    const followers = followersOn(bus, checkpointAt(7));
    followers.add({ group: 'routing', handle: async () => undefined });
    expect(followers.allRun).toBe(false);
    followers.start();
    const status = await eventually(
      async () => followers.status(),
      ([first]) => first?.positie === 12,
    );
    expect(status).toEqual([{ groep: 'routing', positie: 12, achterstand: 8 }]);
    expect(followers.allRun).toBe(true);
    await followers.stop();
  });

  it('do not run before they are started, also where there are none', () => {
    const followers = followersOn({});
    expect(followers.allRun).toBe(false);
    followers.start();
    expect(followers.allRun).toBe(true);
  });

  it('tell what the bus says of a group where there is no order over all', async () => {
    const backlog = async () => 3;
    const checkpoints = () => checkpointAt(0);
    const followers = new Followers({
      bus: { backlog } as Partial<Bus> as Bus,
      checkpoints,
      log: silent,
    });
    followers.add({ group: 'routing', handle: async () => undefined });
    expect(await followers.status()).toEqual([{ groep: 'routing', achterstand: 3 }]);
  });

  it('tell nothing of a group while its engine is gone', async () => {
    const backlog = async () => Promise.reject(new Unavailable('Kafka is gone'));
    const checkpoints = () => checkpointAt(0);
    const followers = new Followers({
      bus: { backlog } as Partial<Bus> as Bus,
      checkpoints,
      log: silent,
    });
    followers.add({ group: 'routing', handle: async () => undefined });
    expect(await followers.status()).toEqual([{ groep: 'routing' }]);
  });

  it('are started again when they fall over', async () => {
    const { bus, runs } = busThatFails(1);
    const followers = followersOn(bus);
    followers.add({ group: 'routing', handle: async () => undefined });
    followers.start();
    await eventually(
      async () => runs.length,
      (times) => times === 2,
    );
    await followers.stop();
    expect(runs.map(({ group }) => group)).toEqual(['routing', 'routing']);
  });

  it('keep their place where they say, when that is not the ordinary one', async () => {
    const { bus } = busThatFails(0);
    const own = checkpointAt(3);
    const ordinary = checkpointAt(0);
    const followers = followersOn(bus, ordinary);
    followers.add({ group: 'reporting', handle: async () => undefined, checkpoint: own });
    followers.start();
    await eventually(
      async () => own.position,
      (position) => position === 12,
    );
    await followers.stop();
    expect(ordinary.position).toBe(0);
  });

  it('tell what they could not handle, and leave it to the bus to give it again', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'error' }, { write: (line) => void lines.push(line) });
    const outcomes: unknown[] = [];
    const bus: Pick<Bus, 'consume'> = {
      consume: async ({ handle }, stop) => {
        outcomes.push(await handle([]).catch((error: unknown) => error));
        await new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve()));
      },
    };
    const gone = new Unavailable('the read models are gone');
    const poison = new Error('poison');
    for (const error of [gone, poison]) {
      const followers = followersOn(bus, checkpointAt(0), log);
      followers.add({ group: 'routing', handle: async () => Promise.reject(error) });
      followers.start();
      await eventually(
        async () => outcomes.includes(error),
        (given) => given,
      );
      await followers.stop();
    }
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { group: 'routing', err: { message: 'poison' } },
    ]);
  });
});
