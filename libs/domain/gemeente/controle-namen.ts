import type { Fault } from '@wijkspoor/kernel';
import type { Concept } from './concept.ts';
import type { NaamVanWijk } from './gemeente.ts';
import { kaleNaam, namenVan } from './gemeente.ts';

type Naam = NaamVanWijk & Readonly<{ kaal: string; wijk: number; pointer: string }>;

/**
 * Names that mean two wijken on the same day, as they are compared by `wijkVan`. A wijk whose own
 * days could not be read is left out: whether its names clash cannot be said.
 */
export function controleerNamen({ wijken = [] }: Concept): readonly Fault[] {
  const namen = wijken.flatMap((wijk, i): Naam[] =>
    wijk.geldigVan
      ? namenVan(wijk).map((naam) => ({
          ...naam,
          kaal: kaleNaam(naam.naam),
          wijk: i,
          pointer: `/wijken/${i}/${naam.plek}`,
        }))
      : [],
  );
  return [...zonderLetters(namen), ...dubbelzinnig(namen)];
}

function zonderLetters(namen: readonly Naam[]): Fault[] {
  return namen
    .filter(({ kaal }) => kaal === '')
    .map(({ pointer, naam }) => ({ pointer, message: `'${naam}' heeft geen letter of cijfer` }));
}

function dubbelzinnig(namen: readonly Naam[]): Fault[] {
  return namen.filter(isEersteVanWijk).flatMap((naam) => {
    const ander = namen.find((eerder) => eerder.wijk < naam.wijk && botst(eerder, naam));
    if (!ander) return [];
    const message = `'${naam.naam}' is in dezelfde tijd ook een naam van /wijken/${ander.wijk}`;
    return [{ pointer: naam.pointer, message }];
  });
}

// Code and name are often the same word; one report of it is enough.
function isEersteVanWijk(naam: Naam, i: number, namen: readonly Naam[]): boolean {
  return namen.findIndex(({ wijk, kaal }) => wijk === naam.wijk && kaal === naam.kaal) === i;
}

// A code that stands twice is told elsewhere.
function botst(een: Naam, ander: Naam): boolean {
  if (een.plek === 'code' && ander.plek === 'code' && een.naam === ander.naam) return false;
  return een.kaal === ander.kaal && begintVoorEinde(een, ander) && begintVoorEinde(ander, een);
}

function begintVoorEinde({ geldigheid: een }: Naam, { geldigheid: ander }: Naam): boolean {
  return !een.geldigVan || !ander.geldigTot || een.geldigVan <= ander.geldigTot;
}
