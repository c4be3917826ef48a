import { describe, expect, it } from '@jest/globals';
import type { CommandOf, Decider, EventOf, Recorded } from '@wijkspoor/kernel';
import { Refused, RevisionConflict, Unavailable } from '@wijkspoor/kernel';
import type { EventLog, NewEvent, StoredEvent } from '@wijkspoor/ports';
import type { Codec } from './codec.ts';
import { handle } from './handle.ts';

type Counted = EventOf<'Counted', { upTo: number }>;
type Count = CommandOf<'Count', { limit: number }>;

const decider: Decider<number, Count, Counted> = {
  initial: 0,
  decide: ({ data }, count) => {
    if (count > data.limit) throw new Refused('too-far', { count });
    return count === data.limit ? [] : [{ type: 'Counted', data: { upTo: count + 1 } }];
  },
  evolve: (_count, { data }) => data.upTo,
};

const codec: Codec<Counted> = {
  encode: (id, { type, data }, meta) => ({
    id,
    type,
    body: JSON.stringify(data),
    meta: JSON.stringify(meta),
  }),
  decode: ({ body, meta, ...place }): Recorded<Counted> => ({
    ...place,
    type: 'Counted',
    data: JSON.parse(body),
    meta: JSON.parse(meta),
  }),
};

const now = '2026-11-20T09:00:00.000Z';
const count = (limit: number): Count => ({ type: 'Count', data: { limit, now } });
const cause = { commandId: 'c1', actor: 'test', correlationId: 'k1', causationId: 'k1' };

/** A log of one stream; `before` runs ahead of every append, to let somebody else come first. */
function logWith(stored: StoredEvent[], before: () => void = () => undefined) {
  const reads: string[] = [];
  const log: Pick<EventLog, 'append' | 'read'> = {
    read: async (stream) => {
      reads.push(stream);
      return [...stored];
    },
    append: async (stream, events, expected) => {
      before();
      const actual = stored.at(-1)?.revision ?? 'none';
      if (actual !== expected) throw new RevisionConflict(stream, expected, actual);
      for (const event of events) stored.push(place(event, stored.length));
      return { revision: stored.length - 1, position: stored.length };
    },
  };
  return { reads, handling: { log: log as EventLog, codec, decider, eventId: idOf } };
}

const idOf = (commandId: string, n: number) => `${commandId}/${n}`;

const place = (event: NewEvent, revision: number): StoredEvent => ({
  ...event,
  stream: 'count-1',
  revision,
  position: revision + 1,
  recordedAt: now,
});

const somebodyElse = (stored: StoredEvent[], upTo: number) => {
  const data = { upTo };
  const event = codec.encode(`other-${upTo}`, { type: 'Counted', data }, cause);
  stored.push(place(event, stored.length));
};

describe('handle', () => {
  it('folds, decides and appends, with ids that follow from the command', async () => {
    const stored: StoredEvent[] = [];
    const { handling } = logWith(stored);
    await handle(handling, 'count-1', count(9), { ...cause, commandId: 'c0' });
    const { events, revision } = await handle(handling, 'count-1', count(9), cause);
    expect(events).toEqual([{ type: 'Counted', data: { upTo: 2 } }]);
    expect(revision).toBe(1);
    expect(stored.map(({ id }) => id)).toEqual(['c0/0', 'c1/0']);
    expect(JSON.parse(stored[1]?.meta ?? '')).toEqual({
      actor: 'test',
      correlationId: 'k1',
      causationId: 'k1',
    });
  });

  it('decides again on what somebody else stored first', async () => {
    const stored: StoredEvent[] = [];
    let left = 2;
    const { handling } = logWith(stored, () => {
      if (left-- > 0) somebodyElse(stored, stored.length + 1);
    });
    const { events } = await handle(handling, 'count-1', count(9), cause);
    expect(events).toEqual([{ type: 'Counted', data: { upTo: 3 } }]);
    expect(stored).toHaveLength(3);
  });

  it('stores nothing when the wish is fulfilled already', async () => {
    const stored: StoredEvent[] = [];
    somebodyElse(stored, 3);
    const { handling } = logWith(stored);
    expect(await handle(handling, 'count-1', count(3), cause)).toEqual({ events: [], revision: 0 });
    expect(stored).toHaveLength(1);
  });

  it('does not read a stream that is taken to be new, and reads it when it is not', async () => {
    const fresh = logWith([]);
    await handle(fresh.handling, 'count-1', count(9), { ...cause, isNew: true });
    expect(fresh.reads).toEqual([]);

    const stored: StoredEvent[] = [];
    somebodyElse(stored, 1);
    const existing = logWith(stored);
    await handle(existing.handling, 'count-1', count(9), { ...cause, isNew: true });
    expect(existing.reads).toEqual(['count-1']);
    expect(stored).toHaveLength(2);
  });

  it('passes a refusal on and stores nothing', async () => {
    const stored: StoredEvent[] = [];
    somebodyElse(stored, 5);
    const { handling } = logWith(stored);
    await expect(handle(handling, 'count-1', count(3), cause)).rejects.toThrow(Refused);
    expect(stored).toHaveLength(1);
  });

  it('gives up on a stream that changes at every attempt, instead of trying for ever', async () => {
    const stored: StoredEvent[] = [];
    const { handling, reads } = logWith(stored, () => somebodyElse(stored, 1));
    await expect(handle(handling, 'count-1', count(99), cause)).rejects.toThrow(RevisionConflict);
    expect(reads).toHaveLength(10);
  });

  it('does not try again by itself when the log is gone', async () => {
    let appends = 0;
    const { handling } = logWith([], () => {
      appends++;
      throw new Unavailable('the log is gone');
    });
    await expect(handle(handling, 'count-1', count(9), cause)).rejects.toThrow(Unavailable);
    expect(appends).toBe(1);
  });

  it('lets commands for one stream take turns, so that none of them decides in vain', async () => {
    const stored: StoredEvent[] = [];
    let appends = 0;
    const { handling } = logWith(stored, () => void appends++);
    const ids = ['a', 'b', 'c'];
    await Promise.all(
      ids.map(async (commandId) => handle(handling, 'count-1', count(9), { ...cause, commandId })),
    );
    expect(stored.map(({ id }) => id)).toEqual(['a/0', 'b/0', 'c/0']);
    expect(appends).toBe(3);
  });

  it('goes on with the next one after a refusal', async () => {
    const stored: StoredEvent[] = [];
    somebodyElse(stored, 5);
    const { handling } = logWith(stored);
    const refused = handle(handling, 'count-1', count(3), cause);
    const carriedOut = handle(handling, 'count-1', count(9), cause);
    await expect(refused).rejects.toThrow('too-far');
    expect(await carriedOut).toMatchObject({ revision: 1 });
  });

  it('shows the rules what happened, not who stored it and where', async () => {
    const stored: StoredEvent[] = [];
    somebodyElse(stored, 2);
    const { handling } = logWith(stored);
    const seen: Counted[] = [];
    const evolve = (_count: number, event: Counted) => seen.push(event);
    await handle({ ...handling, decider: { ...decider, evolve } }, 'count-1', count(9), cause);
    expect(seen).toEqual([{ type: 'Counted', data: { upTo: 2 } }]);
  });
});
