import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { RevisionConflict } from '@wijkspoor/kernel';
import type { EventLog } from '../event-log.ts';
import { someEvents, someStream } from './samples.ts';

/** Expected revisions, all or nothing, and the same append again. */
export function appendPromises(log: () => EventLog): void {
  it('starts a stream at revision 0', async () => {
    const appended = await log().append(someStream(), someEvents(1), 'none');
    expect(appended).toEqual({ revision: 0, position: expect.any(Number) });
  });

  it('answers with the place of the last of several events', async () => {
    const stream = someStream();
    const appended = await log().append(stream, someEvents(3), 'none');
    const events = await log().read(stream);
    expect(events.map(({ revision }) => revision)).toEqual([0, 1, 2]);
    expect(appended).toEqual({ revision: 2, position: events[2]?.position });
  });

  it('goes on after the expected revision', async () => {
    const stream = someStream();
    const { revision, position } = await log().append(stream, someEvents(2), 'none');
    const next = await log().append(stream, someEvents(1), revision);
    expect(next.revision).toBe(2);
    expect(next.position).toBeGreaterThan(position);
  });

  it('refuses to start a stream that exists', async () => {
    const stream = someStream();
    await log().append(stream, someEvents(2), 'none');
    const again = log().append(stream, someEvents(1), 'none');
    await expect(again).rejects.toEqual(new RevisionConflict(stream, 'none', 1));
  });

  it('refuses to go on in a stream that does not exist', async () => {
    const stream = someStream();
    const appended = log().append(stream, someEvents(1), 0);
    await expect(appended).rejects.toEqual(new RevisionConflict(stream, 0, 'none'));
    expect(await log().read(stream)).toEqual([]);
  });

  it.each([
    ['behind', 0],
    ['ahead', 7],
  ])(
    'refuses an expected revision that is %s, and says where the stream is',
    async (_, expected) => {
      const stream = someStream();
      await log().append(stream, someEvents(3), 'none');
      const appended = log().append(stream, someEvents(1), expected);
      await expect(appended).rejects.toEqual(new RevisionConflict(stream, expected, 2));
      expect(await log().read(stream)).toHaveLength(3);
    },
  );

  it('lets one of many win who expect the same', async () => {
    const stream = someStream();
    const attempts = Array.from({ length: 20 }, () => log().append(stream, someEvents(2), 'none'));
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(RevisionConflict);
    }
    expect(await log().read(stream)).toHaveLength(2);
  });

  it('gives the same answer to the same append again, and stores nothing', async () => {
    const stream = someStream();
    const events = someEvents(2);
    const first = await log().append(stream, events, 'none');
    expect(await log().append(stream, events, 'none')).toEqual(first);
    expect(await log().read(stream)).toHaveLength(2);
  });

  it('still does so when the stream has gone on since', async () => {
    const stream = someStream();
    const [opening, middle] = [someEvents(2), someEvents(2)];
    const first = await log().append(stream, opening, 'none');
    const second = await log().append(stream, middle, 1);
    await log().append(stream, someEvents(3), 3);
    expect(await log().append(stream, opening, 'none')).toEqual(first);
    expect(await log().append(stream, middle, 1)).toEqual(second);
    expect(await log().read(stream)).toHaveLength(7);
  });

  it('gives one answer to the same append when it is made several times at once', async () => {
    const stream = someStream();
    const events = someEvents(2);
    const attempts = Array.from({ length: 5 }, () => log().append(stream, events, 'none'));
    const answers = await Promise.all(attempts);
    expect(new Set(answers.map(({ position }) => position)).size).toBe(1);
    expect(await log().read(stream)).toHaveLength(2);
  });

  it('refuses an append that is only in part the one before', async () => {
    const stream = someStream();
    const [first, second] = someEvents(2);
    const [other] = someEvents(1);
    if (!first || !second || !other) throw new Error('unreachable');
    await log().append(stream, [first, second], 'none');
    for (const events of [
      [first, other],
      [other, second],
      [first, second, other],
      [second, first],
    ]) {
      await expect(log().append(stream, events, 'none')).rejects.toThrow(RevisionConflict);
    }
    expect((await log().read(stream)).map(({ id }) => id)).toEqual([first.id, second.id]);
  });

  it('stores all events of an append or none', async () => {
    const stream = someStream();
    const [first, second] = someEvents(2);
    if (!first || !second) throw new Error('unreachable');
    const broken = { ...second, id: 'geen-uuid' };
    await expect(log().append(stream, [first, broken], 'none')).rejects.toThrow();
    expect(await log().read(stream)).toEqual([]);
    expect(await log().append(stream, [first, second], 'none')).toMatchObject({ revision: 1 });
  });

  it('refuses an append of nothing', async () => {
    await expect(log().append(someStream(), [], 'none')).rejects.toThrow(TypeError);
  });

  it('refuses text that could not come back as it was', async () => {
    const stream = someStream();
    for (const body of ['"\ud83d"', '"\udc4b\ud83d"', '"\0"']) {
      await expect(log().append(stream, someEvents([body]), 'none')).rejects.toThrow(TypeError);
    }
    expect(await log().read(stream)).toEqual([]);
  });

  it('does not let a bad append take others down with it', async () => {
    const streams = Array.from({ length: 10 }, someStream);
    const bad = { ...someEvents(1)[0], id: 'geen-uuid' } as ReturnType<typeof someEvents>[number];
    const good = streams.map((stream) => log().append(stream, someEvents(1), 'none'));
    const outcomes = await Promise.allSettled([log().append(someStream(), [bad], 'none'), ...good]);
    expect(outcomes.map(({ status }) => status)).toEqual([
      'rejected',
      ...streams.map(() => 'fulfilled'),
    ]);
  });

  it('keeps the ids of events apart, whatever their case', async () => {
    const stream = someStream();
    const [event] = someEvents(1);
    if (!event) throw new Error('unreachable');
    const upper = { ...event, id: randomUUID().toUpperCase() };
    const first = await log().append(stream, [upper], 'none');
    expect(await log().append(stream, [upper], 'none')).toEqual(first);
    expect((await log().read(stream)).map(({ id }) => id)).toEqual([upper.id.toLowerCase()]);
  });
}
