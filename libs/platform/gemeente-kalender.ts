import { basename, dirname, join } from 'node:path';
import type { Kalenders } from '@wijkspoor/domain';
import { dienstkalender, kalenderVan } from '@wijkspoor/domain';
import { parseEigenDagen, parseKalender } from '@wijkspoor/wire';
import type { Configuratiefout } from './gemeente-bestand.ts';
import { leesBestand, opRegel } from './gemeente-bestand.ts';
import { packageFolder } from './package.ts';

/** The legal calendar that comes with the project. */
export const kalenderVanNederland = join(packageFolder, 'infra/kalender/nederland.yaml');

/** The file of a municipality with the days on which it does not work itself; need not be there. */
export const VRIJE_DAGEN = 'vrije-dagen.yaml';

type Gelezen = Readonly<{ kalenders?: Kalenders; fouten: readonly Configuratiefout[] }>;

/** The legal calendar of a file, and with a municipality's own days off for its service norms. */
export async function laadKalenders(pad: string, eigenMap?: string): Promise<Gelezen> {
  const bestand = await leesBestand(dirname(pad), basename(pad));
  const gelezen =
    bestand.yaml?.inhoud === undefined ? undefined : parseKalender(bestand.yaml.inhoud);
  const kalender = gelezen && 'value' in gelezen ? kalenderVan(gelezen.value) : undefined;
  const eigen = await laadEigenDagen(eigenMap, kalender);
  const fouten = [
    ...bestand.fouten,
    ...opRegel(bestand, gelezen && 'faults' in gelezen ? gelezen.faults : []),
    ...eigen.fouten,
  ];
  if (!kalender || fouten.length > 0) return { fouten };
  return { kalenders: { kalender, dienstkalender: dienstkalender(kalender, eigen.dagen) }, fouten };
}

type Wettelijk = Kalenders['kalender'] | undefined;

async function laadEigenDagen(folder: string | undefined, kalender: Wettelijk) {
  if (!folder) return { dagen: [], fouten: [] };
  const bestand = await leesBestand(folder, VRIJE_DAGEN);
  if (bestand.yaml?.inhoud === undefined) return { dagen: [], fouten: bestand.fouten };
  const gelezen = parseEigenDagen(bestand.yaml.inhoud, kalender);
  if ('value' in gelezen) return { dagen: gelezen.value, fouten: bestand.fouten };
  return { dagen: [], fouten: [...bestand.fouten, ...opRegel(bestand, gelezen.faults)] };
}
