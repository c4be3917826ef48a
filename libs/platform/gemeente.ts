import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Gemeente } from '@wijkspoor/domain';
import type { GemeenteBestand } from '@wijkspoor/wire';
import { gemeenteBestanden, parseGemeente } from '@wijkspoor/wire';
import { leesYaml } from './gemeente-yaml.ts';
import type { Yaml } from './gemeente-yaml.ts';

/** One thing that is wrong: the file, the line (from 1), the JSON pointer, and what, in Dutch. */
export type Configuratiefout = Readonly<{
  bestand: string;
  regel: number;
  pointer: string;
  melding: string;
}>;

/** A city does not start on a bad configuration. The message has one line per fault. */
export class OngeldigeConfiguratie extends Error {
  override readonly name = 'OngeldigeConfiguratie';

  constructor(readonly faults: readonly Configuratiefout[]) {
    super(
      faults
        .map(({ bestand, regel, pointer, melding }) =>
          [`${bestand}:${regel}`, pointer || '(geheel)', melding].join(': '),
        )
        .join('\n'),
    );
  }
}

/**
 * The municipality that the YAML files of a folder describe, checked as a whole.
 *
 * Throws `OngeldigeConfiguratie` with every fault of all files at once, in the order of the files
 * and their lines. Sub-folders are not looked at; a YAML file that nobody knows is a fault, since
 * it is most often a known one with a typing error in its name.
 */
export async function laadGemeente(folder: string): Promise<Gemeente> {
  const { bestanden, fouten } = await leesMap(folder);
  const inhoud = [...bestanden].map(([bestand, { inhoud }]) => [bestand, inhoud] as const);
  const gelezen = parseGemeente(Object.fromEntries(inhoud));
  if ('value' in gelezen && fouten.length === 0) return gelezen.value;
  const gevonden = 'faults' in gelezen ? gelezen.faults : [];
  const opRegel = gevonden.map(({ bestand, pointer, message }) => ({
    bestand,
    regel: bestanden.get(bestand)?.regelVan(pointer) ?? 1,
    pointer,
    melding: message,
  }));
  throw new OngeldigeConfiguratie([...fouten, ...opRegel].toSorted(opPlek));
}

const namen = Object.keys(gemeenteBestanden) as GemeenteBestand[];

function opPlek(een: Configuratiefout, ander: Configuratiefout): number {
  const plek = (bestand: string) => namen.findIndex((naam) => naam === bestand);
  return plek(een.bestand) - plek(ander.bestand) || een.regel - ander.regel;
}

type Gelezen = { bestanden: Map<GemeenteBestand, Yaml>; fouten: Configuratiefout[] };

async function leesMap(folder: string): Promise<Gelezen> {
  const aanwezig = await readdir(folder).catch((error: unknown) => {
    throw new OngeldigeConfiguratie([onleesbaar(folder, error)]);
  });
  const gelezen = await Promise.all(namen.map((naam) => leesBestand(folder, naam)));
  const bestanden = new Map(gelezen.flatMap(({ naam, yaml }) => (yaml ? [[naam, yaml]] : [])));
  const onbekend = aanwezig
    .filter((naam) => /\.ya?ml$/i.test(naam) && !namen.some((bekend) => bekend === naam))
    .map((bestand) => fout(bestand, `onbekend bestand; bekend zijn: ${namen.join(', ')}`));
  return { bestanden, fouten: [...onbekend, ...gelezen.flatMap(({ fouten }) => fouten)] };
}

type Bestand = { naam: GemeenteBestand; yaml?: Yaml; fouten: Configuratiefout[] };

async function leesBestand(folder: string, naam: GemeenteBestand): Promise<Bestand> {
  try {
    const tekst = utf8.decode(await readFile(join(folder, naam)));
    const yaml = leesYaml(tekst);
    return { naam, yaml, fouten: yaml.fouten.map((fout) => ({ bestand: naam, ...fout })) };
  } catch (error) {
    return { naam, fouten: [onleesbaar(naam, error)] };
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function onleesbaar(bestand: string, error: unknown): Configuratiefout {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof ReferenceError) return fout(bestand, 'verwijst te vaak met *');
  if (code === 'ENOENT') return fout(bestand, 'ontbreekt');
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return fout(bestand, 'is geen UTF-8-tekst');
  if (typeof code === 'string' && error instanceof Error)
    return fout(bestand, `kan niet worden gelezen (${code})`);
  throw error;
}

function fout(bestand: string, melding: string): Configuratiefout {
  return { bestand, regel: 1, pointer: '', melding };
}
