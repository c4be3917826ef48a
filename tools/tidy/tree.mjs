/**
 * The tree as the rules see it: every text file that git knows or would add, by its path from the
 * root. A rule reads nothing but this, so that a planted file needs no disk.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';

const binary = /\.(png|jpe?g|gif|ico|pdf|woff2?|ods|xlsx|zip|gz)$/;
const code = /\.(ts|tsx|mjs)$/;

export class SourceFile {
  #parsed;
  #nodes;

  constructor(path, text) {
    this.path = path;
    this.text = text;
  }

  get lines() {
    return this.text.split('\n');
  }

  get isCode() {
    return code.test(this.path);
  }

  get isSpec() {
    return /\.spec\.(ts|tsx|mjs)$/.test(this.path);
  }

  get ast() {
    this.#parsed ??= ts.createSourceFile(this.path, this.text, ts.ScriptTarget.Latest, true);
    return this.#parsed;
  }

  lineOf(node) {
    return this.ast.getLineAndCharacterOfPosition(node.getStart(this.ast)).line + 1;
  }

  /** Every node of the file, from the top down. */
  get nodes() {
    this.#nodes ??= withAllBelow(this.ast, []);
    return this.#nodes;
  }
}

function withAllBelow(node, found) {
  found.push(node);
  ts.forEachChild(node, (child) => void withAllBelow(child, found));
  return found;
}

export class Tree {
  constructor(files) {
    this.files = files;
  }

  get all() {
    return [...this.files.values()];
  }

  get code() {
    return this.all.filter((file) => file.isCode);
  }

  get(path) {
    return this.files.get(path);
  }

  has(path) {
    return this.files.has(path);
  }

  json(path) {
    return JSON.parse(this.get(path).text);
  }

  /** The same tree with some files written over, or taken away where the text is undefined. */
  with(changes) {
    const files = new Map(this.files);
    for (const [path, text] of Object.entries(changes)) {
      if (text === undefined) files.delete(path);
      else files.set(path, new SourceFile(path, text));
    }
    return new Tree(files);
  }
}

export function readTree(root) {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  const paths = new Set(listed.split('\0').filter((path) => path && !binary.test(path)));
  const present = [...paths].filter((path) => existsSync(resolve(root, path))).sort();
  const read = (path) => new SourceFile(path, readFileSync(resolve(root, path), 'utf8'));
  return new Tree(new Map(present.map((path) => [path, read(path)])));
}
