import type { Datum } from '@wijkspoor/domain';
import { SOORTEN } from '@wijkspoor/domain';
import type { Instant } from '@wijkspoor/kernel';
import type { TProperties, TSchema, TSchemaOptions } from 'typebox';
import { Type } from 'typebox';

/*
 * What the answers are made of. Answers are as open as the doors are closed: a client ignores a
 * field that it does not know, so a new field is no new version.
 */

/** An object with a description for whoever reads the API document. */
export const object = <P extends TProperties>(description: string, fields: P) =>
  Type.Object(fields, { description });

export const text = (description: string, example: string) =>
  Type.String({ description, examples: [example] });

export const amount = (description: string) => Type.Integer({ minimum: 0, description });

export const list = <T extends TSchema>(items: T, description: string) =>
  Type.Array(items, { description });

/** A value, or null where there is none yet. */
export const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const day = (description: string, example = '2026-03-02') =>
  Type.Unsafe<Datum>(Type.String({ format: 'date', description, examples: [example] }));

export const moment = (description: string) =>
  Type.Unsafe<Instant>(
    Type.String({ format: 'date-time', description, examples: ['2026-03-02T09:30:00.123Z'] }),
  );

const described = (description: string): TSchemaOptions => ({ description });

export const soort = Type.Enum([...SOORTEN], described('De soort zaak.'));

export const status = Type.Enum(
  ['nieuw', 'in-behandeling', 'beantwoord', 'gesloten'],
  described('Hoever de zaak is.'),
);

export const oordeel = Type.Enum(
  ['geen-termijn', 'geen-einde-bepaald', 'loopt', 'open-te-laat', 'op-tijd', 'te-laat-beantwoord'],
  described('Of de zaak op tijd is, gezien op de peildatum.'),
);

export const uitkomst = Type.Enum(
  ['overgenomen', 'deels-overgenomen', 'niet-overgenomen'],
  described('Wat er met het advies gebeurde.'),
);

export const sluitgrond = Type.Enum(
  ['afgehandeld', 'ingetrokken', 'dubbel', 'onjuist-geregistreerd'],
  described('Waarom de zaak gesloten is.'),
);

export const zaakId = text('De zaak.', 'zaak-4c2f6f0e-7a51-5b0e-9d7c-2f1f4f6f8a10');

export const werkbezoekId = text(
  'Het werkbezoek.',
  'werkbezoek-0b9c2f8e-31d4-5a4f-8e0b-7d6c5b4a3f21',
);

export const wijk = text('Code van de wijk.', 'molenbuurt');

export const rol = text('Een rol en van wie: rol:code.', 'wijk-mt:molenbuurt');

export const peildatum = day('De dag waarop gekeken wordt.');
