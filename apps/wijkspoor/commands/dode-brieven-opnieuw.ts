import { setTimeout as sleep } from 'node:timers/promises';
import type { Letters, ParkedStream } from '@wijkspoor/platform';
import { briefnaam, korteReden } from '../cli/dode-brieven.ts';
import { codes, KanNiet, secondenVan } from '../cli/opdracht.ts';
import { briefVan, stroomVan, type Uitvoer } from './dode-brieven-zoeken.ts';

export type Opnieuw = Readonly<{ naam?: string | undefined; alles?: true; wacht?: string }>;

type Uitkomst = 'verwerkt' | 'weer-mislukt' | 'nog-niet-geprobeerd';
type Resultaat = Readonly<{
  stroom: ParkedStream;
  aantal: number;
  uitkomst: Uitkomst;
  reden?: string;
}>;

const kijkMs = 200;

/**
 * Asks the service for another try, wherever it runs, and waits for a while to see what comes of
 * it. The letter goes first and what stands behind it follows, in the order of the stream.
 */
export async function probeerOpnieuw(brieven: Letters, opties: Opnieuw): Promise<Uitvoer> {
  const stromen = await gekozen(brieven, opties);
  if (stromen.length === 0) return { tekst: 'Er zijn geen dode brieven.', json: [] };
  const aantallen = new Map<ParkedStream, number>();
  for (const stroom of stromen) {
    const { group, event } = stroom.first;
    aantallen.set(stroom, await brieven.retry(group, event.stream));
  }
  const seconden = secondenVan(opties.wacht ?? '10');
  const resultaten = await uitkomsten(brieven, aantallen, Date.now() + seconden * 1_000);
  if (resultaten.some(({ uitkomst }) => uitkomst !== 'verwerkt'))
    process.exitCode = codes.deelsGeweigerd;
  return { tekst: resultaten.map(zin).join('\n'), json: resultaten.map(alsJson) };
}

async function gekozen(
  brieven: Letters,
  { naam, alles }: Opnieuw,
): Promise<readonly ParkedStream[]> {
  if (alles && naam === undefined) return brieven.streams();
  if (alles || naam === undefined) throw new KanNiet('Noem een brief, of anders --alles.');
  return [await stroomVan(brieven, await briefVan(brieven, naam))];
}

async function uitkomsten(
  brieven: Letters,
  aantallen: ReadonlyMap<ParkedStream, number>,
  totMs: number,
): Promise<Resultaat[]> {
  for (;;) {
    const nu = await brieven.streams();
    const resultaten = [...aantallen].map(([stroom, aantal]) => ({
      ...{ stroom, aantal },
      ...uitkomstVan(stroom, nu),
    }));
    const klaar = resultaten.every(({ uitkomst }) => uitkomst !== 'nog-niet-geprobeerd');
    if (klaar || Date.now() >= totMs) return resultaten;
    await sleep(kijkMs);
  }
}

function uitkomstVan({ first }: ParkedStream, nu: readonly ParkedStream[]) {
  const nog = nu.find(
    (stroom) =>
      stroom.first.group === first.group && stroom.first.event.stream === first.event.stream,
  );
  if (!nog) return { uitkomst: 'verwerkt' } as const;
  if (nog.first.asked) return { uitkomst: 'nog-niet-geprobeerd' } as const;
  return { uitkomst: 'weer-mislukt', reden: korteReden(nog.first) } as const;
}

function zin({ stroom: { first }, aantal, uitkomst, reden }: Resultaat): string {
  const wat = `${first.event.stream} (${aantal} ${aantal === 1 ? 'feit' : 'feiten'})`;
  switch (uitkomst) {
    case 'verwerkt':
      return `Verwerkt: ${first.group} heeft ${wat}.`;
    case 'weer-mislukt':
      return `Weer mislukt: ${first.group} kan ${wat} niet verwerken. ${reden}`;
    case 'nog-niet-geprobeerd':
      return `Gevraagd, nog niet geprobeerd: ${wat}. Draait de dienst ${first.group}?`;
  }
}

function alsJson({ stroom: { first }, aantal, uitkomst, reden }: Resultaat): object {
  const { group, event } = first;
  return {
    ...{ brief: briefnaam(first), groep: group, stroom: event.stream, aantal, uitkomst },
    ...(reden !== undefined && { reden }),
  };
}
