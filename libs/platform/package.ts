import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of the Wijkspoor package. It is looked for upwards, because this code runs from its
 * own folder in a test and from `dist` as a bundle.
 */
export const packageFolder = folderWith(dirname(fileURLToPath(import.meta.url)), 'infra/gemeenten');

/** The version of Wijkspoor that is running. */
export const packageVersion = versionIn(join(packageFolder, 'package.json'));

function folderWith(from: string, landmark: string): string {
  if (existsSync(join(from, landmark))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error(`There is no ${landmark} in or above this code.`);
  return folderWith(parent, landmark);
}

function versionIn(file: string): string {
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return version;
}
