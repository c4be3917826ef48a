import type { Aanmelding, Datum, Gemeente, Registratie, WerkbezoekEvent } from '@wijkspoor/domain';
import type { Fault } from '@wijkspoor/kernel';
import type { Static, TProperties } from 'typebox';
import type { Parsed } from '../ajv.ts';
import { compile } from '../ajv.ts';
import { at } from '../faults.ts';
import { werkbezoekIdVan, zaakIdVan } from '../ids.ts';
import {
  bekendeRol,
  dagIn,
  kanaalVoorSoort,
  nietEerder,
  rijenIn,
  samen,
  veldenIn,
  wijkenOpDag,
} from './controles.ts';
import type { WerkbezoekMelding } from './deuren.types.ts';
import { hintVoor } from './lijsten.ts';
import { codesVan } from './velden.ts';
import { werkbezoekBody } from './werkbezoek.body.ts';

type Body = Static<ReturnType<typeof werkbezoekBody<Record<never, never>>>>;
type Werkbezoek = WerkbezoekEvent['data'];

/** Reads the body of one visit; whoever calls it says where it came from. */
export type Werkbezoeklezer = (
  input: unknown,
  vandaag: Datum,
  aanmelding: (body: unknown) => Aanmelding,
) => Parsed<WerkbezoekMelding>;

const lijsten = {
  vragen: 'vraag-uit-de-wijk',
  toezeggingen: 'toezegging',
  actiepunten: 'actiepunt',
} as const;

/** The door of a formal visit. */
export function werkbezoeklezer(gemeente: Gemeente, herkomst: TProperties): Werkbezoeklezer {
  const schema = werkbezoekBody(codesVan(gemeente), herkomst);
  const check = compile(schema, hintVoor(gemeente));
  return (input, vandaag, aanmelding) => {
    const kanaal = veldenIn(input).kanaal ?? kanaalVanBezoek(gemeente);
    const gelezen = samen(check(input, vandaag), tussenVelden(gemeente, input, kanaal));
    if ('faults' in gelezen) return gelezen;
    const body = gelezen.value as Body;
    const werkbezoek = werkbezoekVan(body, kanaal as string, aanmelding(body));
    const door = body.door ?? `kanaal:${werkbezoek.kanaal}`;
    return { value: { soort: 'werkbezoek', werkbezoek, door } };
  };
}

/** The channel of a visit for which none is given: the one that says it is for visits. */
function kanaalVanBezoek({ kanalen }: Gemeente): string | undefined {
  return kanalen.find(({ soorten }) => soorten?.includes('vraag-uit-de-wijk'))?.code;
}

function tussenVelden(gemeente: Gemeente, input: unknown, kanaal: unknown): Fault[] {
  const { wijken, bezoekOp, door } = veldenIn(input);
  const dag = dagIn(bezoekOp);
  return [
    ...(kanaal === undefined ? [geenKanaal] : []),
    ...wijkenOpDag(gemeente, wijken, dag, '/wijken'),
    ...bekendeRol(gemeente, door, '/door'),
    ...Object.entries(lijsten).flatMap(([lijst, soort]) => [
      ...(itemsIn(input, lijst).length > 0 ? kanaalVoorSoort(gemeente, kanaal, soort) : []),
      ...itemsIn(input, lijst).flatMap((item) => tussenItemvelden(gemeente, item, dag)),
    ]),
    ...dubbeleIds(input),
  ];
}

const geenKanaal: Fault = { pointer: '/kanaal', message: 'is verplicht, maar ontbreekt' };

type Item = Readonly<{ pointer: string; velden: Readonly<Record<string, unknown>> }>;

function itemsIn(input: unknown, lijst: string): Item[] {
  const rijen = rijenIn(veldenIn(input)[lijst]);
  return rijen.map((rij, index) => ({ pointer: at('', lijst, index), velden: veldenIn(rij) }));
}

function tussenItemvelden(gemeente: Gemeente, { pointer, velden }: Item, dag?: Datum): Fault[] {
  return [
    ...wijkenOpDag(gemeente, velden.wijken, dag, `${pointer}/wijken`),
    ...nietEerder(velden.uiterlijk, dag, `${pointer}/uiterlijk`),
    ...bekendeRol(gemeente, velden.eigenaar, `${pointer}/eigenaar`),
  ];
}

/** Two items with one id would be one case. */
function dubbeleIds(input: unknown): Fault[] {
  const eerder = new Map<string, string>();
  return Object.keys(lijsten).flatMap((lijst) =>
    itemsIn(input, lijst).flatMap(({ pointer, velden: { id } }) => {
      if (typeof id !== 'string') return [];
      const eerste = eerder.get(id);
      if (eerste) return [{ pointer: `${pointer}/id`, message: `staat ook al bij ${eerste}` }];
      eerder.set(id, pointer);
      return [];
    }),
  );
}

function werkbezoekVan(body: Body, kanaal: string, aanmelding: Aanmelding): Werkbezoek {
  const { wijken, bezoekOp, wethouder } = body;
  const werkbezoekId = werkbezoekIdVan(aanmelding);
  const bezoek = { werkbezoekId, aanmelding, kanaal, wijken, bezoekOp, wethouder };
  return { ...bezoek, registraties: registratiesVan(body, bezoek) };
}

type Bezoek = Omit<Werkbezoek, 'registraties'>;

function registratiesVan(body: Body, bezoek: Bezoek): Registratie[] {
  const { vragen = [], toezeggingen = [], actiepunten = [] } = body;
  return [
    ...vragen.map((vraag): Registratie => {
      return { type: 'VraagUitDeWijkGeregistreerd', data: gegevensVan(vraag, bezoek) };
    }),
    ...toezeggingen.map((item): Registratie => {
      const data = { ...gegevensVan(item, bezoek), aan: 'wijkraad' as const, ...laatsteDag(item) };
      return { type: 'ToezeggingVastgelegd', data };
    }),
    ...actiepunten.map((item): Registratie => {
      const { eigenaar } = item;
      const data = { ...gegevensVan(item, bezoek), eigenaar, ...laatsteDag(item) };
      return { type: 'ActiepuntVastgelegd', data };
    }),
  ];
}

function laatsteDag({ uiterlijk }: { uiterlijk?: Datum }): { uiterlijk?: Datum } {
  return uiterlijk === undefined ? {} : { uiterlijk };
}

type InBezoek = NonNullable<Body['vragen']>[number];

function gegevensVan(item: InBezoek, bezoek: Bezoek) {
  const { id, onderwerp, tekst, themas = [], wijken = bezoek.wijken, kenmerken = [] } = item;
  const { werkbezoekId, kanaal, wethouder, bezoekOp: ontvangenOp } = bezoek;
  const aanmelding = { bron: bezoek.aanmelding.bron, id: `${bezoek.aanmelding.id}#${id}` };
  const zaakId = zaakIdVan(aanmelding);
  const herkomst = { zaakId, aanmelding, kanaal, werkbezoekId, wethouder };
  return { ...herkomst, wijken, themas, onderwerp, tekst, ontvangenOp, kenmerken };
}
