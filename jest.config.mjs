/**
 * The tests, in four kinds by what they touch. A spec is of exactly one kind, by where it stands
 * and how its name ends; a `*.spec.ts` that nobody thought of is a rule test, never forgotten.
 */
import { readFileSync } from 'node:fs';

const { compilerOptions } = JSON.parse(
  readFileSync(new URL('tsconfig.base.json', import.meta.url)),
);

const aliases = Object.entries(compilerOptions.paths).map(([alias, [file]]) => [
  `^${alias}$`,
  file.replace(/^\./, '<rootDir>'),
]);

const swc = {
  sourceMaps: 'inline',
  module: { type: 'es6' },
  jsc: {
    target: 'es2022',
    keepClassNames: true,
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: false },
  },
};

const common = {
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/tools'],
  testEnvironment: 'node',
  injectGlobals: false,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.tsx?$': ['@swc/jest', swc] },
  moduleNameMapper: Object.fromEntries(aliases),
  setupFiles: ['<rootDir>/tools/jest/setup.mjs'],
};

// One embedded PostgreSQL per run, for every kind below that asks `testDatabase()` for one.
const withServer = {
  globalSetup: '<rootDir>/tools/jest/server-start.mjs',
  globalTeardown: '<rootDir>/tools/jest/server-stop.mjs',
};

const integration = '\\.int\\.spec\\.ts$';
const whole = '\\.e2e\\.spec\\.ts$';
const onEmbedded = '/libs/(adapters|views)/';

export default {
  // Patience for a busy machine; no test is meant to need it.
  testTimeout: 60_000,
  maxWorkers: 2,
  projects: [
    {
      ...common,
      displayName: 'rule',
      testMatch: ['**/*.spec.{ts,tsx,mjs}'],
      testPathIgnorePatterns: ['/node_modules/', integration, whole, onEmbedded],
    },
    {
      ...common,
      ...withServer,
      displayName: 'embedded',
      testMatch: ['<rootDir>/libs/{adapters,views}/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', integration],
    },
    { ...common, ...withServer, displayName: 'service', testMatch: ['**/*.int.spec.ts'] },
    {
      ...common,
      globalSetup: '<rootDir>/tools/jest/fresh-build.mjs',
      displayName: 'e2e',
      testMatch: ['**/*.e2e.spec.ts'],
    },
  ],
};
