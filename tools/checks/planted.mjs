/**
 * Breaks every rule on purpose and requires that its check says so, by name. A rule that cannot
 * fail is not a rule: one that matches nothing passes for ever.
 *
 * Most violations never touch the disk: each check is given a text and told where it would stand.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createProjectGraphAsync } from '@nx/devkit';
import { ESLint } from 'eslint';
import prettier from 'prettier';
import ts from 'typescript';
import { rules } from '../tidy/rules.mjs';
import { readTree } from '../tidy/tree.mjs';
import { checkCommands } from './plants/commands.mjs';
import { formatPlants } from './plants/format.mjs';
import { lintControls, lintPlants } from './plants/lint.mjs';
import { tidyPlants } from './plants/tidy.mjs';
import { typePlants } from './plants/types.mjs';

const root = resolve(import.meta.dirname, '../..');

async function lintText(eslint, { at, code }) {
  if (!existsSync(resolve(root, at))) return [{ ruleId: 'missing', message: `there is no ${at}` }];
  const [{ messages }] = await eslint.lintText(code, { filePath: resolve(root, at) });
  return messages;
}

const told = (messages) =>
  messages.map(({ ruleId, message }) => `${ruleId}: ${message}`).join('; ');

async function checkLint() {
  await createProjectGraphAsync();
  const eslint = new ESLint({ cwd: root });
  const results = [];
  for (const plant of lintPlants) {
    const messages = await lintText(eslint, plant);
    const { rule, at, says = '' } = plant;
    const bites = messages.some((m) => m.ruleId === rule && m.message.includes(says));
    const name = `lint ${rule} at ${at}`;
    results.push(bites ? { name } : { name, fault: `${plant.code}got: ${told(messages)}` });
  }
  for (const control of lintControls) {
    const messages = await lintText(eslint, control);
    const name = `lint lets pass at ${control.at}`;
    const fault = `${control.code}got: ${told(messages)}`;
    results.push(messages.length === 0 ? { name } : { name, fault });
  }
  return results;
}

const virtual = (n) => resolve(root, `libs/kernel/planted-${n}.ts`);

function typeFaults() {
  const texts = new Map(typePlants.map(({ code }, n) => [virtual(n), code]));
  const config = resolve(root, 'tsconfig.base.json');
  const { options } = ts.parseJsonConfigFileContent(readJson(config), ts.sys, root);
  const host = ts.createCompilerHost(options, true);
  const { fileExists, readFile } = host;
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  const program = ts.createProgram([...texts.keys()], options, host);
  return [...texts.keys()].map((path) => {
    const file = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  });
}

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

function checkTypes() {
  const faults = typeFaults();
  return typePlants.map(({ rule, code }, n) => {
    const codes = faults[n].map((diagnostic) => `TS${diagnostic.code}`);
    const name = `types ${rule}`;
    return codes.includes(rule) ? { name } : { name, fault: `${code}\ngot: ${codes.join(', ')}` };
  });
}

async function checkFormat() {
  const filepath = resolve(root, 'libs/kernel/event.ts');
  const options = { ...(await prettier.resolveConfig(filepath)), filepath };
  return Promise.all(
    formatPlants.map(async ({ rule, code }) => {
      const name = `format ${rule}`;
      return (await prettier.check(code, options)) ? { name, fault: code } : { name };
    }),
  );
}

/** The rule must name the planted file, and must not have named it before. */
function bites(tree, { rule, files }) {
  const [path] = Object.keys(files);
  const { check } = rules.find(({ name }) => name === rule);
  const count = (of) => [...check(of)].filter((fault) => fault.path === path).length;
  return count(tree.with(files)) > (tree.has(path) ? count(tree) : 0);
}

function checkTidy() {
  const tree = readTree(root);
  const without = rules.filter(({ name }) => !tidyPlants.some(({ rule }) => rule === name));
  return [
    ...without.map(({ name }) => ({ name: `tidy ${name}`, fault: 'no violation is planted' })),
    ...tidyPlants.map((plant) => {
      const name = `tidy ${plant.rule}`;
      return bites(tree, plant) ? { name } : { name, fault: JSON.stringify(plant.files) };
    }),
  ];
}

const results = [
  ...(await checkLint()),
  ...checkTypes(),
  ...(await checkFormat()),
  ...checkTidy(),
  ...checkCommands(),
];
const survived = results.filter(({ fault }) => fault);
for (const { name, fault } of survived)
  console.log(`planted, and not as it must be: ${name}\n${fault}\n`);
console.log(`planted: ${results.length} tried, ${survived.length} not as they must be`);
process.exitCode = survived.length > 0 ? 1 : 0;
