import type { Lengte } from '@wijkspoor/domain';
import { AFSPREKERS, ONTVANGERS, STARTFEITEN } from '@wijkspoor/domain';
import { Type } from 'typebox';
import { geldigheid, gesloten, soort, tekst, vorm, zekerheid } from './gemeente-delen.ts';

const dagen = (minimum: number) => Type.Integer({ minimum, maximum: 3660 });

// One object of two fields, of which one: a choice of two objects could not say what is wrong.
const lengteInTijd = Type.Unsafe<Lengte>({
  ...gesloten({ dagen: Type.Optional(dagen(1)), weken: Type.Optional(dagen(1)) }),
  minProperties: 1,
  maxProperties: 1,
});

const ontvangers = Type.Array(Type.Enum([...ONTVANGERS]), { minItems: 1, uniqueItems: true });

/** The term policy of a soort, as `termijnen.yaml` has it. */
export const termijnbeleid = gesloten({
  soort,
  aard: Type.Enum(['wettelijk', 'servicenorm']),
  basis: gesloten({ tekst, verwijzing: tekst, zekerheid }),
  start: Type.Enum([...STARTFEITEN]),
  lengte: Type.Union([lengteInTijd, Type.Enum(['zoals-afgesproken', 'geen'])]),
  regel: Type.Enum(['geen', 'atw', 'werkdag']),
  ladder: Type.Optional(gesloten({ voor: Type.Array(dagen(0)), daarnaElke: dagen(1) })),
  ontvangers: Type.Optional(gesloten({ herinnering: ontvangers, overschreden: ontvangers })),
  tussenbericht: Type.Optional(
    gesloten({ vanafDagenVoorEinde: dagen(0), zonderContactDagen: dagen(1) }),
  ),
  stilte: Type.Optional(gesloten({ dagen: dagen(1) })),
  afspraak: Type.Optional(
    gesloten({
      door: Type.Array(Type.Enum([...AFSPREKERS]), { minItems: 1, uniqueItems: true }),
      naVerstrijken: Type.Boolean(),
    }),
  ),
  ...geldigheid,
});

// One object of two fields, of which one: where messages for a role go.
export const ontvanger = {
  ...gesloten({
    rol: vorm('^[a-z][a-z-]*(:(\\*|[a-z0-9-]+))?$', 'van een rol, zoals wijk-mt:*'),
    email: Type.Optional(vorm('^[^\\s@<>]+@[^\\s@<>]+$', 'van een e-mailadres')),
    webhook: Type.Optional(vorm('^https?://\\S+$', 'van een adres met https:// ervoor')),
  }),
  minProperties: 2,
  maxProperties: 2,
};
