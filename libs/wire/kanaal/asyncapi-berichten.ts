import type { TSchema } from 'typebox';
import { envelop } from '../deuren/cloud-event.body.ts';
import { verwijzing } from '../http/bodies.ts';
import { storedVersion } from '../codec.ts';
import type { WijkspoorEvent } from '../stored.ts';
import { aanmeldingen, afgewezen, gebeurtenissen } from './voorbeelden.ts';

type Type = WijkspoorEvent['type'];

const structured = 'application/cloudevents+json';

/** The type of its CloudEvent: `AdviesOntvangen` is `nl.wijkspoor.advies-ontvangen.v1`. */
function ceType(type: Type): string {
  const naam = type.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase();
  return `nl.wijkspoor.${naam}.v${storedVersion(type)}`;
}

const tekst = (description: string, meer: object = {}) => ({
  type: 'string',
  description,
  ...meer,
});

const vast = (waarde: string, description: string) => tekst(description, { const: waarde });

const koppenVanFeit = (type: Type) => ({
  type: 'object',
  properties: {
    ce_specversion: vast('1.0', 'De versie van CloudEvents.'),
    ce_id: tekst('Het nummer van het feit.', { format: 'uuid' }),
    ce_source: tekst('Wie het vastlegde, als URN.'),
    ce_type: vast(ceType(type), 'Het soort feit, met de versie van het schema.'),
    ce_time: tekst('Wanneer het is vastgelegd.', { format: 'date-time' }),
    ce_subject: tekst('De stroom, zoals een zaak; nooit een persoon.'),
    ce_sequence: tekst('De plaats in de stroom, vanaf 0.', { pattern: '^\\d+$' }),
    ce_traceparent: tekst('Het spoor (W3C Trace Context), als het gevolgd wordt.'),
    'content-type': vast('application/json', 'De vorm van de waarde.'),
    position: tekst('De plaats in het logboek.', { pattern: '^\\d+$' }),
    meta: tekst('Wie, waarom en waaruit het volgt, als JSON. Kan persoonlijk zijn.'),
  },
  required: [
    ...['ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_time', 'ce_subject'],
    ...['ce_sequence', 'content-type', 'position', 'meta'],
  ],
});

const sleutel = (description: string) => ({ kafka: { key: tekst(description) } });

/** The message of one type of event. */
export function berichtVanFeit(type: Type): object {
  const voorbeeld = gebeurtenissen[type];
  return {
    name: ceType(type),
    title: type,
    contentType: 'application/json',
    headers: koppenVanFeit(type),
    payload: verwijzing(naamVanFeit(type)),
    bindings: sleutel('De stroom: feiten van één zaak staan in één partitie, in hun volgorde.'),
    ...(voorbeeld && { examples: [{ name: type, payload: voorbeeld }] }),
  };
}

export const naamVanFeit = (type: Type) => `Gebeurtenis${type}`;

type Soort = keyof typeof aanmeldingen;

const wat = { zaak: 'één zaak', werkbezoek: 'een werkbezoek' } as const;
const naam = { zaak: 'Zaak', werkbezoek: 'Werkbezoek' } as const;
const eigenSleutel = sleutel('Zelf te kiezen. Met dezelfde sleutel blijft de volgorde.');

/** A message of a channel, all in one JSON document. */
export function aanmelding(soort: Soort): object {
  const { type } = aanmeldingen[soort];
  return {
    name: type,
    title: `Melding van ${wat[soort]}, in één stuk (structured mode)`,
    contentType: structured,
    headers: {
      type: 'object',
      properties: {
        'content-type': tekst('Zegt dat alles in de waarde staat.', { pattern: `^${plus}` }),
        'X-Correlation-Id': tekst('Een UUID die u zelf kiest; staat bij alles wat volgt.'),
      },
      required: ['content-type'],
    },
    payload: verwijzing(`AanmeldingVan${naam[soort]}`),
    bindings: eigenSleutel,
    examples: [{ headers: { 'content-type': structured }, payload: aanmeldingen[soort] }],
  };
}

const plus = structured.replace('+', '\\+');

/** The same with its attributes as headers. */
export function aanmeldingBinair(soort: Soort): object {
  const { data, ...attributen } = aanmeldingen[soort];
  const { datacontenttype: _type, type: _soort, ...velden } = envelop;
  const properties = Object.entries<TSchema>(velden).map(
    ([kop, schema]) => [`ce_${kop}`, schema] as const,
  );
  const koppen = Object.entries(attributen).map(([kop, waarde]) => [`ce_${kop}`, waarde] as const);
  const json = { 'content-type': 'application/json' };
  return {
    name: attributen.type,
    title: `Melding van ${wat[soort]}, met de attributen als koppen (binary mode)`,
    contentType: 'application/json',
    headers: {
      type: 'object',
      properties: {
        ...Object.fromEntries(properties),
        ce_type: vast(attributen.type, 'Wat er gemeld wordt.'),
        'content-type': vast('application/json', 'De vorm van de waarde.'),
      },
      required: ['ce_specversion', 'ce_id', 'ce_source', 'ce_type'],
    },
    payload: verwijzing(`${naam[soort]}Gegevens`),
    bindings: eigenSleutel,
    examples: [{ headers: { ...Object.fromEntries(koppen), ...json }, payload: data }],
  };
}

export const berichtAfgewezen = {
  name: afgewezen.type,
  title: 'Antwoord op een bericht dat niet is aangenomen',
  contentType: structured,
  headers: {
    type: 'object',
    properties: { 'content-type': tekst('Alles staat in de waarde.', { pattern: `^${plus}` }) },
    required: ['content-type'],
  },
  payload: verwijzing('AanmeldingAfgewezen'),
  bindings: sleutel('Die van het bericht waar het om gaat.'),
  examples: [{ headers: { 'content-type': structured }, payload: afgewezen }],
};
