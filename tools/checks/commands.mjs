/**
 * What each check runs, in order; `npm test` runs them all.
 *
 * Lint is one run over the whole tree, started by Nx so that there is a project graph to judge by:
 * a third of the time that one run for each project takes (`npx nx run-many -t lint`).
 */
const node = process.execPath;
const bin = (name) => `node_modules/.bin/${name}`;

// What the compiler found last time, so that it looks only at what changed.
const remembered = ['--incremental', '--tsBuildInfoFile', 'dist/types.tsbuildinfo'];

export const commands = {
  format: [bin('prettier'), '--check', '--log-level', 'warn', '.'],
  lint: [bin('nx'), 'run', 'tools:lint-all', '--output-style', 'static'],
  types: [bin('tsc'), '--project', 'tsconfig.json', '--pretty', 'false', ...remembered],
  tidy: [node, 'tools/tidy/tidy.mjs'],
  planted: [node, 'tools/checks/planted.mjs'],
  build: [node, 'tools/build/build.mjs'],
  tests: [node, 'tools/jest/run.mjs', '--ci', '--json', '--outputFile', 'dist/jest/results.json'],
};
