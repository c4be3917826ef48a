/**
 * Violations for lint: the whole text of a file as if it stood at `at`, the rule that must refuse
 * it, and a part of the message where the rule's name alone would not show enough.
 */
const boundary = '@nx/enforce-module-boundaries';
const pure = '@typescript-eslint/no-restricted-imports';

const door = (folder) => `libs/${folder}/index.ts`;
const use = (alias) => `import * as planted from '${alias}';\nexport const found = planted;\n`;

/** Who may not import whom. */
function forbidden(from, alias) {
  const says = `A project tagged with "type:${from.split('/')[0]}" can only depend on libs tagged`;
  return { rule: boundary, at: door(from), code: use(alias), says };
}

/** From below, what stands above is refused as a circle, before its tag is looked at. */
function circular(from, alias) {
  return { rule: boundary, at: door(from), code: use(alias), says: 'Circular' };
}

const folders = [
  circular('kernel', '@wijkspoor/ports'),
  circular('ports', '@wijkspoor/domain'),
  circular('testing', '@wijkspoor/domain'),
  forbidden('domain', '@wijkspoor/ports'),
  forbidden('flow', '@wijkspoor/adapters/postgres'),
  forbidden('flow', '@wijkspoor/domain'),
  forbidden('wire', '@wijkspoor/ports'),
  forbidden('views', '@wijkspoor/services/intake'),
  forbidden('views', '@wijkspoor/ports'),
  forbidden('adapters/postgres', '@wijkspoor/domain'),
  forbidden('adapters/kafka', '@wijkspoor/adapters/postgres'),
  forbidden('adapters/eventstoredb', '@wijkspoor/adapters/postgres'),
  forbidden('platform', '@wijkspoor/views'),
  forbidden('services/intake', '@wijkspoor/adapters/postgres'),
  forbidden('services/intake', '@wijkspoor/services/routing'),
  forbidden('services/intake', '@wijkspoor/testing'),
  { ...forbidden('apps', '@wijkspoor/adapters/postgres'), at: 'apps/intake/main.ts' },
];

const packages = [
  { rule: pure, at: door('kernel'), code: use('node:crypto') },
  { rule: pure, at: door('domain'), code: use('node:fs') },
  { rule: pure, at: door('ports'), code: use('node:events') },
  { rule: pure, at: door('flow'), code: use('node:timers/promises') },
  { rule: pure, at: door('domain'), code: use('yaml') },
  { rule: boundary, at: door('domain'), code: use('yaml'), says: 'not allowed to import "yaml"' },
  { rule: boundary, at: door('views'), code: use('fastify'), says: 'not allowed to import' },
  { rule: boundary, at: door('adapters/postgres'), code: use('fastify'), says: 'not allowed to' },
  // A stand-in may, beside the adapter that it stands in for the server of; the adapter may not.
  {
    rule: boundary,
    at: door('adapters/eventstoredb'),
    code: use('@grpc/grpc-js'),
    says: 'not allowed to',
  },
  { rule: boundary, at: door('wire'), code: use('tslib'), says: 'Transitive' },
];

const half = `export function planted(kind: 'a' | 'b'): number {
  switch (kind) {
    case 'a':
      return 1;
  }
  return 2;
}`;
const withDefault = half.replace("case 'a':\n", "case 'a':\n    case 'b':\n    default:\n");
const body = '  found.push(1);\n'.repeat(40);
const long = `export function planted(found: number[]): void {\n${body}}`;
const silenced = `// eslint${'-disable'}-next-line\nexport const planted = (x: any) => typeof x;`;

const sentences = [
  ['@typescript-eslint/no-explicit-any', 'export const planted = (x: any) => typeof x;'],
  ['@typescript-eslint/no-explicit-any', silenced],
  ['@typescript-eslint/no-floating-promises', 'Promise.resolve(1);'],
  ['@typescript-eslint/switch-exhaustiveness-check', half],
  ['@typescript-eslint/switch-exhaustiveness-check', withDefault],
  [
    '@typescript-eslint/consistent-type-imports',
    `import { Facts } from './errors.ts';\nexport type Planted = Facts;`,
  ],
  ['@typescript-eslint/no-non-null-assertion', 'export const planted = (x: string[]) => x[0]!;'],
  ['@typescript-eslint/no-namespace', 'export namespace Planted {\n  export const a = 1;\n}'],
  ['no-restricted-syntax', 'export default 1;'],
  ['no-restricted-syntax', 'export enum Planted {\n  A,\n}'],
  ['max-params', 'export const planted = (a: 1, b: 1, c: 1, d: 1, e: 1) => [a, b, c, d, e];'],
  ['max-lines-per-function', long],
  ['no-console', 'console.log(1);'],
];

export const lintPlants = [
  ...folders,
  ...packages,
  ...sentences.map(([rule, text]) => ({ rule, at: 'libs/kernel/event.ts', code: `${text}\n` })),
];

/** What lint must let pass in the same places: a rule that refuses everything shows nothing. */
export const lintControls = [
  { at: door('kernel'), code: use('./errors.ts') },
  { at: door('domain'), code: use('@wijkspoor/kernel') },
  { at: door('flow'), code: use('@wijkspoor/ports') },
  { at: door('views'), code: use('typeorm') },
  { at: door('adapters/postgres'), code: use('pg') },
  { at: door('adapters/kafka'), code: use('kafkajs') },
  { at: door('adapters/eventstoredb'), code: use('@kurrent/kurrentdb-client') },
  { at: door('adapters/postgres'), code: use('@wijkspoor/ports') },
  { at: door('services/intake'), code: use('@wijkspoor/views') },
  { at: 'apps/intake/main.ts', code: use('@wijkspoor/services/intake') },
];
