import type { BerichtEvent, BerichtId, Berichtregel, Datum, ZaakId } from '@wijkspoor/domain';
import type { Instant } from '@wijkspoor/kernel';
import type { TProperties } from 'typebox';
import { Type } from 'typebox';
import type { StoredSchemas } from './stored.ts';

const object = <P extends TProperties>(fields: P) =>
  Type.Object(fields, { additionalProperties: false });

const tekst = Type.String();
const getal = Type.Integer({ minimum: 1 });
const datum = Type.Unsafe<Datum>(Type.String({ format: 'date' }));
const zaakId = Type.Unsafe<ZaakId>(Type.String({ pattern: '^zaak-.' }));
const moment = Type.Unsafe<Instant>(Type.String({ format: 'date-time', pattern: 'Z$' }));
const berichtId = Type.Unsafe<BerichtId>(Type.String({ pattern: '^bericht-.' }));
const poging = { berichtId, ontvanger: tekst, poging: getal, geprobeerdOp: moment };

const berichtregel = object({
  zaakId,
  revisie: Type.Integer({ minimum: 0 }),
  soort: Type.Enum(['herinnering', 'stilte', 'tussenbericht']),
  trede: Type.Optional(Type.Integer()),
  einde: Type.Optional(datum),
  sinds: Type.Optional(datum),
});

const regels = Type.Unsafe<Berichtregel[]>(Type.Array(berichtregel));

/** What can happen to a message. */
export const berichtSchemas = {
  BerichtOpgesteld: object({
    berichtId,
    ontvanger: tekst,
    datum,
    regels,
  }),
  BerichtBezorgd: object({ ...poging, langs: Type.Enum(['e-mail', 'webhook']) }),
  BerichtNietBezorgd: object({
    ...poging,
    oorzaak: Type.Enum(['geen-adres', 'niet-ingesteld', 'mislukt']),
    reden: tekst,
    definitief: Type.Boolean(),
  }),
  BerichtOpnieuwGevraagd: object({
    berichtId,
    ontvanger: tekst,
    door: tekst,
    regels,
    gevraagdOp: moment,
  }),
} satisfies StoredSchemas<BerichtEvent>;
