/** Rules about what may not be written anywhere, found line by line. */

const postponed = ['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'];

function* lines(files, pattern, message) {
  for (const file of files) {
    if (!pattern.test(file.text)) continue;
    for (const [at, text] of file.lines.entries()) {
      const found = pattern.exec(text);
      if (found) yield { path: file.path, line: at + 1, message: message(found[0].trim()) };
    }
  }
}

const written = (tree) => tree.all.filter(({ path }) => path !== 'package-lock.json');

export const nothingPostponed = {
  name: 'nothing-postponed',
  check: (tree) =>
    lines(
      written(tree),
      new RegExp(`\\b(${postponed.join('|')})\\b`),
      (found) => `${found}: do it now, or write an issue`,
    ),
};

// Taken apart, so that the rule does not find itself.
const silencers = [
  '@ts-' + '(ignore|expect-error|nocheck)',
  'eslint-' + 'disable',
  'prettier-' + 'ignore',
];

export const nothingSilenced = {
  name: 'nothing-silenced',
  check: (tree) =>
    lines(
      written(tree),
      new RegExp(silencers.join('|')),
      (found) => `${found}: mend what the check found, or change the check`,
    ),
};

export const noBanner = {
  name: 'no-banner',
  check: (tree) =>
    lines(
      tree.code,
      /^\s*(\/\/|\/?\*+)\s*[-=*#~_]{4,}/,
      () => 'a banner: make it a function, a file or a sentence',
    ),
};

const registries = ['registry', 'npm', 'maven', 'pypi'].map((name) => `${name}\\.[a-z0-9-]+`);
const machine = new RegExp(
  [
    `https?://([a-z0-9-]+\\.)*(${registries.join('|')})`,
    '"resolved"' + ': ',
    '(?<![\\w.}/-])/(home|root|Users|work|mnt)/[\\w.-]+',
    '\\b[A-Z]:\\\\\\w+',
  ].join('|'),
);

export const noMachine = {
  name: 'no-machine',
  check: (tree) =>
    lines(tree.all, machine, (found) => `${found}: belongs to one machine, not to the project`),
};
