import { describe, expect, it } from '@jest/globals';
import { testClock } from './clock.ts';

describe('the clock of a test', () => {
  it('stands still until it is moved', () => {
    const clock = testClock('2026-03-28T23:30:00.000Z');
    expect([clock.now(), clock.now()]).toEqual([
      '2026-03-28T23:30:00.000Z',
      '2026-03-28T23:30:00.000Z',
    ]);
    clock.advance({ days: 1, hours: 1, minutes: 30, ms: 5 });
    expect(clock.now()).toBe('2026-03-30T01:00:00.005Z');
    clock.set('2026-01-01T00:00:00Z');
    expect(clock.now()).toBe('2026-01-01T00:00:00.000Z');
  });
});
