import type { Fault } from '@wijkspoor/kernel';
import { controleerOntvangers } from '../bezorging/adres.ts';
import type { Concept } from './concept.ts';
import { controleerBeleid } from './controle-beleid.ts';
import { controleerCodes } from './controle-codes.ts';
import { controleerGeldigheid } from './controle-geldigheid.ts';
import { controleerNamen } from './controle-namen.ts';
import { controleerReeksen } from './controle-reeksen.ts';

/**
 * Everything that is wrong with a municipality as a whole: what no single entry can tell.
 *
 * Every fault at once, each with the JSON pointer of its place (`/hubs/3/wijk`), in Dutch. None
 * means that every code is unique, every reference leads somewhere, no name means two wijken on
 * one day, and every soort has one first handler and one term policy on every day since its first.
 */
export function controleerGemeente(concept: Concept): readonly Fault[] {
  return [
    ...controleerCodes(concept),
    ...controleerGeldigheid(concept),
    ...controleerNamen(concept),
    ...controleerReeksen(concept),
    ...controleerBeleid(concept),
    ...controleerOntvangers(concept),
  ];
}
