import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { laadGemeente, OngeldigeConfiguratie } from './gemeente.ts';

/* The small town, copied and broken, for specs. */

/** The folder of a municipality that comes with the project. */
export const gemeenteMap = (naam: string) =>
  fileURLToPath(new URL(`../../infra/gemeenten/${naam}`, import.meta.url));

/** In this file, this text is replaced by that one. */
export type Wijziging = readonly [bestand: string, van: string, naar: string];

/** A copy of the small town with changes; whoever asks for it removes it. */
export async function kopie(...wijzigingen: readonly Wijziging[]): Promise<string> {
  const map = await mkdtemp(join(tmpdir(), 'wijkspoor-gemeente-'));
  await cp(gemeenteMap('voorbeeldstad'), map, { recursive: true });
  for (const [bestand, van, naar] of wijzigingen) {
    const tekst = await readFile(join(map, bestand), 'utf8');
    if (!tekst.includes(van)) throw new Error(`${bestand} does not contain:\n${van}`);
    await writeFile(
      join(map, bestand),
      tekst.replace(van, () => naar),
    );
  }
  return map;
}

/** The lines that are told about a folder; it must have faults. */
export async function meldingen(map: string): Promise<readonly string[]> {
  const error: unknown = await laadGemeente(map).catch((error: unknown) => error);
  if (!(error instanceof OngeldigeConfiguratie)) throw new Error('no faults', { cause: error });
  return error.message.split('\n');
}
