import { describe, expect, it } from '@jest/globals';
import { Closing } from './closing.ts';

describe('closing', () => {
  it('goes back the way it was opened, one thing after another', async () => {
    const closing = new Closing();
    const closed: string[] = [];
    const close = async (name: string) => {
      await Promise.resolve();
      closed.push(name);
    };
    for (const name of ['server', 'log', 'consumers']) closing.add(name, name, close);
    await closing.close();
    expect(closed).toEqual(['consumers', 'log', 'server']);
  });

  it('goes on when something will not close, and tells it at the end', async () => {
    const closing = new Closing();
    const closed: string[] = [];
    closing.add('server', 'server', async (name) => void closed.push(name));
    closing.add('log', 'log', () => Promise.reject(new Error('stuck')));
    await expect(closing.close()).rejects.toMatchObject({
      errors: [expect.objectContaining({ message: 'log did not close' })],
    });
    expect(closed).toEqual(['server']);
  });

  it('tells from its begin on that it is time to end', async () => {
    const closing = new Closing();
    const begun: boolean[] = [];
    closing.add('server', 'server', async () => void begun.push(closing.begun));
    expect(closing.begun).toBe(false);
    await closing.close();
    expect([begun, closing.begun]).toEqual([[true], true]);
  });

  it('closes each thing once', async () => {
    const closing = new Closing();
    let times = 0;
    closing.add('log', undefined, async () => void times++);
    await closing.close();
    await closing.close();
    expect(times).toBe(1);
  });
});
