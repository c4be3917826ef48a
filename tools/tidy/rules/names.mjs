import ts from 'typescript';

const fileName = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const empty = /(Manager|Helper|Helpers|Util|Utils|Base|Impl)$|^(Base|Abstract)[A-Z]|^I[A-Z][a-z]/;
const emptyFile = /(^|[-.])(manager|helpers?|utils?|base|impl|common|misc)([-.]|$)/;

const isNaming = (node) =>
  ts.isClassDeclaration(node) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isFunctionDeclaration(node);

/** Files are kebab-case, and neither files nor types have names that say nothing. */
export const names = {
  name: 'names',
  *check(tree) {
    for (const file of tree.code) {
      const own = file.path.split('/').at(-1);
      if (!fileName.test(own)) {
        yield { path: file.path, line: 1, message: `${own}: write it in kebab-case` };
      } else if (emptyFile.test(own) && !own.startsWith('tsconfig')) {
        yield { path: file.path, line: 1, message: `${own}: say what it is or does` };
      }
      for (const node of file.nodes) {
        if (!isNaming(node) || !empty.test(node.name?.text ?? '')) continue;
        const message = `${node.name.text}: say what it is or does`;
        yield { path: file.path, line: file.lineOf(node), message };
      }
    }
  },
};
