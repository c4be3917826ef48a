import type { Instant } from '@wijkspoor/kernel';
import type { Clock } from '@wijkspoor/ports';

export type TestClock = Clock &
  Readonly<{
    /** From now on it is this moment. */
    set(now: Instant): void;
    /** So much later. */
    advance(by: Readonly<{ days?: number; hours?: number; minutes?: number; ms?: number }>): void;
  }>;

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** A clock that stands still until a test moves it. */
export function testClock(start: Instant): TestClock {
  let now = Date.parse(start);
  return {
    now: () => new Date(now).toISOString() as Instant,
    set: (to) => void (now = Date.parse(to)),
    advance({ days = 0, hours = 0, minutes = 0, ms = 0 }) {
      now += days * dayMs + (hours * 60 + minutes) * minuteMs + ms;
    },
  };
}
