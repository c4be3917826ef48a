/** What each check runs, in order; `npm test` runs them all. */
const node = process.execPath;
const bin = (name) => `node_modules/.bin/${name}`;

export const commands = {
  format: [bin('prettier'), '--check', '--log-level', 'warn', '.'],
  lint: [bin('nx'), 'run-many', '--target', 'lint', '--output-style', 'static'],
  types: [bin('tsc'), '--project', 'tsconfig.json', '--pretty', 'false'],
  tidy: [node, 'tools/tidy/tidy.mjs'],
  planted: [node, 'tools/checks/planted.mjs'],
  build: [node, 'tools/build/build.mjs'],
  tests: [node, 'tools/jest/run.mjs', '--ci', '--json', '--outputFile', 'dist/jest/results.json'],
};
