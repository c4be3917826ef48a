import type { ICustomPartitioner } from 'kafkajs';

/**
 * The partition of a key as every client of Kafka has it by default: murmur2 over its bytes. That
 * of kafkajs gives the same, with a `BigInt` for each step; at ten thousand events a second that is
 * a tenth of what the relay does.
 */
export const partitionOfKey = (key: string | Buffer, partitions: number): number =>
  hashOf(key) % partitions;

/** A number from the key, the same wherever it is asked; never negative. */
export const hashOf = (key: string | Buffer): number =>
  murmur2(typeof key === 'string' ? Buffer.from(key) : key) & 0x7fffffff;

/** For the producer of kafkajs; every message of ours has a key. */
export const byKey: ICustomPartitioner =
  () =>
  ({ partitionMetadata, message }) =>
    partitionOfKey(message.key ?? '', partitionMetadata.length);

const seed = 0x9747b28c;
const m = 0x5bd1e995;

function murmur2(data: Buffer): number {
  const { length } = data;
  const whole = length & ~3;
  let h = seed ^ length;
  for (let at = 0; at < whole; at += 4) {
    const k = Math.imul(data.readInt32LE(at), m);
    h = Math.imul(h, m) ^ Math.imul(k ^ (k >>> 24), m);
  }
  for (let at = length - 1; at >= whole; at--) h ^= (data[at] ?? 0) << (8 * (at - whole));
  if (whole < length) h = Math.imul(h, m);
  h = Math.imul(h ^ (h >>> 13), m);
  return h ^ (h >>> 15);
}
