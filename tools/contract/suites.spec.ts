import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { eventStoreSuites, kafkaSuites, postgresSuites } from './suites.ts';

describe('what npm run contract runs', () => {
  it.each([
    ['EventStoreDB', eventStoreSuites('kurrentdb://een'), 2],
    ['PostgreSQL', postgresSuites('postgres://een'), 1],
    ['Kafka', kafkaSuites('een:9092'), 1],
  ] as const)('is there, for %s', (_, suites, count) => {
    const specs = suites.flatMap((suite) => suite.specs);
    expect(suites).toHaveLength(count);
    expect(specs.filter((path) => !existsSync(path))).toEqual([]);
  });
});
