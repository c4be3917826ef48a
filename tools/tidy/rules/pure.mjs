/** Rules about what the inner libraries may not do, and where a few strong means are allowed. */
import ts from 'typescript';

const inner = /^libs\/(kernel|domain|ports|flow|wire|views)\//;
const isInner = (file) =>
  inner.test(file.path) && !file.isSpec && !file.path.includes('/contract/');

const chance = new Set(['randomUUID', 'randomBytes', 'randomInt', 'getRandomValues']);
const clocks = new Set(['Date.now', 'Temporal.Now', 'Math.random', 'performance.now']);

function fromOutside(node) {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date') {
    return (node.arguments ?? []).length === 0 ? 'new Date()' : undefined;
  }
  if (ts.isPropertyAccessExpression(node) && clocks.has(node.getText())) return node.getText();
  if (ts.isIdentifier(node) && chance.has(node.text)) return node.text;
  return undefined;
}

/** Time, identity and chance enter at the edge, and commands carry them. */
export const timeAtTheEdge = {
  name: 'time-at-the-edge',
  *check(tree) {
    for (const file of tree.code.filter(isInner)) {
      for (const node of file.nodes) {
        const what = fromOutside(node);
        const message = `${what}: let the command carry it; it is read in services and adapters`;
        if (what) yield { path: file.path, line: file.lineOf(node), message };
      }
    }
  },
};

const mayDecorate = /^libs\/(services|platform|views)\//;
const edges = ['Module', 'Controller', 'Catch', 'CommandHandler', 'QueryHandler', 'Entity'];

const nameOf = ({ expression }) => (expression.expression ?? expression).getText();

/** The class that a decorator stands on, or in. */
function classOf(node) {
  return node === undefined || ts.isClassLike(node) ? node : classOf(node.parent);
}

function isAtTheEdge(decorator) {
  const found = classOf(decorator);
  return found && (ts.getDecorators(found) ?? []).some((own) => edges.includes(nameOf(own)));
}

export const decoratorsAtTheEdge = {
  name: 'decorators-at-the-edge',
  *check(tree) {
    const message = 'a decorator: only in controllers, modules, filters, handlers and entities';
    for (const file of tree.code) {
      for (const node of file.nodes) {
        if (!ts.isDecorator(node)) continue;
        if (mayDecorate.test(file.path) && isAtTheEdge(node)) continue;
        yield { path: file.path, line: file.lineOf(node), message };
      }
    }
  },
};

const mayCast = /^libs\/(adapters|wire)\//;

const isDoubleCast = (node) =>
  ts.isAsExpression(node) &&
  ts.isAsExpression(node.expression) &&
  node.expression.type.kind === ts.SyntaxKind.UnknownKeyword;

export const castAtTheDoor = {
  name: 'cast-at-the-door',
  *check(tree) {
    const message = 'as unknown as: parse it where it comes in; only adapters and wire may cast';
    for (const file of tree.code.filter(({ path }) => !mayCast.test(path))) {
      for (const node of file.nodes) {
        if (isDoubleCast(node)) yield { path: file.path, line: file.lineOf(node), message };
      }
    }
  },
};

// Where the environment is read and checked, and where it is passed on to a child process.
const mayReadEnvironment = /^libs\/(platform\/config|adapters\/postgres\/embedded-user)\.ts$/;
const forTests = /^(tools|libs\/testing|apps\/[^/]+\/e2e)\//;

/** A setting that is read somewhere else is one that nobody checks and no document names. */
export const environmentOnce = {
  name: 'environment-once',
  *check(tree) {
    const message =
      'process.env: only libs/platform/config.ts reads the environment, and checks it';
    for (const file of tree.code.filter(({ isSpec, path }) => !isSpec && !forTests.test(path))) {
      if (mayReadEnvironment.test(file.path)) continue;
      for (const node of file.nodes) {
        if (!ts.isPropertyAccessExpression(node) || node.getText() !== 'process.env') continue;
        yield { path: file.path, line: file.lineOf(node), message };
      }
    }
  },
};
