import { expect } from '@jest/globals';
import { draai } from './proces.ts';

const geheel = { code: 0, uitvoer: expect.stringMatching(/^Alle \d+ rijen kloppen/m) };

/** Requires of a city that has stopped: its read models are, row for row, what its log makes. */
export async function leesmodellenKloppen(map: string): Promise<void> {
  expect(await draai('herbouw', '--controleer', '--gegevens', map)).toMatchObject(geheel);
}

/** Requires that as well of the read models that are made anew. */
export async function herbouwVerandertNiets(map: string): Promise<void> {
  await leesmodellenKloppen(map);
  expect(await draai('herbouw', '--gegevens', map)).toMatchObject({ code: 0 });
  await leesmodellenKloppen(map);
}
