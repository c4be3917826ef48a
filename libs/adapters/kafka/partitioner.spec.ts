import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Partitioners, type PartitionMetadata } from 'kafkajs';
import { byKey, partitionOfKey } from './partitioner.ts';

const metadata = (partitions: number) =>
  Array.from({ length: partitions }, (_, partitionId) => {
    return { partitionId, leader: 0 } as PartitionMetadata;
  });

describe('the partition of a key', () => {
  const theirs = Partitioners.DefaultPartitioner();

  it('is the one in which every other client puts it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 99 }), (key, count) => {
        const message = { key, value: null };
        const expected = theirs({ topic: 't', partitionMetadata: metadata(count), message });
        expect(partitionOfKey(key, count)).toBe(expected);
        expect(partitionOfKey(Buffer.from(key), count)).toBe(expected);
      }),
      { numRuns: 1_000 },
    );
  });

  it('spreads streams over all partitions', () => {
    const mine = byKey();
    const partitions = Array.from({ length: 1_000 }, () => {
      const message = { key: `zaak-${randomUUID()}`, value: null };
      return mine({ topic: 't', partitionMetadata: metadata(12), message });
    });
    expect(new Set(partitions).size).toBe(12);
  });
});
