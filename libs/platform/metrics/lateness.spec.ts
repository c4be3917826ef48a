import { describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '@wijkspoor/ports';
import { Lateness } from './lateness.ts';

const at = (clock: string) => Date.parse(`2026-03-02T${clock}Z`);
const batch = (...clocks: string[]) =>
  clocks.map((clock) => ({ recordedAt: `2026-03-02T${clock}.000Z` }) as StoredEvent);

function lateness(from: string) {
  let now = at(from);
  const late = new Lateness(() => now);
  return { late, goTo: (clock: string) => (now = at(clock)) };
}

describe('how late a follower is', () => {
  it('is nothing when nothing is left', () => {
    const { late, goTo } = lateness('09:00:00');
    goTo('12:00:00');
    expect(late.seconds(0)).toBe(0);
  });

  it('is the age of the first event in hand', () => {
    const { late, goTo } = lateness('09:00:00');
    late.begin(batch('09:00:10', '09:00:20'));
    late.begin(batch('09:00:30'));
    goTo('09:01:00');
    expect(late.seconds(3)).toBe(50);
  });

  it('counts from the last event that was handled when none is in hand', () => {
    const { late, goTo } = lateness('09:00:00');
    const events = batch('09:00:10', '09:00:20');
    late.begin(events);
    goTo('09:00:30');
    expect(late.end(events, true)).toBe(20);
    goTo('09:01:20');
    expect(late.seconds(1)).toBe(60);
  });

  it('counts from the last look at which nothing was left', () => {
    const { late, goTo } = lateness('09:00:00');
    goTo('10:00:00');
    late.seconds(0);
    goTo('10:00:15');
    expect(late.seconds(1)).toBe(15);
  });

  it('does not forget what failed', () => {
    const { late, goTo } = lateness('09:00:00');
    const events = batch('09:00:10');
    late.begin(events);
    late.end(events, false);
    goTo('09:00:40');
    expect(late.seconds(1)).toBe(40);
  });
});
