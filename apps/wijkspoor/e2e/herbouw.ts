import { draai } from './proces.ts';

/** Lets a stopped city go on until it has caught up, and stops it again. */
type Verder = () => Promise<void>;

type Vergelijking = Readonly<{ verschillen: readonly Readonly<{ verschil: string }>[] }>;

/**
 * `kloppen` when the read models of a stopped city are, row for row, what its log makes.
 *
 * The clock may have said something of a case just when the city was told to stop. Then its row is
 * behind, until the city goes on: what is behind, and nothing else, may catch up, a few times.
 */
export async function leesmodellen(map: string, verder: Verder, keren = 3): Promise<string> {
  const vraag = ['herbouw', '--controleer', '--json', '--gegevens', map];
  const { code, gegeven, uitvoer } = await draai(...vraag);
  if (code === 0 && /"zaken":[1-9]/.test(gegeven)) return 'kloppen';
  if (keren === 0 || !isAchter(gegeven)) return uitvoer;
  await verder();
  return leesmodellen(map, verder, keren - 1);
}

function isAchter(gegeven: string): boolean {
  if (!gegeven.startsWith('{')) return false;
  const { verschillen } = JSON.parse(gegeven) as Vergelijking;
  return verschillen.every(({ verschil }) => verschil === 'achter');
}

/** The same after they were made anew as well. */
export async function leesmodellenNaHerbouw(map: string, verder: Verder): Promise<string> {
  const ervoor = await leesmodellen(map, verder);
  const { code, uitvoer } = await draai('herbouw', '--gegevens', map);
  if (ervoor !== 'kloppen' || code !== 0) return ervoor + uitvoer;
  return leesmodellen(map, verder);
}
