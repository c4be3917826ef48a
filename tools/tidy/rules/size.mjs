import { longFiles } from '../long-files.mjs';

const aimed = 200;
const atMost = 300;
const widest = 100;

const lengthOf = (file) => file.text.trimEnd().split('\n').length;

function tooLong(file) {
  const length = lengthOf(file);
  if (length > atMost) return `has ${length} lines, ${atMost} is the most: split it`;
  if (length <= aimed || file.path in longFiles) return undefined;
  return `has ${length} lines, aim at ${aimed}: split it, or give its reason in long-files.mjs`;
}

export const fileLength = {
  name: 'file-length',
  *check(tree) {
    for (const file of tree.code) {
      const message = tooLong(file);
      if (message) yield { path: file.path, line: 1, message };
    }
    for (const path of Object.keys(longFiles)) {
      if (tree.has(path) && lengthOf(tree.get(path)) > aimed) continue;
      const message = `${path} is not long any more: take it off the list`;
      yield { path: 'tools/tidy/long-files.mjs', line: 1, message };
    }
  },
};

// An address cannot be broken over two lines.
const address = /https?:\/\/\S+/;

export const lineLength = {
  name: 'line-length',
  *check(tree) {
    for (const file of tree.code) {
      for (const [at, text] of file.lines.entries()) {
        if (text.length <= widest || address.test(text)) continue;
        const message = `is ${text.length} characters wide: break it at ${widest}`;
        yield { path: file.path, line: at + 1, message };
      }
    }
  },
};
