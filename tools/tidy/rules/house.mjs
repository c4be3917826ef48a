/** Rules about where things stand: every folder a project, one door to each library. */
import { dirname } from 'node:path/posix';

const aliases = (tree) => Object.values(tree.json('tsconfig.base.json').compilerOptions.paths);

export const oneIndex = {
  name: 'one-index',
  *check(tree) {
    const doors = new Set(aliases(tree).map(([path]) => path.replace(/^\.\//, '')));
    for (const { path } of tree.code) {
      if (!/(^|\/)index\.(ts|tsx|mjs)$/.test(path) || doors.has(path)) continue;
      yield { path, line: 1, message: 'a library has one index.ts, at its root: import the file' };
    }
    for (const door of doors) {
      if (tree.has(door)) continue;
      const message = `${door} does not exist: an alias needs its door`;
      yield { path: 'tsconfig.base.json', line: 1, message };
    }
  },
};

/** The tag that a path's folder stands for: `libs/adapters/postgres/x.ts` is of `type:adapters`. */
function tagOf(path) {
  const [top, folder] = path.split('/');
  return `type:${top === 'libs' ? folder : top}`;
}

function projectOf(tree, path) {
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    const project = `${folder}/project.json`;
    if (tree.has(project)) return project;
  }
  return undefined;
}

/** Lint knows who may import whom by tag; code without one could import anything. */
export const taggedProject = {
  name: 'tagged-project',
  *check(tree) {
    for (const { path } of tree.code.filter(({ path }) => /^(apps|libs|tools)\//.test(path))) {
      const project = projectOf(tree, path);
      const tags = project ? tree.json(project).tags : [];
      if (tags?.length === 1 && tags[0] === tagOf(path)) continue;
      const message = `its project.json must carry the tag ${tagOf(path)}, and no other`;
      yield { path, line: 1, message };
    }
  },
};
