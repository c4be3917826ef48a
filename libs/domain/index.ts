/** The rules of the neighbourhood's questions and adviezen. Pure: imports the kernel only. */
export { dagenTussen, datumIn, isDatum, plusDagen } from './termijn/datum.ts';
export type { Datum } from './termijn/datum.ts';
export { berekenTermijn } from './termijn/termijn.ts';
export type { Termijn, TermijnBewijs, Termijnregel } from './termijn/termijn.ts';
export * from './gemeente/gemeente.ts';
