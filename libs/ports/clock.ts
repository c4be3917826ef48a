import type { Instant } from '@wijkspoor/kernel';

/** The time of the outside world. Read at the edge only; commands carry it from there. */
export interface Clock {
  now(): Instant;
}
