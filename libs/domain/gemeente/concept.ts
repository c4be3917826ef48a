import type { Gemeentegegevens } from './model.ts';

/** The parts of a municipality that are lists of entries. */
export const LIJSTEN = [
  'gebieden',
  'wijken',
  'hubs',
  'partners',
  'welzijnsaanbieders',
  'themas',
  'kanalen',
  'portefeuilles',
  'termijnbeleid',
  'eersteBehandelaars',
  'ontvangers',
] as const satisfies readonly (keyof Gemeentegegevens)[];

export type Lijst = (typeof LIJSTEN)[number];

/**
 * What could be read of a municipality so far: a list may be missing and an entry may lack fields.
 * So the checks tell everything that is wrong at once, also where something else is wrong too. A
 * whole municipality is a `Concept`.
 */
export type Concept = { readonly [L in Lijst]?: readonly Partial<Gemeentegegevens[L][number]>[] };
