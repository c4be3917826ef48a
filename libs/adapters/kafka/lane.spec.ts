import { describe, expect, it } from '@jest/globals';
import { Unavailable } from '@wijkspoor/kernel';
import { kafkaAddress } from './address.ts';
import { Lane } from './lane.ts';

const nobody = kafkaAddress('kafka://127.0.0.1:1');
const messages = [{ key: 'zaak-1', value: '{}' }];

describe('a lane to Kafka', () => {
  it('lets nothing pass what failed, and begins anew after that', async () => {
    const lane = new Lane(nobody);
    let begun = 0;
    const counted = function* () {
      begun++;
      yield messages;
    };
    const sends = Array.from({ length: 3 }, async () => lane.send(counted()));
    const said = await Promise.all(sends.map((sent) => sent.catch((error: Unavailable) => error)));
    expect(said.every((error) => error instanceof Unavailable)).toBe(true);
    expect(said.map((error) => (error as Error).message)).toEqual([
      expect.stringMatching(/^Kafka cannot be reached/),
      'Not sent: what stands before it failed.',
      'Not sent: what stands before it failed.',
    ]);
    expect(begun).toBe(1);
    await expect(lane.send(counted())).rejects.toThrow(/^Kafka cannot be reached/);
    expect(begun).toBe(2);
    await lane.close();
  });
});
