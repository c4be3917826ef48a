import type { Datum } from '@wijkspoor/domain';
import { Type } from 'typebox';
import type { TProperties } from 'typebox';

/*
 * The files with days off. What no schema can tell (a decree day outside its years, a rule that is
 * missing, a window turned round) is checked by `controleerKalender` and `controleerEigenDagen`.
 */

const gesloten = <P extends TProperties>(velden: P) =>
  Type.Object(velden, { additionalProperties: false });

const tekst = Type.String({ format: 'tekst', maxLength: 500 });
const code = Type.String({
  pattern: '^(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*$',
  'x-vorm': 'van een code: kleine letters, cijfers en streepjes ertussen',
});
const datum = Type.Unsafe<Datum>(Type.String({ format: 'date' }));
const jaar = Type.Integer({ minimum: 1900, maximum: 9999 });
const bron = gesloten({ tekst, zekerheid: Type.Enum(['A', 'B', 'open']) });

const besluit = gesloten({
  naam: tekst,
  bron,
  jaren: gesloten({ van: jaar, tot: jaar }),
  dagen: Type.Array(gesloten({ datum, naam: tekst, naast: Type.Optional(code) })),
});

/** `infra/kalender/nederland.yaml`: the legal days off of a country. */
export const kalenderBestand = gesloten({
  naam: tekst,
  bijgewerktOp: datum,
  dekking: gesloten({ van: datum, tot: datum }),
  feestdagen: Type.Array(gesloten({ regel: code, naam: tekst, grond: tekst }), { minItems: 1 }),
  besluiten: Type.Array(besluit),
});

/** The days on which a municipality itself does not work: for its service norms only. */
export const eigenDagenBestand = gesloten({
  eigenDagen: Type.Array(gesloten({ datum, naam: tekst, bron })),
});
