/** Rules about what stands beside the code: links, the catalogue of refusals, and data files. */
import { dirname, join } from 'node:path/posix';
import ts from 'typescript';
import { parseAllDocuments } from 'yaml';

const link = /\[[^\]]*\]\(\s*<?([^)\s>]+)>?[^)]*\)/g;
const mention = /\bdocs\/[\w./-]+\.md\b/g;
const elsewhere = /^([a-z]+:|\/\/)/i;

/** The anchor that a heading gets on the usual code hosts. */
function anchor(heading) {
  const text = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*_]/g, '');
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s/g, '-');
}

const withoutCode = (text) => text.replace(/^```[\s\S]*?^```/gm, (code) => code.replace(/./g, ' '));

function anchors(file) {
  const headings = [...withoutCode(file.text).matchAll(/^#{1,6}\s+(.+)$/gm)];
  return new Set(headings.map(([, heading]) => anchor(heading)));
}

const isFolder = (tree, path) =>
  path === '.' || tree.all.some((file) => file.path.startsWith(`${path}/`));

function broken(tree, from, target) {
  if (elsewhere.test(target)) return undefined;
  const [path, hash] = decodeURIComponent(target).split('#');
  const to = path ? join(dirname(from), path).replace(/\/$/, '') : from;
  if (!tree.has(to)) return isFolder(tree, to) ? undefined : `${target}: there is no ${to}`;
  if (!hash || !to.endsWith('.md') || anchors(tree.get(to)).has(hash)) return undefined;
  return `${target}: ${to} has no heading for #${hash}`;
}

function* matches(text, pattern) {
  for (const [at, line] of text.split('\n').entries()) {
    for (const found of line.matchAll(pattern)) yield { line: at + 1, found: found[1] ?? found[0] };
  }
}

export const linksResolve = {
  name: 'links-resolve',
  *check(tree) {
    for (const { path, text } of tree.all.filter((file) => file.path.endsWith('.md'))) {
      for (const { line, found } of matches(withoutCode(text), link)) {
        const message = broken(tree, path, found);
        if (message) yield { path, line, message };
      }
    }
    for (const { path, text } of tree.code) {
      for (const { line, found } of matches(text, mention)) {
        if (!tree.has(found)) yield { path, line, message: `there is no ${found}` };
      }
    }
  },
};

const catalogue = 'docs/reference/problems.md';
const unions = new Set(['Weigeringscode', 'RefusalCode']);

function* literals(type) {
  if (ts.isUnionTypeNode(type)) for (const part of type.types) yield* literals(part);
  else if (ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal)) yield type.literal;
}

/** A row of a table of problems: `'pad-onbekend': { status: 404, title: … }`. */
function isProblem(node) {
  if (!ts.isPropertyAssignment(node) || !ts.isObjectLiteralExpression(node.initializer))
    return false;
  const fields = node.initializer.properties.map(({ name }) => name?.getText());
  return ['status', 'title'].every((field) => fields.includes(field));
}

/** Every code that a user can be told: the rules' refusals, and the problems of the platform. */
function* codesIn(file) {
  for (const node of file.nodes) {
    if (ts.isTypeAliasDeclaration(node) && unions.has(node.name.text)) yield* literals(node.type);
    if (isProblem(node)) yield node.name;
    if (!ts.isNewExpression(node) || node.expression.getText() !== 'Refused') continue;
    const [code] = node.arguments ?? [];
    if (code && ts.isStringLiteral(code)) yield code;
  }
}

/** Where each code is first named, over all libraries. */
function codes(tree) {
  const named = new Map();
  for (const file of tree.code.filter(({ isSpec, path }) => !isSpec && path.startsWith('libs/'))) {
    for (const node of codesIn(file)) {
      if (!named.has(node.text)) named.set(node.text, { path: file.path, line: file.lineOf(node) });
    }
  }
  return named;
}

function sections(tree) {
  const text = tree.get(catalogue)?.text ?? '';
  const found = [...matches(text, /^#{2,4}\s+`([a-z]+(?:-[a-z]+)*)`\s*$/g)];
  return new Map(found.map(({ line, found: code }) => [code, line]));
}

/** A problem that nobody explains helps nobody; a section without its problem misleads. */
export const problemsExplained = {
  name: 'problems-explained',
  *check(tree) {
    const told = codes(tree);
    const explained = sections(tree);
    for (const [code, place] of told) {
      if (explained.has(code)) continue;
      yield { ...place, message: `${code} has no section (## \`${code}\`) in ${catalogue}` };
    }
    for (const [code, line] of explained) {
      if (told.has(code)) continue;
      yield { path: catalogue, line, message: `nothing tells a user ${code}: take it out` };
    }
  },
};

function faultsOfYaml({ path, text }) {
  return parseAllDocuments(text, { uniqueKeys: true }).flatMap(({ errors, warnings }) =>
    [...errors, ...warnings].map(({ message, linePos }) => {
      return { path, line: linePos?.[0].line ?? 1, message: message.split('\n')[0] };
    }),
  );
}

function faultsOfJson({ path, text }) {
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    return [{ path, line: 1, message: error.message }];
  }
}

export const dataParses = {
  name: 'data-parses',
  *check(tree) {
    for (const file of tree.all) {
      if (/\.ya?ml$/.test(file.path)) yield* faultsOfYaml(file);
      if (file.path.endsWith('.json')) yield* faultsOfJson(file);
    }
  },
};
