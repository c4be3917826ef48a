import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPostgresCheckpoints, openPostgresEventLog } from '@wijkspoor/adapters/postgres';
import type { PostgresCheckpoints, PostgresEventLog } from '@wijkspoor/adapters/postgres';
import { Unavailable } from '@wijkspoor/kernel';
import type { Bus, StoredEvent } from '@wijkspoor/ports';
import { someEvents } from '@wijkspoor/ports/contract';
import { eventually, testDatabase, type TestDatabase } from '@wijkspoor/testing';
import { pino } from 'pino';
import { Relay, relayName } from './relay.ts';

let database: TestDatabase;
let log: PostgresEventLog;
let kept: PostgresCheckpoints;

beforeAll(async () => {
  database = await testDatabase();
  log = await openPostgresEventLog({ url: database.url });
  kept = await openPostgresCheckpoints({ url: database.url });
});

afterAll(async () => {
  await kept?.close();
  await log?.close();
  await database?.[Symbol.asyncDispose]();
});

const logger = pino({ level: 'silent' });

/** A candidate of its own, on a bus that takes what it is given, but for the first `failures`. */
function candidate(failures = 0) {
  const carried: StoredEvent[] = [];
  let left = failures;
  const publish: Bus['publish'] = async (events) => {
    if (left-- > 0) throw new Unavailable('Kafka cannot be reached: it is away');
    carried.push(...events);
  };
  const relay = new Relay({
    ...{ log, logger, leaseUrl: database.url, checkpoint: kept.checkpoint(relayName) },
    bus: { publish } as Partial<Bus> as Bus,
    eventsAfter: async (position) => (await log.head()) - position,
  });
  return { relay, carried };
}

const append = async (stream: `zaak-${string}`) => log.append(stream, someEvents(2), 'none');

const positions = (events: readonly StoredEvent[]) => events.map(({ position }) => position);

describe('the relay of a city', () => {
  it('is one of all candidates, and another takes over when that one ends', async () => {
    const one = candidate();
    const two = candidate();
    one.relay.start();
    await eventually(async () => one.relay.active, Boolean);
    two.relay.start();
    await append('zaak-eerst');
    await eventually(
      async () => one.relay.status(),
      (told) => told?.positie === 2,
    );
    expect(await one.relay.status()).toEqual({ actief: true, positie: 2, achterstand: 0 });
    expect(await two.relay.status()).toEqual({ actief: false, positie: 2, achterstand: 0 });
    expect(two.carried).toEqual([]);

    await one.relay.stop();
    expect(one.relay.active).toBe(false);
    await append('zaak-later');
    await eventually(
      async () => positions(two.carried),
      ({ length }) => length === 2,
    );
    expect(positions(one.carried)).toEqual([1, 2]);
    expect(positions(two.carried)).toEqual([3, 4]);
    await two.relay.stop();
  });

  it('carries what waited as soon as the bus is back, and tells how much that is', async () => {
    await append('zaak-wacht');
    const { relay, carried } = candidate(2);
    expect(await relay.status()).toEqual({ actief: false, positie: 4, achterstand: 2 });
    relay.start();
    await eventually(
      async () => positions(carried),
      ({ length }) => length === 2,
    );
    await relay.stop();
    expect(await relay.status()).toEqual({ actief: false, positie: 6, achterstand: 0 });
  });

  it('does nothing where the bus is the log itself', async () => {
    const relay = new Relay();
    relay.start();
    expect(await relay.status()).toBeUndefined();
    await relay.stop();
    expect(relay.active).toBe(false);
  });
});
