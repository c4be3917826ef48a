import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Checkpoint } from '../checkpoint.ts';

export type OpenCheckpoints = () => Promise<
  Readonly<{ checkpoint(group: string): Checkpoint; close(): Promise<void> }>
>;

/** Everything that checkpoints promise. */
export function checkpointContract(name: string, open: OpenCheckpoints): void {
  describe(`${name} as checkpoints`, () => {
    let opened: Awaited<ReturnType<OpenCheckpoints>>;

    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.close());

    it('start before the first event', async () => {
      expect(await opened.checkpoint(randomUUID()).load()).toBe(0);
    });

    it('are there again for who asks for the same group later', async () => {
      const group = randomUUID();
      await opened.checkpoint(group).save(41);
      expect(await opened.checkpoint(group).load()).toBe(41);
      await opened.checkpoint(group).save(2 ** 40);
      expect(await opened.checkpoint(group).load()).toBe(2 ** 40);
    });

    it('never move back', async () => {
      const checkpoint = opened.checkpoint(randomUUID());
      await Promise.all([3, 9, 7, 1].map((position) => checkpoint.save(position)));
      await checkpoint.save(5);
      expect(await checkpoint.load()).toBe(9);
    });

    it('keep groups apart', async () => {
      const [one, other] = [randomUUID(), randomUUID()];
      await opened.checkpoint(one).save(7);
      expect(await opened.checkpoint(other).load()).toBe(0);
    });
  });
}
