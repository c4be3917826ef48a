import type { Static } from 'typebox';
import { Type } from 'typebox';
import { list, text } from './parts.ts';

/** The version of the API, as every answer carries it. */
export const API_VERSION = '1.0.0';

/** What goes with every refusal (RFC 9457): for a person to read and a program to act on. */
export const probleem = Type.Object(
  {
    type: Type.String({
      format: 'uri-reference',
      description: 'De uitleg van dit probleem.',
      examples: ['/problemen/ongeldige-invoer'],
    }),
    title: text('Het probleem in één zin.', 'De invoer klopt niet.'),
    status: Type.Integer({ minimum: 400, maximum: 599, description: 'De HTTP-status.' }),
    detail: text('Wat er nu aan de hand is.', '2 velden kloppen niet.'),
    instance: Type.Optional(text('Het adres waar het om ging.', '/v1/zaken')),
    code: text('De code van het probleem, voor programma’s.', 'ongeldige-invoer'),
    fouten: Type.Optional(
      list(
        Type.Object(
          {
            pointer: text('Waar de fout zit (JSON Pointer, RFC 6901).', '/wijken/0'),
            melding: text('Wat er mis is.', "'molenbuur' is geen wijk; bedoelt u 'molenbuurt'?"),
          },
          { description: 'Eén fout in de invoer.' },
        ),
        'Elke fout in de invoer, alle tegelijk.',
      ),
    ),
  },
  {
    additionalProperties: true,
    description: 'Een probleem (RFC 9457). Kan meer velden hebben, met de feiten erbij.',
  },
);
export type Probleem = Static<typeof probleem>;
