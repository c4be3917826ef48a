/** The rules of the neighbourhood's questions and adviezen. Pure: imports the kernel only. */
export { dagenTussen, datumIn, isDatum, plusDagen } from './termijn/datum.ts';
export type { Datum } from './termijn/datum.ts';
export { berekenTermijn } from './termijn/termijn.ts';
export type { Termijn, TermijnBewijs, Termijnregel } from './termijn/termijn.ts';
export { dagenTeLaat, oordeel } from './termijn/oordeel.ts';
export type { Oordeel, TeBeoordelen } from './termijn/oordeel.ts';
export * from './gemeente/gemeente.ts';
export { werkbezoekDecider } from './werkbezoek/werkbezoek.ts';
export type { Werkbezoek, WerkbezoekCommand, WerkbezoekEvent } from './werkbezoek/werkbezoek.ts';
export type { Weigeringscode } from './weigering.ts';
export { weigering } from './weigering.ts';
export { normaalKenmerk } from './zaak/kenmerk.ts';
export { soortVan, termijnVan } from './zaak/soort.ts';
export type { ZaakCommand } from './zaak/zaak.commands.ts';
export type * from './zaak/zaak.events.ts';
export type { BestaandeZaak, Looptijd, Vervolg, Zaak } from './zaak/zaak.state.ts';
export { isRegistratie } from './zaak/zaak.state.ts';
export { zaakDecider } from './zaak/zaak.ts';
