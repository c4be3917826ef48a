/** Every shape that comes in or goes out, as schemas: HTTP, CloudEvents, stored events, configuration. */
export { compile, compileGuard, compileQuery } from './ajv.ts';
export type { Check, Parsed } from './ajv.ts';
export { commandIdVan, eventId, isZaakId, werkbezoekIdVan, zaakIdVan } from './ids.ts';
export { codec, codecOf, werkbezoekCodec, zaakCodec } from './codec.ts';
export type { EncodedEvent, EncodedRecord, EventCodec, Upcast, Upcasts } from './codec.ts';
export type { StoredSchemas, WijkspoorEvent } from './stored.ts';
export { bestandVan, gemeenteBestanden, gemeenteSchema } from './gemeente.ts';
export type { GemeenteBestand } from './gemeente.ts';
export { parseGemeente } from './gemeente-parse.ts';
export type { BestandsFault, GelezenGemeente, GemeenteInhoud } from './gemeente-parse.ts';
