import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Unavailable } from '@wijkspoor/kernel';
import { eventually, someEvents, someStream } from '@wijkspoor/ports/contract';
import { wait, type StoredEvent } from '@wijkspoor/ports';
import { testFolder, type TestFolder } from '@wijkspoor/testing';
import pg from 'pg';
import { startEmbeddedServer, type EmbeddedServer } from './embedded-server.ts';
import { openPostgresEventLog, type PostgresEventLog } from './event-log.ts';

const never = new AbortController().signal;

describe('the event log, when the server is away', () => {
  let folder: TestFolder;
  let server: EmbeddedServer;
  let log: PostgresEventLog;

  beforeAll(async () => {
    folder = await testFolder();
    server = await startEmbeddedServer({ folder: folder.path });
    log = await openPostgresEventLog({ url: server.url, pollMs: 200, timeoutMs: 1_000 });
  }, 30_000);
  afterAll(async () => {
    await log.close();
    await server.stop();
    await folder[Symbol.asyncDispose]();
  });

  /** Appends until it works, with the same ids each time, as a caller of the port does. */
  async function insist(stream: ReturnType<typeof someStream>, events = someEvents(1)) {
    for (;;) {
      try {
        return await log.append(stream, events, 'none');
      } catch (error) {
        if (!(error instanceof Unavailable)) throw error;
        await wait(20, never);
      }
    }
  }

  it('stores everything exactly once although connections break all the time', async () => {
    const streams: ReturnType<typeof someStream>[] = [];
    const work = { broken: 0, done: new AbortController() };
    const breaking = breakConnections(server.url, work);
    const workers = Array.from({ length: 8 }, async () => {
      while (work.broken < 6) {
        const stream = someStream();
        streams.push(stream);
        await insist(stream);
      }
    });
    await Promise.all(workers);
    work.done.abort();
    await breaking;
    for (const stream of streams) expect(await readOnceBack(stream)).toHaveLength(1);
    const found = await replayed(0);
    expect(found.map(({ position }) => position)).toEqual(found.map((_, index) => index + 1));
  }, 60_000);

  it('stores what it answers while the server falls over, and is back by itself', async () => {
    const streams = Array.from({ length: 20 }, someStream);
    process.kill(server.pid, 'SIGKILL');
    // Its processes die one by one, so that some of this may still be stored.
    const attempts = streams.map((stream) => log.append(stream, someEvents(1), 'none'));
    for (const [n, outcome] of (await Promise.allSettled(attempts)).entries()) {
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(Unavailable);
      else expect(await readOnceBack(streams[n]!)).toHaveLength(1);
    }
    const after = someStream();
    await insist(after);
    expect(await readOnceBack(after)).toHaveLength(1);
  });

  it('is Unavailable while there is no server', async () => {
    await using other = await testFolder();
    const gone = await startEmbeddedServer({ folder: other.path });
    const homeless = await openPostgresEventLog({ url: gone.url, timeoutMs: 1_000 });
    await gone.stop();
    const attempts = Array.from({ length: 20 }, () =>
      homeless.append(someStream(), someEvents(1), 'none'),
    );
    for (const outcome of await Promise.allSettled(attempts))
      expect(outcome.status === 'rejected' && outcome.reason).toBeInstanceOf(Unavailable);
    await expect(homeless.read(someStream())).rejects.toThrow(Unavailable);
    await expect(homeless.head()).rejects.toThrow(Unavailable);
    await homeless.close();
  });

  it('lets a follower wait, and go on where it was', async () => {
    const [before, after] = [someStream(), someStream()];
    const stop = new AbortController();
    const seen: StoredEvent[] = [];
    const from = await log.head();
    const following = (async () => {
      for await (const batch of log.follow(from, stop.signal)) seen.push(...batch);
    })();
    await insist(before);
    await eventually(() => seen.length === 1);
    process.kill(server.pid, 'SIGKILL');
    await wait(100, never);
    await insist(after);
    await eventually(() => seen.length === 2);
    stop.abort();
    await following;
    expect(seen.map(({ stream }) => stream)).toEqual([before, after]);
  });

  it('does not hang on a server that says nothing', async () => {
    const stream = someStream();
    const events = someEvents(2);
    await log.append(someStream(), someEvents(1), 'none');
    const writer = await backendOf(server.url, 'wijkspoor schrijver');
    process.kill(writer, 'SIGSTOP');
    await expect(log.append(stream, events, 'none')).rejects.toThrow(Unavailable);
    process.kill(writer, 'SIGCONT');
    // Nobody knows whether that one was stored, so it is made again and answered in either case.
    expect(await insist(stream, events)).toMatchObject({ revision: 1 });
    expect(await log.read(stream)).toHaveLength(2);
  });

  it('is Unavailable after it was closed', async () => {
    const closed = await openPostgresEventLog({ url: server.url });
    await closed.close();
    await expect(closed.append(someStream(), someEvents(1), 'none')).rejects.toThrow(Unavailable);
    await expect(closed.read(someStream())).rejects.toThrow(Unavailable);
  });

  async function readOnceBack(stream: ReturnType<typeof someStream>) {
    for (;;) {
      const found = await log.read(stream).catch(() => undefined);
      if (found) return found;
    }
  }

  async function replayed(after: number) {
    const events: StoredEvent[] = [];
    for await (const batch of log.replay(after)) events.push(...batch);
    return events;
  }
});

/** Ends the log's connections again and again; gives how many times there was one to end. */
type Breaking = { broken: number; done: AbortController };

/** Breaks the connections of the log every moment, and counts them, until the work is done. */
async function breakConnections(connectionString: string, work: Breaking): Promise<void> {
  const client = new pg.Client({ connectionString, application_name: 'breker' });
  await client.connect();
  while (!work.done.signal.aborted) {
    await wait(30, work.done.signal);
    const { rowCount } = await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name ~ '^wijkspoor (schrijver|lezer)'`,
    );
    work.broken += rowCount ?? 0;
  }
  await client.end();
}

async function backendOf(connectionString: string, name: string): Promise<number> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const text = 'select pid from pg_stat_activity where application_name = $1';
  const { rows } = await client.query<{ pid: number }>(text, [name]);
  await client.end();
  return rows[0]?.pid ?? NaN;
}
