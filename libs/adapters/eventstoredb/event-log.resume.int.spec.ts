import { setTimeout as sleep } from 'node:timers/promises';
import { status } from '@grpc/grpc-js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Unavailable } from '@wijkspoor/kernel';
import { eventually, someEvents, someStream } from '@wijkspoor/ports/contract';
import { openEventStoreDbEventLog, type EventStoreDbEventLog } from './event-log.ts';
import { follower, insist, quickly } from './stand-in/callers.ts';
import { tlsForTests, trustedForTests } from './stand-in/certificates.ts';
import { startStandIn, type StandIn } from './stand-in/stand-in.ts';

describe('a follower of the event log in EventStoreDB', () => {
  let server: StandIn;
  let log: EventStoreDbEventLog;

  beforeAll(async () => {
    server = await startStandIn();
    log = await openEventStoreDbEventLog({ url: server.url, ...quickly });
  });
  afterAll(async () => {
    await log.close();
    await server.close();
  });

  const breaks: readonly (readonly [string, () => unknown])[] = [
    ['the server ends the subscription in good order', () => server.endSubscriptions()],
    ['the server is unavailable', () => server.failSubscriptions(status.UNAVAILABLE)],
    ['a deadline passes', () => server.failSubscriptions(status.DEADLINE_EXCEEDED)],
    ['the server cancels', () => server.failSubscriptions(status.CANCELLED)],
    ['the server does not know why', () => server.failSubscriptions(status.UNKNOWN)],
    ['the rights are gone for a moment', () => server.failSubscriptions(status.PERMISSION_DENIED)],
    ['every line breaks', () => server.fronts[0]?.drop()],
    ['the network goes silent', () => server.fronts[0]?.freeze()],
  ];

  it.each(breaks)('goes on following where it was after %s', async (_, break_) => {
    const [before, after] = [someStream(), someStream()];
    const { seen, end } = await follower(log);
    await insist(log, before);
    await eventually(() => seen.length === 1);
    break_();
    await insist(log, after);
    await eventually(() => seen.length === 2);
    await end();
    expect(seen.map(({ stream }) => stream)).toEqual([before, after]);
  });

  it('waits out a server that cannot be reached, and one that is not ready', async () => {
    const stream = someStream();
    const { seen, end } = await follower(log);
    await server.fronts[0]?.cut();
    await sleep(300);
    server.conduct.refusal = status.UNAVAILABLE;
    await server.fronts[0]?.restore();
    await sleep(300);
    server.conduct.refusal = undefined;
    await insist(log, stream);
    await eventually(() => seen.length === 1);
    await end();
    expect(seen.map((event) => event.stream)).toEqual([stream]);
  });

  it('skips nothing and doubles nothing while it breaks all the time', async () => {
    const streams = Array.from({ length: 120 }, someStream);
    const { seen, end } = await follower(log);
    const stop = new AbortController();
    let broken = 0;
    const breaking = (async () => {
      for (; !stop.signal.aborted; broken++) {
        await sleep(100);
        if (broken % 3 === 0) server.endSubscriptions();
        else if (broken % 3 === 1) server.failSubscriptions(status.UNAVAILABLE);
        else server.fronts[0]?.drop();
      }
    })();
    const workers = Array.from({ length: 4 }, async (_, worker) => {
      for (const stream of streams.slice(worker * 30, worker * 30 + 30)) {
        await insist(log, stream, someEvents(2));
        await sleep(40);
      }
    });
    await Promise.all(workers);
    await eventually(() => broken > 6);
    stop.abort();
    await breaking;
    await eventually(() => seen.length >= 240);
    await end();
    expect(seen).toHaveLength(240);
    expect(new Set(seen.map(({ stream }) => stream))).toEqual(new Set(streams));
    const positions = seen.map(({ position }) => position);
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
  }, 30_000);
});

describe('the event log on a cluster', () => {
  const login = { username: 'jan', password: 'geheim' };

  /** Each node leads in turn, and is told something; gives what was told and what arrived. */
  async function electionsOn(server: StandIn, url: string) {
    server.elect(0);
    const log = await openEventStoreDbEventLog({ url, ...quickly });
    const { seen, end } = await follower(log);
    const streams = [someStream(), someStream(), someStream()];
    for (const [node, stream] of streams.entries()) {
      server.elect(node);
      await insist(log, stream);
      expect(await log.read(stream)).toHaveLength(1);
    }
    await eventually(() => seen.length === 3);
    await end();
    await log.close();
    return { seen: seen.map(({ stream }) => stream), streams };
  }

  it('goes on when another node leads, also with the address of one node only', async () => {
    const server = await startStandIn({ nodes: 3 });
    const hosts = server.ports.map((port) => `127.0.0.1:${port}`);
    for (const known of [hosts.join(), hosts[1]]) {
      const { seen, streams } = await electionsOn(server, `esdb://${known}?tls=false`);
      expect(seen).toEqual(streams);
    }
    await server.close();
  }, 30_000);

  it('does so over TLS, with a user and a password', async () => {
    const server = await startStandIn({ nodes: 3, login, tls: tlsForTests });
    const hosts = server.ports.map((port) => `localhost:${port}`).join();
    const url = `kurrentdb://jan:geheim@${hosts}?${trustedForTests}`;
    const { seen, streams } = await electionsOn(server, url);
    expect(seen).toEqual(streams);
    await server.close();
  }, 30_000);

  it('is Unavailable while nobody leads, and goes on when somebody does', async () => {
    const server = await startStandIn({ nodes: 3 });
    const log = await openEventStoreDbEventLog({ url: server.url, ...quickly });
    const { seen, end } = await follower(log);
    const stream = someStream();
    server.elect('nobody');
    await expect(log.append(stream, someEvents(1), 'none')).rejects.toThrow(Unavailable);
    await expect(log.read(stream)).rejects.toThrow(Unavailable);
    await expect(log.head()).rejects.toThrow(Unavailable);
    server.elect(2);
    await insist(log, stream);
    await eventually(() => seen.length === 1);
    await end();
    await log.close();
    await server.close();
    expect(seen).toMatchObject([{ stream }]);
  }, 30_000);

  it('does without a node that is gone', async () => {
    const server = await startStandIn({ nodes: 3 });
    const log = await openEventStoreDbEventLog({ url: server.url, ...quickly });
    const { seen, end } = await follower(log);
    await server.fronts[0]?.cut();
    server.elect(1);
    const stream = someStream();
    await insist(log, stream);
    await eventually(() => seen.length === 1);
    await end();
    await log.close();
    await server.close();
    expect(seen).toMatchObject([{ stream }]);
  }, 30_000);
});
