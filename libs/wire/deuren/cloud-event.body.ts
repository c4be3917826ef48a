import { Type } from 'typebox';
import { bronId, gesloten } from './velden.ts';

/** The types of message that channels send, each with its version. */
export const zaakAangemeld = 'nl.wijkspoor.zaak-aangemeld.v1';
export const werkbezoekAangemeld = 'nl.wijkspoor.werkbezoek-aangemeld.v1';

const optioneel = (description: string, example: string) =>
  Type.Optional(Type.String({ minLength: 1, maxLength: 1000, description, examples: [example] }));

/** What stands around the data of every CloudEvent 1.0 (JSON format). */
export const envelop = {
  specversion: Type.Literal('1.0', { description: 'De versie van CloudEvents.' }),
  id: bronId,
  source: Type.String({
    minLength: 1,
    maxLength: 200,
    format: 'uri-reference',
    description: 'De bron, als URI; samen met `id` uniek.',
    examples: ['urn:nld:oin:00000001001234567000:systeem:balie'],
  }),
  type: Type.Enum([zaakAangemeld, werkbezoekAangemeld], { description: 'Wat er gemeld wordt.' }),
  time: Type.Optional(
    Type.String({
      format: 'date-time',
      description: 'Wanneer de bron het vastlegde.',
      examples: ['2026-03-02T09:30:00Z'],
    }),
  ),
  subject: optioneel('Waar het over gaat; nooit een persoon.', 'zaak 113'),
  datacontenttype: Type.Optional(
    Type.Literal('application/json', { description: 'De vorm van `data`.' }),
  ),
  dataschema: optioneel('Het adres van het schema van `data`.', 'https://example.nl/schema.json'),
};

/** Everything of a CloudEvent but its data, which is judged by its type. */
export const envelopSchema = gesloten('De envelop.', { ...envelop, data: Type.Unknown() });

/** Attributes of the sender's own (CloudEvents §3.1): a small name and a simple value. */
export const uitbreiding = Type.Union(
  [Type.String({ maxLength: 1000 }), Type.Integer(), Type.Boolean()],
  { description: 'Een eigen attribuut van de afzender; wordt niet bewaard.' },
);

/** Whether an attribute is one of the sender's own, which is taken in without being looked at. */
export function isUitbreiding(name: string, value: unknown): boolean {
  if (name === 'data' || Object.hasOwn(envelop, name) || !/^[a-z0-9]{1,20}$/.test(name))
    return false;
  if (typeof value === 'string') return value.length <= 1000;
  return typeof value === 'boolean' || Number.isInteger(value);
}
