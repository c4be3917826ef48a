import { describe, expect, it } from '@jest/globals';
import type { Instant } from '@wijkspoor/kernel';
import { calendarOf, systemClock } from './clock.ts';

function at(start: Instant) {
  let now = start;
  const calendar = calendarOf({ now: () => now }, 'Europe/Amsterdam');
  return { calendar, turnTo: (moment: Instant) => (now = moment) };
}

describe('the calendar of a municipality', () => {
  it('turns the page at its own midnight, not that of UTC', () => {
    const { calendar, turnTo } = at('2026-03-02T22:59:59.999Z');
    expect(calendar.today()).toBe('2026-03-02');
    expect(calendar.untilTomorrowMs()).toBe(1);
    turnTo('2026-03-02T23:00:00.000Z');
    expect(calendar.today()).toBe('2026-03-03');
  });

  it('knows the short night and the long one', () => {
    const { calendar, turnTo } = at('2026-03-28T23:00:00.000Z');
    expect(calendar.untilTomorrowMs()).toBe(23 * 3_600_000);
    turnTo('2026-10-24T22:00:00.000Z');
    expect(calendar.untilTomorrowMs()).toBe(25 * 3_600_000);
  });

  it('goes back when the clock does', () => {
    const { calendar, turnTo } = at('2026-03-03T12:00:00.000Z');
    expect(calendar.today()).toBe('2026-03-03');
    turnTo('2026-03-02T12:00:00.000Z');
    expect(calendar.today()).toBe('2026-03-02');
  });
});

describe('the clock of this machine', () => {
  it('tells the moment in UTC, so that text order is time order', () => {
    const before = new Date().toISOString();
    expect(systemClock.now() >= before).toBe(true);
  });
});
