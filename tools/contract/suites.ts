import { spawnSync } from 'node:child_process';

/** A part of the proof: specs that run against the server that was met. */
export type Suite = Readonly<{ name: string; specs: readonly string[]; kind: string; env: Env }>;

type Env = Readonly<Record<string, string>>;

export const eventStoreSuites = (url: string): readonly Suite[] => [
  {
    name: 'de hele route, van vraag tot overzicht',
    specs: ['apps/wijkspoor/e2e/eventstoredb.e2e.spec.ts'],
    kind: 'e2e',
    env: { EVENTSTORE_EMPTY_URL: url },
  },
  {
    name: 'het contract van het logboek',
    specs: ['libs/adapters/eventstoredb/event-log.int.spec.ts'],
    kind: 'service',
    env: { EVENTSTORE_URL: url, REQUIRE_EVENTSTORE: '1' },
  },
];

const postgresSpecs = ['event-log', 'bus', 'dead-letters', 'lease'];

export const postgresSuites = (url: string): readonly Suite[] => [
  {
    name: 'de contracten van logboek, bus, stand en dode brieven',
    specs: postgresSpecs.map((name) => `libs/adapters/postgres/${name}.spec.ts`),
    kind: 'embedded',
    env: { DATABASE_URL: url },
  },
];

export const kafkaSuites = (brokers: string): readonly Suite[] => [
  {
    name: 'het contract van de bus',
    specs: ['libs/adapters/kafka/bus.int.spec.ts'],
    kind: 'service',
    env: { KAFKA_BROKERS: brokers, REQUIRE_KAFKA: '1' },
  },
];

/** Runs the specs; true when all of them passed. What they say goes to the screen. */
export function passes({ specs, kind, env }: Suite): boolean {
  // Jest takes every word after the kind for a kind.
  const args = ['tools/jest/run.mjs', '--runTestsByPath', ...specs, '--selectProjects', kind];
  const { JEST_WORKER_ID: _, ...own } = process.env;
  const options = { stdio: 'inherit', env: { ...own, ...env, WIJKSPOOR_BUILT: '1' } } as const;
  const { status, error } = spawnSync(process.execPath, args, options);
  if (error) throw error;
  return status === 0;
}
