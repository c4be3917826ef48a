import { describe, expect, it } from '@jest/globals';
import type { CommandOf, Decider, EventOf } from '@wijkspoor/kernel';
import { Refused } from '@wijkspoor/kernel';
import type { EventLog, StoredEvent, Witness } from '@wijkspoor/ports';
import { seenBy } from '@wijkspoor/ports';
import type { Codec } from './codec.ts';
import { handle } from './handle.ts';
import { project } from './project.ts';

type Gemeld = EventOf<'Gemeld', Record<never, never>>;
type Meld = CommandOf<'Meld', { mag: boolean }>;

const decider: Decider<null, Meld, Gemeld> = {
  initial: null,
  evolve: () => null,
  decide: ({ data }) => {
    if (!data.mag) throw new Refused('mag-niet');
    return [{ type: 'Gemeld', data: {} }];
  },
};

const codec: Codec<Gemeld> = {
  encode: (id, { type }) => ({ id, type, body: '{}', meta: '{}' }),
  decode: (stored) => stored as never,
};

const log: EventLog = {
  append: async () => ({ revision: 0, position: 1 }),
  read: async () => [],
  replay: () => ({ [Symbol.asyncIterator]: () => ({ next: never }) }),
  follow: () => ({ [Symbol.asyncIterator]: () => ({ next: never }) }),
  head: async () => 0,
};

async function never(): Promise<never> {
  throw new Error('nobody follows here');
}

function witnessed() {
  const told: unknown[] = [];
  const witness: Witness = {
    async command(seen, work) {
      try {
        const done = await work();
        told.push([seen, done.events.length]);
        return done;
      } catch (error) {
        told.push([seen, (error as Refused).code]);
        throw error;
      }
    },
    async projection(batch, work) {
      await work();
      told.push(batch.map(({ id }) => id));
    },
  };
  return { told, log: seenBy({ ...log }, witness) };
}

const cause = { commandId: 'c', actor: 'a', correlationId: 'x', causationId: 'y' };
const seen = { type: 'Meld', stream: 'zaak-1', causationId: 'y' };

const meld = async (at: EventLog, mag: boolean) => {
  const handling = { log: at, codec, decider, eventId: () => 'e' };
  const data = { mag, now: '2026-03-02T09:00:00.000Z' } as const;
  return handle(handling, 'zaak-1', { type: 'Meld', data }, cause);
};

describe('a witness', () => {
  it('sees every command and what came of it', async () => {
    const { told, log: watched } = witnessed();
    await meld(watched, true);
    await expect(meld(watched, false)).rejects.toThrow('mag-niet');
    expect(told).toEqual([
      [seen, 1],
      [seen, 'mag-niet'],
    ]);
  });

  it('sees a batch become rows', async () => {
    const { told, log: watched } = witnessed();
    const applied: number[] = [];
    const view = { apply: async (_: unknown, position: number) => void applied.push(position) };
    await project(view, watched, codec)([{ id: 'e', position: 7 } as StoredEvent]);
    expect({ told, applied }).toEqual({ told: [['e']], applied: [7] });
  });

  it('need not be there', async () => {
    expect((await meld({ ...log }, true)).events).toHaveLength(1);
  });
});
