import type { Datum } from '@wijkspoor/domain';
import { SOORTEN } from '@wijkspoor/domain';
import type { TProperties } from 'typebox';
import { Type } from 'typebox';

/* What the files of a municipality are made of. */

export const gesloten = <P extends TProperties>(velden: P) =>
  Type.Object(velden, { additionalProperties: false });

export const vorm = (pattern: string, uitleg: string) => Type.String({ pattern, 'x-vorm': uitleg });

export const tekst = Type.String({ format: 'tekst', maxLength: 500 });
export const code = vorm(
  '^(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*$',
  'van een code: kleine letters, cijfers en streepjes ertussen',
);
export const tijd = vorm('^([01]\\d|2[0-3]):[0-5]\\d$', 'UU:MM, zoals 09:00');
export const datum = Type.Unsafe<Datum>(Type.String({ format: 'date' }));
export const zekerheid = Type.Enum(['A', 'B', 'open']);
export const soort = Type.Enum([...SOORTEN]);
export const codes = Type.Array(code, { minItems: 1, uniqueItems: true });

export const bron = gesloten({ tekst, zekerheid });

export const geldigheid = {
  geldigVan: datum,
  geldigTot: Type.Optional(datum),
  bronGeldigheid: Type.Optional(bron),
};
