import { writeFile } from 'node:fs/promises';
import { asyncApiText, documentFile } from './document.ts';

await writeFile(documentFile, await asyncApiText());
console.log(`asyncapi: ${documentFile}`);
