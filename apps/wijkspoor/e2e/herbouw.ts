import { draai } from './proces.ts';

/** `kloppen` when the read models of a stopped city are, row for row, what its log makes. */
export async function leesmodellen(map: string): Promise<string> {
  const { code, uitvoer } = await draai('herbouw', '--controleer', '--gegevens', map);
  return code === 0 && /^Alle \d+ rijen kloppen/m.test(uitvoer) ? 'kloppen' : uitvoer;
}

/** The same after they were made anew as well. */
export async function leesmodellenNaHerbouw(map: string): Promise<string> {
  const ervoor = await leesmodellen(map);
  const { code, uitvoer } = await draai('herbouw', '--gegevens', map);
  if (ervoor !== 'kloppen' || code !== 0) return ervoor + uitvoer;
  return leesmodellen(map);
}
