/** Every shape that comes in or goes out: HTTP, CloudEvents, stored events, configuration. */
export { compile, compileGuard, compileQuery } from './ajv.ts';
export type { Check, Parsed } from './ajv.ts';
export { commandIdVan, eventId, isZaakId, werkbezoekIdVan, zaakIdVan } from './ids.ts';
export { berichtCodec, codec, codecOf, werkbezoekCodec, zaakCodec } from './codec.ts';
export type { EncodedEvent, EncodedRecord, EventCodec, Upcast, Upcasts } from './codec.ts';
export { traceOf, withTrace } from './trace.ts';
export type { StoredSchemas, WijkspoorEvent } from './stored.ts';
export { bestandVan, gemeenteBestanden, gemeenteSchema } from './gemeente.ts';
export type { GemeenteBestand } from './gemeente.ts';
export { parseGemeente } from './gemeente-parse.ts';
export { parseEigenDagen, parseKalender } from './kalender-parse.ts';
export type { BestandsFault, GelezenGemeente, GemeenteInhoud } from './gemeente-parse.ts';
export { gereed, leeft } from './http/gezondheid.ts';
export type { Gereed, Leeft } from './http/gezondheid.ts';
export {
  aanmeldingenVerwerkt,
  opdrachtVerwerkt,
  werkbezoekAangenomen,
  zaakAangenomen,
} from './http/ontvangst.ts';
export type * from './http/ontvangst.ts';
export { wijkenLijst, wijkOverzicht } from './http/overzicht.ts';
export type * from './http/overzicht.ts';
export { adviezenTeLaat, zaakTeLaat, zakenTeLaat } from './http/te-laat.ts';
export type * from './http/te-laat.ts';
export { watAlsUitkomst } from './http/wat-als.ts';
export type * from './http/wat-als.ts';
export * from './woorden.ts';
export { API_VERSION, probleem } from './http/probleem.ts';
export type { Probleem } from './http/probleem.ts';
export { zaakDetail, zaakSamenvatting, zakenLijst } from './http/zaak.ts';
export { termijnBerekening, zaakTermijn } from './http/termijn.ts';
export type * from './http/termijn.ts';
export { kalenderOverzicht } from './http/kalender.ts';
export type { KalenderOverzicht } from './http/kalender.ts';
export type * from './http/zaak.ts';
export { berichtenLijst, berichtstatus, signalenLijst } from './http/klok.ts';
export type * from './http/klok.ts';
export type * from './deuren/deuren.types.ts';
export type * from './deuren/vragen.ts';
export { endpoints } from './http/endpoints.ts';
export type { Antwoordnaam, Bodynaam, Endpoint, Tag, Vraagnaam } from './http/endpoint.ts';
export { deuren } from './deuren/deuren.ts';
export { herkomstIn } from './deuren/bericht.deur.ts';
export { cloudEventBytesMax } from './deuren/cloud-event.deur.ts';
export { asyncApi } from './kanaal/asyncapi.ts';
export { aanmeldingAfgewezen, afgewezenBericht } from './kanaal/afgewezen.ts';
export type { AfgewezenBericht, Afwijzing } from './kanaal/afgewezen.ts';
export { openApi } from './http/openapi.ts';
