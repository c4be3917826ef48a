import type { Hash } from 'node:crypto';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { KanNiet } from '../opdracht.ts';
import type { Plek } from './regels.ts';

/** A file to import: what is in it, and where its text begins. */
export type Importbestand = Readonly<{
  pad: string;
  vorm: 'ndjson' | 'csv';
  bytes: number;
  begin: Plek;
}>;

/** Looks at the beginning of a file. Throws `KanNiet` when it cannot be imported. */
export async function bekijk(pad: string): Promise<Importbestand> {
  const bytes = await grootte(pad);
  const kop = await eersteBytes(pad);
  if (bytes === 0) throw new KanNiet(`${pad} is leeg. Er is niets te importeren.`);
  if (isAnders(kop))
    throw new KanNiet(`${pad} is geen tekst in UTF-8. Bewaar het bestand als UTF-8.`);
  const byte = kop.subarray(0, 3).equals(merk) ? 3 : 0;
  const tekst = kop.subarray(byte).toString('utf8').trimStart();
  if (tekst === '') throw new KanNiet(`${pad} is leeg. Er is niets te importeren.`);
  return { pad, vorm: vormVan(pad, tekst), bytes, begin: { nr: 1, byte } };
}

const merk = Buffer.from([0xef, 0xbb, 0xbf]);

async function grootte(pad: string): Promise<number> {
  try {
    const gevonden = await stat(pad);
    if (gevonden.isFile()) return gevonden.size;
    throw new KanNiet(
      `${pad} is geen bestand maar ${gevonden.isDirectory() ? 'een map' : 'iets anders'}.`,
    );
  } catch (error) {
    throw alsZin(pad, error);
  }
}

async function eersteBytes(pad: string): Promise<Buffer> {
  try {
    await using bestand = await open(pad);
    const { buffer, bytesRead } = await bestand.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    throw alsZin(pad, error);
  }
}

function alsZin(pad: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new KanNiet(`${pad} bestaat niet.`);
  if (code === 'EACCES' || code === 'EPERM') return new KanNiet(`${pad} mag niet gelezen worden.`);
  return code ? new KanNiet(`${pad} kan niet gelezen worden (${code}).`) : error;
}

// UTF-16 has a mark of its own or zeros between the letters; pictures and archives have zeros too.
function isAnders(kop: Buffer): boolean {
  return kop.includes(0) || [0xfeff, 0xfffe].includes(kop.length > 1 ? kop.readUInt16BE(0) : 0);
}

function vormVan(pad: string, tekst: string): Importbestand['vorm'] {
  const extensie = extname(pad).toLowerCase();
  if (extensie === '.csv') return 'csv';
  if (tekst.startsWith('['))
    throw new KanNiet(
      `${pad} is één lijst in JSON. Maak er NDJSON van: op elke regel één bericht, zonder haken.`,
    );
  if (['.ndjson', '.jsonl', '.json'].includes(extensie)) return 'ndjson';
  return tekst.startsWith('{') ? 'ndjson' : 'csv';
}

/** The SHA-256 of the first bytes of a file, to go on from there. */
export async function hashTot(pad: string, bytes: number): Promise<Hash> {
  const hash = createHash('sha256');
  if (bytes === 0) return hash;
  for await (const stuk of createReadStream(pad, { end: bytes - 1 })) hash.update(stuk as Buffer);
  return hash;
}
