/** The rules of the neighbourhood's questions and adviezen. Pure: imports the kernel only. */
export { dagenTussen, datumIn, isDatum, plusDagen } from './termijn/datum.ts';
export type { Datum } from './termijn/datum.ts';
export { berekenTermijn, stappenVan, versieVan, zonderKalender } from './termijn/termijn.ts';
export type {
  Kalenders,
  OnbepaaldBewijs,
  OnbepaaldeTermijn,
  Termijn,
  TermijnBewijs,
  Termijnregel,
  Termijnregels,
} from './termijn/termijn.ts';
export type { Stap, StapSoort } from './termijn/bereken-stappen.ts';
export { kalenderVan, vrijeDagen } from './termijn/kalender.ts';
export type { Kalender, Kalenderbestand, VrijeDag } from './termijn/kalender.ts';
export { controleerKalender } from './termijn/kalender-controle.ts';
export type { Kalenderconcept } from './termijn/kalender-concept.ts';
export { controleerEigenDagen, dienstkalender } from './termijn/kalender-dienst.ts';
export type { EigenDag } from './termijn/kalender-dienst.ts';
export { datumTekst, kalenderWaarschuwing, langeDatum } from './termijn/kalender-tekst.ts';
export { dagenTeLaat, oordeel } from './termijn/oordeel.ts';
export type { Oordeel } from './termijn/oordeel.ts';
export * from './gemeente/gemeente.ts';
export { werkbezoekDecider } from './werkbezoek/werkbezoek.ts';
export type { Werkbezoek, WerkbezoekCommand, WerkbezoekEvent } from './werkbezoek/werkbezoek.ts';
export type { Weigeringscode } from './weigering.ts';
export { weigering } from './weigering.ts';
export { watAls } from './termijn/wat-als.ts';
export type { Blijft, Feiten, Gevolg, OpenZaak, Voorstel, WatAls } from './termijn/wat-als.ts';
export { aanZet } from './zaak/aan-zet.ts';
export { wijkenVanWethouder, wijknaamOp } from './gemeente/wijknaam.ts';
export { normaalKenmerk } from './zaak/kenmerk.ts';
export {
  beleidVan,
  eersteBehandelaarVan,
  soortVan,
  startdagVan,
  termijnVan,
} from './zaak/soort.ts';
export type { ZaakCommand } from './zaak/zaak.commands.ts';
export type * from './zaak/zaak.events.ts';
export type { BestaandeZaak, Vervolg, Zaak } from './zaak/zaak.state.ts';
export { isRegistratie, isRegistratietype } from './zaak/zaak.state.ts';
export { feitdatum, termijnstaatOp } from './zaak/termijnstaat.ts';
export type { Termijnfeit, Termijnstaat } from './zaak/termijnstaat.ts';
export { reken } from './termijn/rekenmachine.ts';
export type { Rekenvraag } from './termijn/rekenmachine.ts';
export { zaakDecider, zaakDeciderIn } from './zaak/zaak.ts';
export { bewaking, vroegsteKijkdag } from './zaak/bewaken.ts';
export type { Bewaakt, Bewaking } from './zaak/bewaken.ts';
export { adresVan } from './bezorging/adres.ts';
export { berichtDecider, berichtIdVan, volgendePoging } from './bezorging/bericht.ts';
export type {
  Bericht,
  BerichtCommand,
  BerichtEvent,
  BerichtId,
  Berichtregel,
  Weg,
} from './bezorging/bericht.ts';
export { berichttekst } from './bezorging/berichttekst.ts';
export { controleerGemeente } from './gemeente/controle.ts';
export { LIJSTEN } from './gemeente/concept.ts';
export type { Concept, Lijst } from './gemeente/concept.ts';
