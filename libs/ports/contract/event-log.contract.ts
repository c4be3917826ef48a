import { afterAll, beforeAll, describe } from '@jest/globals';
import type { EventLog } from '../event-log.ts';
import { appendPromises } from './event-log.append.ts';
import { followPromises } from './event-log.follow.ts';
import { readPromises } from './event-log.read.ts';

export type OpenLog = () => Promise<Readonly<{ log: EventLog; close(): Promise<void> }>>;

/** Everything that an event log promises. The log may hold events of others before. */
export function eventLogContract(name: string, open: OpenLog): void {
  describe(`${name} as an event log`, () => {
    let opened: Awaited<ReturnType<OpenLog>>;

    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.close());

    const log = () => opened.log;
    describe('append', () => appendPromises(log));
    describe('read', () => readPromises(log));
    describe('follow and replay', () => followPromises(log));
  });
}
