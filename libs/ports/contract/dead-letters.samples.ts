import { expect } from '@jest/globals';
import type { StreamId } from '@wijkspoor/kernel';
import type { DeadLetters, ParkedEvents } from '../dead-letters.ts';
import type { StoredEvent } from '../event-log.ts';
import { someEvents } from './samples.ts';

export type Letters = () => DeadLetters & ParkedEvents;

export const instant: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/);

type AtLeastTwo = [StoredEvent, StoredEvent, ...StoredEvent[]];

/** Events as some log gave them. */
export function storedEvents(stream: StreamId, from: number, bodies: number | readonly string[]) {
  return someEvents(bodies).map((event, index): StoredEvent => {
    const place = { stream, revision: index, position: from + index };
    return { ...event, ...place, recordedAt: '2026-11-20T09:00:00.123Z' };
  }) as AtLeastTwo;
}
