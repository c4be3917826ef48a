/** Every shape that comes in or goes out, as schemas: HTTP, CloudEvents, stored events, configuration. */
export { compile, compileGuard, compileQuery } from './ajv.ts';
export type { Check, Parsed } from './ajv.ts';
export { commandIdVan, eventId, isZaakId, werkbezoekIdVan, zaakIdVan } from './ids.ts';
export { codec, codecOf, werkbezoekCodec, zaakCodec } from './codec.ts';
export type { EncodedEvent, EncodedRecord, EventCodec, Upcast, Upcasts } from './codec.ts';
export type { StoredSchemas, WijkspoorEvent } from './stored.ts';
