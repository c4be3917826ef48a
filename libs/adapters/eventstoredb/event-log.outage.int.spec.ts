import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Unavailable } from '@wijkspoor/kernel';
import { eventually, someEvents, someStream } from '@wijkspoor/ports/contract';
import { openEventStoreDbEventLog, type EventStoreDbEventLog } from './event-log.ts';
import { follower, insist, quickly } from './stand-in/callers.ts';
import { startStandIn, type StandIn } from './stand-in/stand-in.ts';

describe('the event log in EventStoreDB, when something breaks', () => {
  const homeless: unknown[] = [];
  const collect = (error: unknown) => void homeless.push(error);
  let server: StandIn;
  let log: EventStoreDbEventLog;

  beforeAll(async () => {
    process.on('unhandledRejection', collect);
    server = await startStandIn();
    log = await openEventStoreDbEventLog({ url: server.url, ...quickly });
  });
  const isBack = () => log.head().then(Number.isFinite, () => false);
  beforeEach(() => eventually(isBack));
  afterEach(() => expect(homeless).toEqual([]));
  afterAll(async () => {
    await log.close();
    await server.close();
    process.off('unhandledRejection', collect);
  });

  it('answers everything with Unavailable, and is back by itself', async () => {
    const stream = someStream();
    await server.fronts[0]?.cut();
    const attempts = Array.from({ length: 200 }, () =>
      log.append(someStream(), someEvents(1), 'none'),
    );
    const outcomes = await Promise.allSettled(attempts);
    for (const outcome of outcomes) {
      expect(outcome.status === 'rejected' && outcome.reason).toBeInstanceOf(Unavailable);
    }
    await expect(log.read(stream)).rejects.toThrow(Unavailable);
    await expect(log.head()).rejects.toThrow(Unavailable);
    await expect(log.replay(0)[Symbol.asyncIterator]().next()).rejects.toThrow(Unavailable);
    for (let n = 0; n < 100; n++, await sleep(5)) await log.head().catch(() => undefined);
    await server.fronts[0]?.restore();
    await insist(log, stream);
    expect(await log.read(stream)).toHaveLength(1);
    // Each of those many attempts could have left a line behind that is opened now.
    await sleep(1_500);
    expect(server.fronts[0]?.lines()).toBeLessThan(10);
  });

  it('leaves no promise behind when the line breaks under many appends', async () => {
    const streams = Array.from({ length: 300 }, someStream);
    server.fronts[0]?.freeze();
    const attempts = streams.map((stream) => log.append(stream, someEvents(1), 'none'));
    await sleep(50);
    server.fronts[0]?.drop();
    for (const outcome of await Promise.allSettled(attempts)) {
      expect(outcome.status === 'rejected' && outcome.reason).toBeInstanceOf(Unavailable);
    }
    await sleep(100);
    expect(homeless).toEqual([]);
  });

  it('does not hang on a server that says nothing', async () => {
    const stream = someStream();
    const stop = new AbortController();
    const following = log
      .follow(await log.head(), stop.signal)
      [Symbol.asyncIterator]()
      .next();
    server.conduct.silence = 'before';
    await expect(log.append(stream, someEvents(1), 'none')).rejects.toThrow(Unavailable);
    await expect(log.read(stream)).rejects.toThrow(Unavailable);
    await expect(log.head()).rejects.toThrow(Unavailable);
    const unanswered = log.head().catch(() => 'gave up first');
    stop.abort();
    expect(await Promise.race([following, unanswered])).toMatchObject({ done: true });
    await unanswered;
    server.conduct.silence = undefined;
  });

  it('answers an append again of which the answer was lost', async () => {
    const stream = someStream();
    const events = someEvents(2);
    server.conduct.silence = 'after';
    await expect(log.append(stream, events, 'none')).rejects.toThrow(Unavailable);
    server.conduct.silence = undefined;
    const again = await insist(log, stream, events);
    const stored = await log.read(stream);
    expect(stored).toHaveLength(2);
    expect(again).toEqual({ revision: 1, position: stored[1]?.position });
  });

  it('makes an append again that the server dropped without a word', async () => {
    const patient = await openEventStoreDbEventLog({ url: server.url, timeoutMs: 5_000 });
    const stream = someStream();
    const events = someEvents(1);
    server.conduct.replicationMs = 200;
    const first = patient.append(stream, events, 'none');
    await sleep(50);
    const again = patient.append(stream, events, 'none');
    const answers = await Promise.all([first, again]);
    server.conduct.replicationMs = 0;
    await patient.close();
    expect(answers[1]).toEqual(answers[0]);
    expect(await log.read(stream)).toHaveLength(1);
  });

  it('reads no further ahead of a slow consumer than one batch', async () => {
    const after = await log.head();
    for (let n = 0; n < 10; n++) await insist(log, someStream(), someEvents(100));
    const slow = await openEventStoreDbEventLog({ url: server.url, ...quickly, batchSize: 50 });
    const before = server.handedOut();
    const batches = slow.follow(after, new AbortController().signal)[Symbol.asyncIterator]();
    const first = await batches.next();
    await sleep(500);
    expect(first.value).toHaveLength(50);
    // Two batches, and one more event for each read, and for the head.
    expect(server.handedOut() - before).toBeLessThanOrEqual(103);
    await batches.return?.();
    await slow.close();
  });

  it('is Unavailable after it was closed, and answers what was under way', async () => {
    const closed = await openEventStoreDbEventLog({ url: server.url, ...quickly });
    const { seen, end } = await follower(closed);
    server.conduct.silence = 'before';
    const waiting = closed.append(someStream(), someEvents(1), 'none');
    await sleep(50);
    await Promise.all([closed.close(), expect(waiting).rejects.toThrow(Unavailable), end()]);
    server.conduct.silence = undefined;
    await expect(closed.append(someStream(), someEvents(1), 'none')).rejects.toThrow(Unavailable);
    await expect(closed.read(someStream())).rejects.toThrow(Unavailable);
    expect(seen).toEqual([]);
  });
});
