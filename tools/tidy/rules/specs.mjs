import ts from 'typescript';

const blocks = new Set(['describe', 'it', 'test']);
const off = new Set(['only', 'skip', 'todo', 'failing']);
const shorthand = new Set(['xit', 'xtest', 'xdescribe', 'fit', 'fdescribe']);

function switchedOff(node) {
  if (ts.isPropertyAccessExpression(node) && off.has(node.name.text)) {
    return blocks.has(node.expression.getText().split('.')[0]) ? node.getText() : undefined;
  }
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
  return shorthand.has(node.expression.text) ? node.expression.text : undefined;
}

/** A spec that is switched off, or alone switched on, hides what it was written to show. */
export const everySpecRuns = {
  name: 'every-spec-runs',
  *check(tree) {
    for (const file of tree.code.filter(({ isSpec, path }) => isSpec || /contract\./.test(path))) {
      for (const node of file.nodes) {
        const what = switchedOff(node);
        const message = `${what}: run it with the others, or take it out`;
        if (what) yield { path: file.path, line: file.lineOf(node), message };
      }
    }
  },
};

const requires = /\b(expect|given|assert)\w*\s*[.(]/;

const isTest = (node) =>
  ts.isCallExpression(node) &&
  /^(it|test)(\.each\b.*)?$/s.test(node.expression.getText()) &&
  node.arguments.length > 1;

/** The text of every function of the file, by name, so that a shared check counts as one. */
function functionsOf(file) {
  const found = new Map();
  for (const node of file.nodes) {
    if (ts.isFunctionDeclaration(node) && node.name) found.set(node.name.text, node.getText());
    if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name)) continue;
    if (node.initializer && ts.isArrowFunction(node.initializer)) {
      found.set(node.name.text, node.initializer.getText());
    }
  }
  return found;
}

function requiresSomething(text, functions, seen = new Set()) {
  if (requires.test(text)) return true;
  const called = [...functions.keys()].filter(
    (name) => !seen.has(name) && new RegExp(`\\b${name}\\b`).test(text),
  );
  for (const name of called) seen.add(name);
  return called.some((name) => requiresSomething(functions.get(name), functions, seen));
}

export const everySpecRequires = {
  name: 'every-spec-requires',
  *check(tree) {
    const message = 'a test that requires nothing cannot fail: say what must be so';
    for (const file of tree.code.filter(({ isSpec }) => isSpec)) {
      const functions = functionsOf(file);
      for (const node of file.nodes) {
        if (!isTest(node)) continue;
        if (requiresSomething(node.arguments[1].getText(), functions)) continue;
        yield { path: file.path, line: file.lineOf(node), message };
      }
    }
  },
};
