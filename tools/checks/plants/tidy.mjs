/**
 * Violations for tidy: the files that are written over the tree, and the rule that must name the
 * first of them. What tidy looks for in every file is taken apart here, so that it is not found.
 */
const inIntake = 'libs/services/intake/planted.ts';
const inDomain = 'libs/domain/planted.ts';
const spec = 'libs/domain/planted.spec.ts';
const paper = `docs/${'planted'}.md`;

const plant = (rule, path, text, others = {}) => ({ rule, files: { [path]: text, ...others } });

const size = [
  plant('file-length', inDomain, 'export {};\n'.repeat(201)),
  plant('file-length', 'tools/tidy/planted.mjs', 'export {};\n'.repeat(301)),
  plant('line-length', inDomain, `// ${'a'.repeat(98)}\n`),
];

const house = [
  plant('names', 'libs/domain/plantedFile.ts', ''),
  plant('names', 'libs/domain/planted-utils.ts', ''),
  plant('names', inDomain, 'export class CaseManager {}\n'),
  plant('names', inDomain, 'export interface ICase {}\n'),
  plant('one-index', 'libs/domain/zaak/index.ts', ''),
  plant('tagged-project', 'libs/planted/planted.ts', ''),
  plant('tagged-project', inDomain, '', {
    'libs/domain/project.json': '{ "tags": ["type:apps"] }',
  }),
];

const code = [
  plant('time-at-the-edge', inDomain, 'export const now = () => new Date();\n'),
  plant('time-at-the-edge', 'libs/views/planted.ts', 'export const now = () => Date.now();\n'),
  plant(
    'time-at-the-edge',
    'libs/flow/planted.ts',
    'export const id = () => crypto.randomUUID();\n',
  ),
  plant('time-at-the-edge', 'libs/wire/planted.ts', 'export const now = Temporal.Now.instant;\n'),
  plant('decorators-at-the-edge', inDomain, '@Module({})\nexport class Planted {}\n'),
  plant('decorators-at-the-edge', inIntake, '@Injectable()\nexport class Planted {}\n'),
  plant('environment-once', inIntake, 'export const home = process.env.HOME;\n'),
  plant('cast-at-the-door', inIntake, 'export const a = 1 as unknown as 2;\n'),
  plant('nothing-postponed', inDomain, `// TO${'DO'}: later\n`),
  plant('nothing-silenced', inDomain, `// @ts-${'ignore'}\n`),
  plant('nothing-silenced', inDomain, `/* eslint-${'disable'} */\n`),
  plant('no-banner', inDomain, '// ----- events -----\n'),
];

const specs = [
  plant('every-spec-runs', spec, `describe.only('a', () => {});\n`),
  plant('every-spec-runs', spec, `it.skip('a', () => expect(1).toBe(1));\n`),
  plant('every-spec-runs', spec, `xit('a', () => expect(1).toBe(1));\n`),
  plant('every-spec-requires', spec, `it('runs', () => {\n  run();\n});\n`),
];

const papers = [
  plant('no-machine', paper, `Look in /${'home'}/somebody/wijkspoor.\n`),
  plant('no-machine', '.npmrc', `https://${'registry'}.example.org/\n`),
  plant('links-resolve', paper, 'See [the other](nowhere.md).\n'),
  plant('links-resolve', paper, 'See [below](#nowhere).\n'),
  plant('links-resolve', inDomain, `// See docs/${'nowhere'}.md.\n`),
  plant('problems-explained', inDomain, `throw new Refused('nooit-uitgelegd');\n`),
  plant('problems-explained', inIntake, `const a = { 'b-c': { status: 409, title: 'b' } };\n`),
  plant('problems-explained', 'docs/reference/problems.md', '## `nooit-geweigerd`\n'),
  plant('data-parses', 'infra/planted.yaml', 'a: 1\na: 2\n'),
  plant('data-parses', 'infra/planted.yml', 'a: [1\n'),
  plant('data-parses', 'infra/planted.json', '{ "a": }\n'),
];

export const tidyPlants = [...size, ...house, ...code, ...specs, ...papers];
