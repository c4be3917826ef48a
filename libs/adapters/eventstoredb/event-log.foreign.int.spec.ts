import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '@wijkspoor/ports';
import { someEvents, someStream } from '@wijkspoor/ports/contract';
import { openEventStoreDbEventLog, type EventStoreDbEventLog } from './event-log.ts';
import { startStandIn, type StandIn } from './stand-in/stand-in.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('the event log in EventStoreDB, and what others put there', () => {
  let server: StandIn;
  let log: EventStoreDbEventLog;

  beforeAll(async () => {
    server = await startStandIn();
    log = await openEventStoreDbEventLog({ url: server.url, batchSize: 10 });
  });
  afterAll(async () => {
    await log.close();
    await server.close();
  });

  const foreign = { id: randomUUID(), type: 'IetsGebeurd', contentType: 'application/json' };

  async function replayed(after: number) {
    const found: StoredEvent[] = [];
    for await (const batch of log.replay(after)) found.push(...batch);
    return found;
  }

  it('gives JSON that somebody else stored byte for byte, too', async () => {
    const stream = someStream();
    const body = ' {"z" : 1.0,\n "a":"\\u00e9" } ';
    server.log.append(
      stream,
      [{ ...foreign, data: bytes(body), meta: bytes('{ "m": 1 }') }],
      'none',
    );
    expect(await log.read(stream)).toMatchObject([{ body, meta: '{ "m": 1 }' }]);
  });

  it('refuses to pass on bytes that are no text', async () => {
    const stream = someStream();
    const data = Uint8Array.from([0xff, 0xfe]);
    const id = randomUUID();
    server.log.append(stream, [{ ...foreign, id, data, meta: bytes('{}') }], 'none');
    await expect(log.read(stream)).rejects.toThrow(`Event ${id} in ${stream} is no text`);
  });

  it('leaves out what is in streams of the server, and goes on behind it', async () => {
    const after = await log.head();
    const data = bytes('{}');
    const many = Array.from({ length: 25 }, () => ({
      ...foreign,
      id: randomUUID(),
      data,
      meta: data,
    }));
    server.log.append('$ce-proef', many, 'any');
    const stream = someStream();
    await log.append(stream, someEvents(2), 'none');
    expect((await replayed(after)).map((event) => event.stream)).toEqual([stream, stream]);
  });

  it('has a head that is not moved by the server itself', async () => {
    const { position } = await log.append(someStream(), someEvents(1), 'none');
    server.log.addOwnRecord();
    expect(await log.head()).toBe(position);
    expect(await replayed(position)).toEqual([]);
  });

  it('refuses names that are for the server itself', async () => {
    const [event] = someEvents(1);
    const mine = { ...event!, type: '$mijn' };
    await expect(log.append(someStream(), [mine], 'none')).rejects.toThrow(TypeError);
    await expect(log.append('$mijn-1', [event!], 'none')).rejects.toThrow(TypeError);
  });

  it('says of an append that is too large how large it may be', async () => {
    const body = JSON.stringify({ tekst: 'x'.repeat(2_000_000) });
    const append = log.append(someStream(), someEvents([body]), 'none');
    await expect(append).rejects.toThrow(/1048576/);
  });

  it('refuses to begin where no event stands, which is the checkpoint of another log', async () => {
    const { position } = await log.append(someStream(), someEvents(1), 'none');
    await log.append(someStream(), someEvents(1), 'none');
    const told = `No event stands at position ${position + 1} in this log.`;
    const following = log.follow(position + 1, new AbortController().signal);
    await expect(following[Symbol.asyncIterator]().next()).rejects.toThrow(told);
    await expect(replayed(position + 1)).rejects.toThrow(told);
    expect(await replayed(position)).toHaveLength(1);
  });

  it('refuses to read a stream of which something was removed: half a case is none', async () => {
    const stream = someStream();
    await log.append(stream, someEvents(4), 'none');
    server.log.remove(stream, 2);
    const told = `Something was removed from ${stream}: revision 0 is missing`;
    await expect(log.read(stream)).rejects.toThrow(told);
  });

  it('says so when a stream was deleted, and when it begins again', async () => {
    const [deleted, tombstoned] = [someStream(), someStream()];
    for (const stream of [deleted, tombstoned]) await log.append(stream, someEvents(2), 'none');
    server.log.remove(deleted, 'deleted');
    server.log.remove(tombstoned, 'tombstoned');
    await expect(log.read(tombstoned)).rejects.toMatchObject({ name: 'StreamDeletedError' });
    const [again, never] = [deleted, tombstoned].map((stream) =>
      log.append(stream, someEvents(1), 'none'),
    );
    await expect(never).rejects.toThrow(/deleted/);
    await expect(again).rejects.toThrow(`${deleted} was deleted in this log`);
    await expect(log.read(deleted)).rejects.toThrow(`Something was removed from ${deleted}`);
  });

  it('goes on from a place of which the record was scavenged', async () => {
    const [gone, after] = [someStream(), someStream()];
    const { position } = await log.append(gone, someEvents(1), 'none');
    await log.append(after, someEvents(1), 'none');
    server.log.remove(gone, 'deleted');
    expect((await replayed(position)).map(({ stream }) => stream)).toEqual([after]);
    const { value } = await log
      .follow(position, new AbortController().signal)
      [Symbol.asyncIterator]()
      .next();
    expect(value).toMatchObject([{ stream: after }]);
  });
});
