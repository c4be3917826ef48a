import type { Fault } from '@wijkspoor/kernel';
import type { Feestdagregel } from './atw.ts';
import { FEESTDAGREGELS, REGELS_VANAF, feestdag, isFeestdagregel, jaarVan } from './atw.ts';
import { controleerBesluiten } from './kalender-besluiten.ts';
import type { Kalenderconcept } from './kalender-concept.ts';
import type { Dekking } from './kalender.ts';

/**
 * Everything that is wrong with a calendar as a whole: what no schema of its file can tell.
 *
 * Every fault at once, each with the JSON pointer of its place, in Dutch. None means that within
 * its window every rule of the Atw is named once, that a decree speaks for every year, and that
 * every day put on a par lies in a year of its decree, inside the window, stands there once and
 * is no day off already. What could not be read is passed over, for the schema has told so.
 */
export function controleerKalender(concept: Kalenderconcept): readonly Fault[] {
  const dekking = heleDekking(concept);
  const faults = dekking ? controleerDekking(dekking) : [];
  // Nothing can be held against a window that is no window.
  const venster = faults.length > 0 ? undefined : dekking;
  return [
    ...faults,
    ...controleerFeestdagen(concept, venster),
    ...controleerBesluiten(concept, venster),
  ];
}

function heleDekking({ dekking: { van, tot } = {} }: Kalenderconcept): Dekking | undefined {
  return van && tot && { van, tot };
}

function controleerDekking({ van, tot }: Dekking): readonly Fault[] {
  if (tot < van)
    return [{ pointer: '/dekking/tot', message: `tot (${tot}) ligt voor van (${van})` }];
  if (van >= REGELS_VANAF) return [];
  const message = `de dekking begint op ${van}; de regels zijn bekend vanaf ${REGELS_VANAF}`;
  return [{ pointer: '/dekking/van', message }];
}

function controleerFeestdagen({ feestdagen }: Kalenderconcept, venster?: Dekking): Fault[] {
  const regels = feestdagen?.map(({ regel }) => regel) ?? [];
  const gelezen = feestdagen !== undefined && regels.every((regel) => regel !== undefined);
  return [
    ...regels.flatMap((regel, i) => foutInRegel(regel, i, regels.indexOf(regel))),
    ...(gelezen && venster ? ontbrekend(regels, venster) : []),
  ];
}

function foutInRegel(regel: string | undefined, i: number, eerste: number): Fault[] {
  const pointer = `/feestdagen/${i}/regel`;
  if (regel === undefined) return [];
  if (eerste !== i)
    return [{ pointer, message: `'${regel}' staat er al: zie /feestdagen/${eerste}` }];
  if (isFeestdagregel(regel)) return [];
  const bekend = FEESTDAGREGELS.join(', ');
  return [{ pointer, message: `'${regel}' is geen feestdag uit de wet; bekend zijn: ${bekend}` }];
}

function ontbrekend(regels: readonly unknown[], venster: Dekking): Fault[] {
  return FEESTDAGREGELS.filter((regel) => geldtIn(venster, regel) && !regels.includes(regel)).map(
    (regel) => ({ pointer: '/feestdagen', message: `regel '${regel}' ontbreekt` }),
  );
}

// Some rules hold for a part of the years only: Queen's Day until 2013, King's Day from 2014.
function geldtIn({ van, tot }: Dekking, regel: Feestdagregel): boolean {
  return [jaarVan(van), jaarVan(tot)].some((jaar) => feestdag(regel, jaar) !== undefined);
}
