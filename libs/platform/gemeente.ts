import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Gemeente } from '@wijkspoor/domain';
import type { GemeenteBestand } from '@wijkspoor/wire';
import { gemeenteBestanden, parseGemeente } from '@wijkspoor/wire';
import type { Bestand, Configuratiefout } from './gemeente-bestand.ts';
import {
  fout,
  leesBestand,
  onleesbaar,
  OngeldigeConfiguratie,
  opRegel,
} from './gemeente-bestand.ts';
import { kalenderVanNederland, laadKalenders, VRIJE_DAGEN } from './gemeente-kalender.ts';

export { OngeldigeConfiguratie } from './gemeente-bestand.ts';
export type { Configuratiefout } from './gemeente-bestand.ts';

/**
 * The municipality that the YAML files of a folder describe, checked as a whole, with the legal
 * calendar of the country and its own days off.
 *
 * Throws `OngeldigeConfiguratie` with every fault of all files at once, in the order of the files
 * and their lines. Sub-folders are not looked at; a YAML file that nobody knows is a fault, since
 * it is most often a known one with a typing error in its name.
 */
export async function laadGemeente(
  folder: string,
  kalender: string = kalenderVanNederland,
): Promise<Gemeente> {
  const { bestanden, fouten, eigenMap } = await leesMap(folder);
  const gelezen = parseGemeente(Object.fromEntries(bestanden.flatMap(inhoudVan)));
  const { kalenders, fouten: inKalender } = await laadKalenders(kalender, eigenMap);
  const gevonden = 'faults' in gelezen ? gelezen.faults : [];
  const opPlaats = bestanden.flatMap((bestand) =>
    opRegel(
      bestand,
      gevonden.filter((fault) => fault.bestand === bestand.naam),
    ),
  );
  const alles = [...fouten, ...opPlaats, ...inKalender];
  if ('value' in gelezen && kalenders && alles.length === 0)
    return { ...gelezen.value, ...kalenders };
  throw new OngeldigeConfiguratie(
    alles.toSorted(volgorde([...namen, VRIJE_DAGEN, basename(kalender)])),
  );
}

const namen = Object.keys(gemeenteBestanden) as GemeenteBestand[];

function inhoudVan({ naam, yaml }: Bestand<GemeenteBestand>) {
  return yaml ? [[naam, yaml.inhoud] as const] : [];
}

function volgorde(bestanden: readonly string[]) {
  return (een: Configuratiefout, ander: Configuratiefout): number =>
    bestanden.indexOf(een.bestand) - bestanden.indexOf(ander.bestand) || een.regel - ander.regel;
}

type Gelezen = Readonly<{
  bestanden: readonly Bestand<GemeenteBestand>[];
  fouten: readonly Configuratiefout[];
  /** The folder, if it has a file with own days off. */
  eigenMap?: string;
}>;

async function leesMap(folder: string): Promise<Gelezen> {
  const aanwezig = await readdir(folder).catch((error: unknown) => {
    throw new OngeldigeConfiguratie([onleesbaar(folder, error)]);
  });
  const bestanden = await Promise.all(namen.map((naam) => leesBestand(folder, naam)));
  const bekend: readonly string[] = [...namen, VRIJE_DAGEN];
  const onbekend = aanwezig
    .filter((naam) => /\.ya?ml$/i.test(naam) && !bekend.includes(naam))
    .map((bestand) => fout(bestand, `onbekend bestand; bekend zijn: ${bekend.join(', ')}`));
  const fouten = [...onbekend, ...bestanden.flatMap((bestand) => bestand.fouten)];
  return { bestanden, fouten, ...(aanwezig.includes(VRIJE_DAGEN) && { eigenMap: folder }) };
}
