import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Document, ErrorCode, YAMLError } from 'yaml';

/**
 * A fault in a text: its line and sign (from 1) or the JSON pointer of its place, and what it is,
 * in Dutch.
 */
export type Tekstfout = Readonly<{
  regel: number;
  kolom?: number;
  pointer: string;
  melding: string;
}>;

/** A YAML text: its content if it could be read at all, its faults, and the line of every place. */
export type Yaml = Readonly<{
  inhoud: unknown;
  fouten: readonly Tekstfout[];
  /** The line of a place; of a place that does not exist, the line of what it should stand in. */
  regelVan: (pointer: string) => number;
}>;

/**
 * Reads one YAML text. A key that stands twice is a fault, and the rest is still read, so that what
 * else is wrong can be told too. A text with a syntax fault has no content: half of it would lie;
 * and after the first such fault the parser only guesses, so that one is told and no other.
 */
export function leesYaml(tekst: string): Yaml {
  const regels = new LineCounter();
  const document = parseDocument(tekst, { lineCounter: regels, prettyErrors: false });
  const plekken = [...plekkenIn(document.contents)];
  const begin = new Map(plekken.map(({ pointer, plek }) => [pointer, regels.linePos(plek).line]));
  const regelVan = (pointer: string) => dichtstbij(begin, pointer);
  const gelezen = { tekst, document, plekken };
  const spelfout = eersteSpelfout(gelezen);
  const los = spelfout ? [] : losseVerwijzingen(document);
  const heel = !spelfout && los.length === 0;
  const inhoud: unknown = heel ? document.toJS({ maxAliasCount: 10_000 }) : undefined;
  const fouten = spelfout ? [spelfout] : [...dubbele(gelezen), ...gewaarschuwd(document), ...los];
  return { inhoud, fouten: fouten.map((fout) => opPlek(fout, regels)), regelVan };
}

type Gelezen = Readonly<{ tekst: string; document: Document; plekken: readonly Plek[] }>;

/** A fault at a place in the text. What has no pointer is told with its sign on the line. */
type Gevonden = Plek & Readonly<{ melding: string }>;

function opPlek({ plek, pointer, melding }: Gevonden, regels: LineCounter): Tekstfout {
  const { line: regel, col: kolom } = regels.linePos(plek);
  return { regel, ...(pointer === '' && { kolom }), pointer, melding };
}

function dubbele({ document, plekken }: Gelezen): Gevonden[] {
  return document.errors.map(({ pos: [begin] }) => ({
    ...(plekken.findLast(({ plek }) => plek === begin) ?? { pointer: '', plek: begin }),
    melding: 'deze sleutel staat hier twee keer',
  }));
}

function gewaarschuwd(document: Document): Gevonden[] {
  return document.warnings.map((fout) => ({ pointer: '', plek: fout.pos[0], melding: zin(fout) }));
}

// A tab is never a guess. A text or list that is not closed is told where it begins.
function eersteSpelfout({ tekst, document, plekken }: Gelezen): Gevonden | undefined {
  const fouten = document.errors.filter(({ code }) => code !== 'DUPLICATE_KEY');
  const open = [...openHaken(document)];
  const gevonden = fouten.map((fout): Gevonden => {
    const [begin] = fout.pos;
    const haak = isOpenHaak(fout) ? open.findLast((plek) => plek < begin) : undefined;
    if (haak !== undefined)
      return {
        pointer: '',
        plek: haak,
        melding: `deze ${tekst.charAt(haak)} wordt niet afgesloten`,
      };
    const ervoor = isOpenTekst(fout) && plekken.findLast(({ plek }) => plek < begin);
    const plek = ervoor ? ervoor.plek : begin;
    return { pointer: '', plek, melding: zin(fout, tekst.charAt(begin)) };
  });
  const tab = fouten.findIndex(({ code }) => code === 'TAB_AS_INDENT');
  const opVolgorde = gevonden.toSorted((een, ander) => een.plek - ander.plek);
  return gevonden[tab] ?? opVolgorde[0];
}

function isOpenTekst({ code, message }: YAMLError): boolean {
  return code === 'MISSING_CHAR' && message.includes('quote');
}

function isOpenHaak({ code, message }: YAMLError): boolean {
  return code === 'BAD_INDENT' && message.startsWith('Flow ');
}

/** Where each list between [ and ], or object between { and }, begins. */
function openHaken(document: Document): Set<number> {
  const haken = new Set<number>();
  visit(document, {
    Collection(_, { flow, range }) {
      if (flow && range) haken.add(range[0]);
    },
  });
  return haken;
}

function losseVerwijzingen(document: Document): Gevonden[] {
  const fouten: Gevonden[] = [];
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document)) return;
      const melding = `*${alias.source} verwijst nergens naar`;
      fouten.push({ pointer: '', plek: alias.range?.[0] ?? 0, melding });
    },
  });
  return fouten;
}

type Plek = Readonly<{ pointer: string; plek: number }>;

/** Where everything begins: a member at its key, an item of a list at its first sign. */
function* plekkenIn(knoop: unknown, pointer = ''): Generator<Plek> {
  const leden = isMap(knoop)
    ? knoop.items.map(({ key, value }) => ({ naam: naamVan(key), begin: key, waarde: value }))
    : isSeq(knoop)
      ? knoop.items.map((item, i) => ({ naam: String(i), begin: item, waarde: item }))
      : [];
  for (const { naam, begin, waarde } of leden) {
    const lid = `${pointer}/${naam}`;
    yield { pointer: lid, plek: beginVan(begin) };
    yield* plekkenIn(waarde, lid);
  }
}

function naamVan(sleutel: unknown): string {
  const naam = isScalar(sleutel) ? String(sleutel.value) : String(sleutel);
  return naam.replaceAll('~', '~0').replaceAll('/', '~1');
}

function beginVan(knoop: unknown): number {
  const { range } = (knoop ?? {}) as { range?: readonly number[] | null };
  return range?.[0] ?? 0;
}

function dichtstbij(regels: ReadonlyMap<string, number>, pointer: string): number {
  const regel = regels.get(pointer);
  if (regel !== undefined || pointer === '') return regel ?? 1;
  return dichtstbij(regels, pointer.slice(0, pointer.lastIndexOf('/')));
}

const meldingen: Partial<Record<ErrorCode, string>> = {
  BAD_INDENT: 'deze regel begint niet op de goede plek: kijk naar de spaties ervoor',
  TAB_AS_INDENT: 'spring in met spaties, niet met een tab',
  MISSING_CHAR: 'hier ontbreekt een teken',
  BAD_SCALAR_START: 'zet deze waarde tussen aanhalingstekens',
  MULTILINE_IMPLICIT_KEY: 'een sleutel staat op één regel, met een dubbele punt erachter',
  BLOCK_AS_IMPLICIT_KEY:
    'deze regel of de volgende begint niet op de goede plek, of een dubbele punt is te veel',
  MULTIPLE_DOCS: 'één bestand is één document: haal de regel met --- weg',
  TAG_RESOLVE_FAILED: 'een soort met ! ervoor kan hier niet',
};

function zin(fout: YAMLError, teken = ''): string {
  const { code, message } = fout;
  if (isOpenTekst(fout)) return `een tekst tussen aanhalingstekens wordt niet afgesloten (${code})`;
  if (code === 'UNEXPECTED_TOKEN')
    return `${teken.trim() || 'dit teken'} hoort hier niet (${code})`;
  const melding = meldingen[code];
  return melding ? `${melding} (${code})` : `dit is geen goede YAML (${code}: ${message})`;
}
