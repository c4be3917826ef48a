import { LIJSTEN, type Lijst, type Ontvangeradres } from '@wijkspoor/domain';
import { Type, type TSchema } from 'typebox';
import { ontvanger, termijnbeleid } from './gemeente-beleid.ts';
import {
  bron,
  code,
  codes,
  geldigheid,
  gesloten,
  datum,
  soort,
  tekst,
  tijd,
  vorm,
} from './gemeente-delen.ts';

/*
 * The files of a municipality, each a schema. What no schema can tell (references, overlaps, names
 * that clash) is checked by `controleerGemeente`. Every object is closed: a field that nobody
 * knows is a typing error until it is known.
 */

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

const eersteBehandelaar = gesloten({
  soort,
  rol: Type.Enum(['hub', 'wijk-mt', 'wethouder', 'college', 'genoemde-eigenaar']),
  bron,
});

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

/** In which file a list of a municipality stands. */
export const bestandVan = {
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
} as const satisfies Record<Lijst, string>;

export type GemeenteBestand = 'gemeente.yaml' | (typeof bestandVan)[Lijst];

/** Every file of a municipality, by name, with its schema. All of them must be there. */
export const gemeenteBestanden = Object.fromEntries([
  ['gemeente.yaml', gesloten(stam)],
  ...LIJSTEN.map((lijst) => [bestandVan[lijst], gesloten({ [lijst]: lijsten[lijst] })] as const),
]) as Readonly<Record<GemeenteBestand, TSchema>>;
