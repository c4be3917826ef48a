import { ONTVANGERS, SOORTEN, STARTFEITEN } from '@wijkspoor/domain';
import type { Datum, Lengte, Lijst, Ontvangeradres } from '@wijkspoor/domain';
import { Type } from 'typebox';
import type { TProperties } from 'typebox';

/*
 * The files of a municipality, each a schema. What no schema can tell (references, overlaps, names
 * that clash) is checked by `controleerGemeente`. Every object is closed: a field that nobody
 * knows is a typing error until it is known.
 */

const gesloten = <P extends TProperties>(velden: P) =>
  Type.Object(velden, { additionalProperties: false });

const vorm = (pattern: string, uitleg: string) => Type.String({ pattern, 'x-vorm': uitleg });

const tekst = Type.String({ format: 'tekst', maxLength: 500 });
const code = vorm(
  '^(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*$',
  'van een code: kleine letters, cijfers en streepjes ertussen',
);
const tijd = vorm('^([01]\\d|2[0-3]):[0-5]\\d$', 'UU:MM, zoals 09:00');
const datum = Type.Unsafe<Datum>(Type.String({ format: 'date' }));
const zekerheid = Type.Enum(['A', 'B', 'open']);
const soort = Type.Enum([...SOORTEN]);
const codes = Type.Array(code, { minItems: 1, uniqueItems: true });

const bron = gesloten({ tekst, zekerheid });

const geldigheid = {
  geldigVan: datum,
  geldigTot: Type.Optional(datum),
  bronGeldigheid: Type.Optional(bron),
};

const openingstijd = gesloten({
  dagen: Type.Array(Type.Enum(['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo']), {
    minItems: 1,
    uniqueItems: true,
  }),
  van: tijd,
  tot: tijd,
  opAfspraak: Type.Optional(Type.Boolean()),
});

const plek = {
  adres: Type.Optional(tekst),
  openingstijden: Type.Optional(Type.Array(openingstijd, { minItems: 1 })),
};

const gebied = gesloten({
  code,
  naam: tekst,
  cbsCode: vorm('^WK\\d{6}$', 'WK met zes cijfers, zoals WK999901'),
  bron,
});

const alias = gesloten({
  naam: tekst,
  geldigVan: Type.Optional(datum),
  geldigTot: Type.Optional(datum),
});

const wijk = gesloten({
  code,
  naam: tekst,
  gebied: code,
  raad: Type.Enum(['wijkraad', 'dorpsraad']),
  aliassen: Type.Array(alias),
  wijkwethouder: Type.Optional(code),
  bron,
  ...geldigheid,
});

const hub = gesloten({
  code,
  naam: tekst,
  wijk: code,
  soort: Type.Literal('wijkhub'),
  bron,
  ...plek,
  ...geldigheid,
});

const partner = gesloten({
  code,
  naam: tekst,
  soort: Type.Enum([
    'loket',
    'huis-van-de-wijk',
    'hulpteam',
    'spreekuur',
    'aanbod',
    'jongerenplek',
    'woningcorporatie',
    'politie',
    'overheid',
    'cluster',
    'overleg',
    'regeling',
  ]),
  waarvoor: Type.Optional(tekst),
  gebieden: Type.Optional(codes),
  wijken: Type.Optional(codes),
  capaciteitBeperkt: Type.Optional(Type.Boolean()),
  toegankelijk: Type.Optional(Type.Boolean()),
  bron,
  ...plek,
  ...geldigheid,
});

const welzijnsaanbieder = gesloten({ code, naam: tekst, gebied: code, bron, ...geldigheid });

const thema = gesloten({
  code,
  naam: tekst,
  onderwerpen: Type.Array(tekst, { uniqueItems: true }),
  bron,
});

const kanaal = gesloten({
  code,
  naam: tekst,
  soorten: Type.Optional(Type.Array(soort, { minItems: 1, uniqueItems: true })),
  bron,
});

const portefeuille = gesloten({ code, naam: tekst, bron });

const dagen = (minimum: number) => Type.Integer({ minimum, maximum: 3660 });

// One object of two fields, of which one: a choice of two objects could not say what is wrong.
const lengteInTijd = Type.Unsafe<Lengte>({
  ...gesloten({ dagen: Type.Optional(dagen(1)), weken: Type.Optional(dagen(1)) }),
  minProperties: 1,
  maxProperties: 1,
});

const ontvangers = Type.Array(Type.Enum([...ONTVANGERS]), { minItems: 1, uniqueItems: true });
const rolsoort = vorm('^[a-z][a-z-]*$', 'van een soort rol, zoals wijk-mt');

const termijnbeleid = gesloten({
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
      door: Type.Array(rolsoort, { minItems: 1, uniqueItems: true }),
      naVerstrijken: Type.Boolean(),
    }),
  ),
  ...geldigheid,
});

const eersteBehandelaar = gesloten({
  soort,
  rol: Type.Enum(['hub', 'wijk-mt', 'wethouder', 'college', 'genoemde-eigenaar']),
  bron,
});

// One object of two fields, of which one: where messages for a role go.
const ontvanger = {
  ...gesloten({
    rol: vorm('^(college|griffie|[a-z][a-z-]*:(\\*|[a-z0-9-]+))$', 'van een rol, zoals wijk-mt:*'),
    email: Type.Optional(vorm('^[^\\s@<>]+@[^\\s@<>]+$', 'van een e-mailadres')),
    webhook: Type.Optional(vorm('^https?://\\S+$', 'van een adres met https:// ervoor')),
  }),
  minProperties: 2,
  maxProperties: 2,
};

const stam = {
  code,
  naam: tekst,
  tijdzone: Type.Literal('Europe/Amsterdam'),
  oin: Type.Optional(vorm('^\\d{20}$', 'van twintig cijfers')),
};

const lijsten = {
  gebieden: Type.Array(gebied, { minItems: 1 }),
  wijken: Type.Array(wijk, { minItems: 1 }),
  hubs: Type.Array(hub),
  partners: Type.Array(partner),
  welzijnsaanbieders: Type.Array(welzijnsaanbieder),
  themas: Type.Array(thema, { minItems: 1 }),
  kanalen: Type.Array(kanaal, { minItems: 1 }),
  portefeuilles: Type.Array(portefeuille),
  termijnbeleid: Type.Array(termijnbeleid),
  eersteBehandelaars: Type.Array(eersteBehandelaar),
  ontvangers: Type.Array(Type.Unsafe<Ontvangeradres>(ontvanger)),
};

/** A municipality as one document; where a policy is silent, `STANDAARDBELEID` speaks. */
export const gemeenteSchema = gesloten({ ...stam, ...lijsten });

/** Every file of a municipality, by name, with its schema. All of them must be there. */
export const gemeenteBestanden = {
  'gemeente.yaml': gesloten(stam),
  'gebieden.yaml': gesloten({ gebieden: lijsten.gebieden }),
  'wijken.yaml': gesloten({ wijken: lijsten.wijken }),
  'hubs.yaml': gesloten({ hubs: lijsten.hubs }),
  'partners.yaml': gesloten({ partners: lijsten.partners }),
  'welzijn.yaml': gesloten({ welzijnsaanbieders: lijsten.welzijnsaanbieders }),
  'themas.yaml': gesloten({ themas: lijsten.themas }),
  'kanalen.yaml': gesloten({ kanalen: lijsten.kanalen }),
  'portefeuilles.yaml': gesloten({ portefeuilles: lijsten.portefeuilles }),
  'termijnen.yaml': gesloten({ termijnbeleid: lijsten.termijnbeleid }),
  'behandelaars.yaml': gesloten({ eersteBehandelaars: lijsten.eersteBehandelaars }),
  'ontvangers.yaml': gesloten({ ontvangers: lijsten.ontvangers }),
};

export type GemeenteBestand = keyof typeof gemeenteBestanden;

/** In which file a list of a municipality stands. */
export const bestandVan: Readonly<Record<Lijst, GemeenteBestand>> = {
  gebieden: 'gebieden.yaml',
  wijken: 'wijken.yaml',
  hubs: 'hubs.yaml',
  partners: 'partners.yaml',
  welzijnsaanbieders: 'welzijn.yaml',
  themas: 'themas.yaml',
  kanalen: 'kanalen.yaml',
  portefeuilles: 'portefeuilles.yaml',
  termijnbeleid: 'termijnen.yaml',
  eersteBehandelaars: 'behandelaars.yaml',
  ontvangers: 'ontvangers.yaml',
};
