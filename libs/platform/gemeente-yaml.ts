import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Document, ErrorCode, YAMLError } from 'yaml';

/**
 * A fault in a text: its line (from 1), the JSON pointer of its place, and what it is, in Dutch.
 */
export type Tekstfout = Readonly<{ regel: number; pointer: string; melding: string }>;

/** A YAML text: its content if it could be read at all, its faults, and the line of every place. */
export type Yaml = Readonly<{
  inhoud: unknown;
  fouten: readonly Tekstfout[];
  /** The line of a place; of a place that does not exist, the line of what it should stand in. */
  regelVan: (pointer: string) => number;
}>;

/**
 * Reads one YAML text. A key that stands twice is a fault, and the rest is still read, so that what
 * else is wrong can be told too. A text with a syntax fault has no content: half of it would lie.
 */
export function leesYaml(tekst: string): Yaml {
  const regels = new LineCounter();
  const document = parseDocument(tekst, { lineCounter: regels, prettyErrors: false });
  const plekken = [...plekkenIn(document.contents)];
  const regelOp = (plek: number) => regels.linePos(plek).line;
  const begin = new Map(plekken.map(({ pointer, plek }) => [pointer, regelOp(plek)]));
  const regelVan = (pointer: string) => dichtstbij(begin, pointer);
  const gelezen = [...document.errors, ...document.warnings].map((fout) => {
    const { pointer, plek } = plekVan(fout, plekken);
    return { regel: regelOp(plek), pointer, melding: melding(fout) };
  });
  const los = losseVerwijzingen(document, regelOp);
  const heel = document.errors.every(({ code }) => code === 'DUPLICATE_KEY') && los.length === 0;
  const inhoud: unknown = heel ? document.toJS({ maxAliasCount: 10_000 }) : undefined;
  return { inhoud, fouten: [...gelezen.filter(isEersteOpPlek), ...los], regelVan };
}

// After the first fault on a line the parser only guesses at the rest of it.
function isEersteOpPlek(fout: Tekstfout, i: number, fouten: readonly Tekstfout[]): boolean {
  const zelfde = (ander: Tekstfout) => ander.regel === fout.regel && ander.pointer === fout.pointer;
  return fouten.findIndex(zelfde) === i;
}

// A text in quotes that is never closed runs on to the end; told is where it begins.
function plekVan(fout: YAMLError, plekken: readonly Plek[]): Plek {
  const [begin] = fout.pos;
  const hier = plekken.findLast(({ plek }) => plek === begin);
  if (fout.code === 'DUPLICATE_KEY' && hier) return hier;
  const ervoor = plekken.findLast(({ plek }) => plek < begin);
  return { pointer: '', plek: isOpenTekst(fout) && ervoor ? ervoor.plek : begin };
}

function isOpenTekst({ code, message }: YAMLError): boolean {
  return code === 'MISSING_CHAR' && message.includes('quote');
}

function losseVerwijzingen(document: Document, regelOp: (plek: number) => number): Tekstfout[] {
  const fouten: Tekstfout[] = [];
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document)) return;
      const regel = regelOp(alias.range?.[0] ?? 0);
      fouten.push({ regel, pointer: '', melding: `*${alias.source} verwijst nergens naar` });
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
  BLOCK_AS_IMPLICIT_KEY: 'deze regel begint niet op de goede plek, of een dubbele punt is te veel',
  UNEXPECTED_TOKEN: 'dit teken hoort hier niet',
  MULTIPLE_DOCS: 'één bestand is één document: haal de regel met --- weg',
  TAG_RESOLVE_FAILED: 'een soort met ! ervoor kan hier niet',
};

function melding(fout: YAMLError): string {
  const { code, message } = fout;
  if (code === 'DUPLICATE_KEY') return 'deze sleutel staat hier twee keer';
  if (isOpenTekst(fout)) return `een tekst tussen aanhalingstekens wordt niet afgesloten (${code})`;
  const zin = meldingen[code];
  return zin ? `${zin} (${code})` : `dit is geen goede YAML (${code}: ${message})`;
}
