import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, ErrorCode, YAMLError } from 'yaml';

/** A fault in a text: its line (from 1), the JSON pointer of its place, and what it is, in Dutch. */
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
  const begin = new Map(plekken.map(({ pointer, plek }) => [pointer, regels.linePos(plek).line]));
  const fouten = [...document.errors, ...document.warnings].map((fout) => ({
    regel: regels.linePos(fout.pos[0]).line,
    pointer: plekken.findLast(({ plek }) => plek === fout.pos[0])?.pointer ?? '',
    melding: melding(fout),
  }));
  const regelVan = (pointer: string) => dichtstbij(begin, pointer);
  const leesbaar = document.errors.every(({ code }) => code === 'DUPLICATE_KEY');
  return leesbaar
    ? { ...waardeVan(document, fouten), regelVan }
    : { inhoud: undefined, fouten, regelVan };
}

// The parser expands a `*reference` only now, and throws where it cannot.
function waardeVan(document: Document, fouten: readonly Tekstfout[]): Omit<Yaml, 'regelVan'> {
  try {
    return { inhoud: document.toJS(), fouten };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const fout = {
      regel: 1,
      pointer: '',
      melding: `een verwijzing (*) klopt niet: ${error.message}`,
    };
    return { inhoud: undefined, fouten: [...fouten, fout] };
  }
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
  DUPLICATE_KEY: 'deze sleutel staat hier twee keer',
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

function melding({ code, message }: YAMLError): string {
  if (code === 'DUPLICATE_KEY') return meldingen.DUPLICATE_KEY ?? code;
  return `${meldingen[code] ?? 'dit is geen goede YAML'} (${code}: ${message.split('\n')[0]})`;
}
