import type { Lengte } from '../gemeente/termijnbeleid.ts';
import type { Einde } from './bereken.ts';
import { beletselsVan, berekenMetRol } from './bereken.ts';
import { SERVICENORM } from './bereken-stappen.ts';
import type { Datum } from './datum.ts';
import type { Dienstkalender } from './kalender-dienst.ts';

/** A promise of the municipality to itself. `werkdag` moves an end off its own days off too. */
export type Servicenorm = Readonly<{ lengte: Lengte; regel: 'geen' | 'werkdag' }>;

/** The last day of a service norm: as `berekenEinde`, with the municipality's own days off. */
export function berekenServicenorm(
  startdatum: Datum,
  norm: Servicenorm,
  { wettelijk, dekking, eigen }: Dienstkalender,
): Einde {
  if (norm.regel === 'geen') return berekenMetRol(startdatum, norm.lengte);
  const beletsels = (datum: Datum) => {
    const eigenDag = eigen.get(datum);
    return [...beletselsVan(wettelijk, datum), ...(eigenDag ? [eigenDag] : [])];
  };
  return berekenMetRol(startdatum, norm.lengte, { dekking, beletsels, bron: SERVICENORM });
}
