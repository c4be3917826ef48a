import { describe, expect, it } from '@jest/globals';
import { eventually } from '@wijkspoor/testing';
import { fastify } from 'fastify';
import { Pressure } from './pressure.ts';

describe('the pace of work that nobody waits for', () => {
  it('slows down while many are at the doors, and is back when they have gone', async () => {
    const pressure = new Pressure();
    const server = fastify();
    pressure.watch(server);
    let open = () => undefined as void;
    const opened = new Promise<void>((resolve) => (open = resolve));
    server.get('/', async () => opened.then(() => 'binnen'));
    const url = await server.listen({ port: 0, host: '127.0.0.1' });
    try {
      expect(pressure.pace()).toBe(512);
      const leaving = new AbortController();
      const people = Array.from({ length: 40 }, async (_, n) =>
        fetch(url, n < 20 ? { signal: leaving.signal } : {}).catch(() => undefined),
      );
      await eventually(
        async () => pressure.pace(),
        (pace) => pace === 256,
      );
      leaving.abort();
      await eventually(
        async () => pressure.pace(),
        (pace) => pace === 512,
      );
      open();
      await Promise.all(people);
      expect(pressure.pace()).toBe(512);
    } finally {
      await server.close();
    }
  });
});
