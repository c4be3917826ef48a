import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from '@wijkspoor/kernel';
import { leesYaml } from './gemeente-yaml.ts';
import type { Yaml } from './gemeente-yaml.ts';

/**
 * One thing that is wrong: the file, the line (from 1), the JSON pointer or the sign on the line
 * (from 1), and what, in Dutch.
 */
export type Configuratiefout = Readonly<{
  bestand: string;
  regel: number;
  kolom?: number;
  pointer: string;
  melding: string;
}>;

/** A city does not start on a bad configuration. The message has one line per fault. */
export class OngeldigeConfiguratie extends Error {
  override readonly name = 'OngeldigeConfiguratie';

  constructor(readonly faults: readonly Configuratiefout[]) {
    super(
      faults
        .map(({ bestand, regel, kolom, pointer, melding }) =>
          kolom === undefined
            ? `${bestand}:${regel}: ${pointer || '(geheel)'}: ${melding}`
            : `${bestand}:${regel}:${kolom}: ${melding}`,
        )
        .join('\n'),
    );
  }
}

/** A file as it was read: its text as YAML if it has any, and what is wrong with the text. */
export type Bestand<Naam extends string = string> = Readonly<{
  naam: Naam;
  yaml?: Yaml;
  fouten: readonly Configuratiefout[];
}>;

/** Reads one YAML file of a folder. What is wrong with the text is told, never thrown. */
export async function leesBestand<Naam extends string>(
  folder: string,
  naam: Naam,
): Promise<Bestand<Naam>> {
  try {
    const inhoud = await readFile(join(folder, naam));
    if (!isUtf8(inhoud)) return { naam, fouten: [geenUtf8(naam, inhoud)] };
    const yaml = leesYaml(utf8.decode(inhoud));
    if (yaml.inhoud === null) return { naam, fouten: [fout(naam, 'is leeg')] };
    return { naam, yaml, fouten: yaml.fouten.map((fout) => ({ bestand: naam, ...fout })) };
  } catch (error) {
    return { naam, fouten: [onleesbaar(naam, error)] };
  }
}

// It takes away the mark that some editors put before the first sign.
const utf8 = new TextDecoder('utf-8', { fatal: true });

function geenUtf8(bestand: string, inhoud: Buffer): Configuratiefout {
  const regels = inhoud.toString('latin1').split('\n');
  const eerste = regels.findIndex((regel) => !isUtf8(Buffer.from(regel, 'latin1')));
  const melding = 'is geen UTF-8-tekst: sla het bestand op als UTF-8';
  return { bestand, regel: eerste + 1, pointer: '', melding };
}

/** What is the matter with a file or folder that cannot be read. Throws what is no such thing. */
export function onleesbaar(bestand: string, error: unknown): Configuratiefout {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof ReferenceError) return fout(bestand, 'verwijst te vaak met *');
  if (code === 'ENOENT') return fout(bestand, 'ontbreekt');
  if (typeof code === 'string' && error instanceof Error)
    return fout(bestand, `kan niet worden gelezen (${code})`);
  throw error;
}

/** A fault of a file as a whole. */
export function fout(bestand: string, melding: string): Configuratiefout {
  return { bestand, regel: 1, pointer: '', melding };
}

/** Faults of the content of a file, each on its line. */
export function opRegel({ naam, yaml }: Bestand, faults: readonly Fault[]): Configuratiefout[] {
  return faults.map(({ pointer, message }) => ({
    bestand: naam,
    regel: yaml?.regelVan(pointer) ?? 1,
    pointer,
    melding: message,
  }));
}
