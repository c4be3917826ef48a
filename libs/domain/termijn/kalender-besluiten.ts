import type { Fault } from '@wijkspoor/kernel';
import { feestdag, isFeestdagregel, jaarVan, weekdag } from './atw.ts';
import type { Datum } from './datum.ts';
import { plusDagen } from './datum.ts';
import type { Besluitconcept, Kalenderconcept } from './kalender-concept.ts';
import { dagnaam } from './kalender-tekst.ts';
import type { Dekking } from './kalender.ts';
import { isGedekt } from './kalender.ts';

type Jaren = Readonly<{ van: number; tot: number }>;
type Dag = Readonly<{
  datum: Datum;
  naast: string | undefined;
  jaren: Jaren | undefined;
  pointer: string;
}>;

/**
 * What is wrong with the decrees of a calendar: their years, and each day that they put on a par.
 */
export function controleerBesluiten(concept: Kalenderconcept, venster?: Dekking): Fault[] {
  const besluiten = concept.besluiten ?? [];
  const jaren = besluiten.flatMap((besluit) => jarenVan(besluit) ?? []);
  const gelezen = concept.besluiten !== undefined && jaren.length === besluiten.length;
  const dagen = besluiten.flatMap(dagenVan);
  return [
    ...besluiten.flatMap(omgekeerdeJaren),
    ...(gelezen && venster ? jarenZonderBesluit(jaren, venster) : []),
    ...dagen.flatMap((dag) => [
      ...buiten(dag, venster),
      ...alVrij(dag, concept.feestdagen ?? []),
      ...nietNaast(dag),
    ]),
    ...dubbel(dagen),
  ];
}

function jarenVan({ jaren: { van, tot } = {} }: Besluitconcept): Jaren | undefined {
  return van === undefined || tot === undefined ? undefined : { van, tot };
}

function dagenVan(besluit: Besluitconcept, i: number): Dag[] {
  return (besluit.dagen ?? []).flatMap(({ datum, naast }, j) => {
    const pointer = `/besluiten/${i}/dagen/${j}`;
    return datum ? [{ datum, naast, pointer, jaren: jarenVan(besluit) }] : [];
  });
}

function omgekeerdeJaren(besluit: Besluitconcept, i: number): Fault[] {
  const jaren = jarenVan(besluit);
  if (!jaren || jaren.van <= jaren.tot) return [];
  const message = `tot (${jaren.tot}) ligt voor van (${jaren.van})`;
  return [{ pointer: `/besluiten/${i}/jaren/tot`, message }];
}

// A year in which nothing was put on a par cannot be told from one that nobody looked up, unless a
// decree speaks for it.
function jarenZonderBesluit(bekend: readonly Jaren[], { van, tot }: Dekking): Fault[] {
  return Array.from({ length: jaarVan(tot) - jaarVan(van) + 1 }, (_, i) => jaarVan(van) + i)
    .filter((jaar) => !bekend.some((jaren) => jaren.van <= jaar && jaar <= jaren.tot))
    .map((jaar) => ({
      pointer: '/dekking',
      message: `${jaar} valt in de dekking, maar geen besluit gaat over ${jaar}`,
    }));
}

function buiten({ datum, jaren, pointer }: Dag, venster?: Dekking): Fault[] {
  const plek = `${pointer}/datum`;
  const jaar = jaarVan(datum);
  if (jaren && (jaar < jaren.van || jaren.tot < jaar)) {
    const message = `${datum} ligt buiten de jaren van dit besluit (${jaren.van}-${jaren.tot})`;
    return [{ pointer: plek, message }];
  }
  if (!venster || isGedekt(venster, datum)) return [];
  const message = `${datum} ligt buiten de dekking (${venster.van} tot en met ${venster.tot})`;
  return [{ pointer: plek, message }];
}

// A decree makes a working day a day off. A day that is one already was meant to be another date.
function alVrij(
  { datum, pointer }: Dag,
  feestdagen: NonNullable<Kalenderconcept['feestdagen']>,
): Fault[] {
  const zelfde = feestdagen.find(({ regel }) => isDagVan(regel, datum));
  const wat = zelfde?.naam ?? (weekdag(datum) > 5 ? dagnaam(datum) : undefined);
  return wat ? [{ pointer: `${pointer}/datum`, message: `${datum} is al vrij: ${wat}` }] : [];
}

function nietNaast({ datum, naast, pointer }: Dag): Fault[] {
  if (naast === undefined) return [];
  const plek = `${pointer}/naast`;
  if (!isFeestdagregel(naast))
    return [{ pointer: plek, message: `'${naast}' is geen feestdag uit de wet` }];
  if ([-1, 1].some((dagen) => isDagVan(naast, plusDagen(datum, dagen)))) return [];
  return [{ pointer: plek, message: `${datum} is niet de dag voor of na ${naast}` }];
}

function isDagVan(regel: string | undefined, datum: Datum): boolean {
  if (regel === undefined || !isFeestdagregel(regel)) return false;
  return feestdag(regel, jaarVan(datum)) === datum;
}

function dubbel(dagen: readonly Dag[]): Fault[] {
  return dagen.flatMap(({ datum, pointer }, i) => {
    const eerste = dagen.find((ander) => ander.datum === datum);
    if (!eerste || eerste === dagen[i]) return [];
    const message = `${datum} staat er al: zie ${eerste.pointer}`;
    return [{ pointer: `${pointer}/datum`, message }];
  });
}
