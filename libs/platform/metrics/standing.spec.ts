import { describe, expect, it } from '@jest/globals';
import { Unavailable } from '@wijkspoor/kernel';
import prom from 'prom-client';
import { instrumentsOf } from './instruments.ts';
import { Lateness } from './lateness.ts';
import { Standing, type AskClock, type Sources } from './standing.ts';

function standing(sources: Partial<Sources>, clock?: AskClock) {
  const registry = new prom.Registry();
  const meters = instrumentsOf(prom, [registry]);
  const groups = new Map([['routing', new Lateness()]]);
  const all: Sources = {
    followers: { status: async () => [{ groep: 'routing', positie: 1, achterstand: 3 }] },
    relay: { status: async () => ({ actief: true, positie: 1, achterstand: 2 }) },
    letters: { counts: async () => [{ group: 'routing', letters: 4, streams: 1 }] },
    lag: async () => [{ partition: 7, offset: 1, end: 6, lag: 5, missed: 0 }],
    ...sources,
  };
  const clocks = new Set(clock ? [clock] : []);
  const asked = new Standing({ ...all, clocks }, meters, { groups, relay: new Lateness() });
  return { ask: () => asked.ask(), text: () => registry.metrics() };
}

const gone = async () => Promise.reject(new Unavailable('gone'));
const never = () => new Promise<never>(() => undefined);

describe('how a process stands at a scrape', () => {
  it('is told of each group, the relay, the dead letters and the partitions', async () => {
    const { ask, text } = standing({});
    await ask();
    const told = await text();
    expect(told).toContain('wijkspoor_follower_lag_events{group="routing"} 3');
    expect(told).toContain('wijkspoor_relay_lag_events 2');
    expect(told).toContain('wijkspoor_relay_active 1');
    expect(told).toContain('wijkspoor_dead_letters{group="routing"} 4');
    expect(told).toContain('wijkspoor_parked_streams{group="routing"} 1');
    expect(told).toContain('wijkspoor_consumer_lag_events{group="routing",partition="7"} 5');
  });

  it('is told of the clock where there is one, and of its messages', async () => {
    const messages = [{ status: 'niet-bezorgd', count: 2 }];
    const { ask, text } = standing({}, async () => ({ due: 6, calendarDays: 364, messages }));
    await ask();
    expect(await text()).toContain('wijkspoor_calendar_days 364');
    expect(await text()).toContain('wijkspoor_clock_due_cases 6');
    expect(await text()).toContain('wijkspoor_messages{status="niet-bezorgd"} 2');
    const without = standing({});
    await without.ask();
    expect(await without.text()).not.toMatch(
      /^wijkspoor_(clock_due_cases|calendar_days|messages)[ {]/m,
    );
  });

  it('leaves out what an engine does not tell, and counts that', async () => {
    const { ask, text } = standing({ relay: { status: gone }, letters: { counts: gone } });
    await ask();
    const told = await text();
    expect(told).not.toMatch(/^wijkspoor_(relay_lag_events|dead_letters)[ {]/m);
    expect(told).toContain('wijkspoor_follower_lag_events{group="routing"} 3');
    expect(told).toContain('wijkspoor_scrape_failures_total{of="relay"} 1');
    expect(told).toContain('wijkspoor_scrape_failures_total{of="dead-letters"} 1');
  });

  it('does not wait for an engine that does not answer', async () => {
    const { ask, text } = standing({ followers: { status: never }, lag: never });
    await ask();
    const told = await text();
    expect(told).toContain('wijkspoor_scrape_failures_total{of="followers"} 1');
    expect(told).toContain('wijkspoor_scrape_failures_total{of="kafka"} 1');
    expect(told).toContain('wijkspoor_relay_lag_events 2');
  });

  it('is asked once however many scrape at a time', async () => {
    let times = 0;
    const counts = async () => {
      times++;
      return [];
    };
    const { ask } = standing({ letters: { counts } });
    await Promise.all([ask(), ask(), ask()]);
    await ask();
    expect(times).toBe(1);
  });
});
