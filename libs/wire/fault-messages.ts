import type { Datum } from '@wijkspoor/domain';
import type { ErrorObject } from 'ajv/dist/2020.js';
import { nearest } from './suggest.ts';

/** What can be said about a value that is not in a list, e.g. that a name was given for a code. */
export type Hint = (list: string, value: unknown) => string | undefined;

export type Reading = Readonly<{ hint?: Hint | undefined; vandaag?: Datum | undefined }>;

/** What is wrong, in Dutch, with the value or with what would have been right. */
export function message(error: ErrorObject, reading: Reading): string {
  const { keyword, data, params, parentSchema = {} } = error;
  const limit = Number((params as { limit?: unknown }).limit);
  switch (keyword) {
    case 'required':
      return 'is verplicht, maar ontbreekt';
    case 'additionalProperties':
      return unknownMember(error);
    case 'enum':
    case 'const':
    case 'not':
      return notInList(error, reading);
    case 'type':
      return `moet ${typeWords(params.type)} zijn, maar is ${kindOf(data)}`;
    case 'format':
    case 'pattern':
      return wrongForm(data, parentSchema, keyword);
    case 'nietNaVandaag':
      return `${quoted(data)} ligt na vandaag (${reading.vandaag})`;
    case 'minLength':
      return limit === 1 ? 'mag niet leeg zijn' : `is te kort: minstens ${limit} tekens`;
    case 'maxLength':
      return `is te lang: ${[...String(data)].length} tekens, hoogstens ${limit}`;
    case 'minItems':
      return limit === 1 ? 'mag geen lege lijst zijn' : `moet minstens ${limit} items hebben`;
    case 'maxItems':
      return `heeft ${(data as unknown[]).length} items, hoogstens ${limit}`;
    case 'uniqueItems':
      return 'staat al eerder in deze lijst';
    case 'minimum':
      return `moet minstens ${limit} zijn, maar is ${String(data)}`;
    case 'maximum':
      return `mag hoogstens ${limit} zijn, maar is ${String(data)}`;
    case 'anyOf':
      return `moet ${alternatives(parentSchema)} zijn, maar is ${kindOf(data)}`;
    default:
      return otherwise(keyword, parentSchema);
  }
}

function otherwise(keyword: string, parentSchema: Record<string, unknown>): string {
  return ['minProperties', 'maxProperties'].includes(keyword)
    ? `moet precies één van deze velden hebben: ${memberNames(parentSchema)}`
    : `is niet goed (${keyword})`;
}

/** A value as it can stand in a sentence: short, and recognisable as what was given. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const short = [...text].slice(0, 60).join('');
  return `'${short === text ? text : `${short}…`}'`;
}

function unknownMember({ params, parentSchema }: ErrorObject): string {
  const known = Object.keys((parentSchema?.properties ?? {}) as object);
  const meant = nearest(String(params.additionalProperty), known);
  return `is een onbekend veld${meant ? `; bedoelt u '${meant}'?` : ''}`;
}

function memberNames({ properties }: Record<string, unknown>): string {
  return Object.keys(properties ?? {}).join(', ');
}

function notInList({ data, parentSchema = {} }: ErrorObject, { hint }: Reading): string {
  const list: unknown = parentSchema['x-lijst'];
  const told = typeof list === 'string' ? hint?.(list, data) : undefined;
  if (told) return told;
  const allowed = allowedIn(parentSchema);
  const meant = typeof data === 'string' ? nearest(data, allowed) : undefined;
  if (meant) return `${quoted(data)} kan hier niet; bedoelt u '${meant}'?`;
  return `${quoted(data)} kan hier niet; kies uit: ${allowed.join(', ')}`;
}

function allowedIn(schema: Record<string, unknown>): string[] {
  if ('const' in schema) return [String(schema.const)];
  return Array.isArray(schema.enum) ? schema.enum.map(String) : [];
}

const words: Record<string, string> = {
  string: 'tekst',
  integer: 'een geheel getal',
  number: 'een getal',
  boolean: 'true of false',
  array: 'een lijst',
  object: 'een object met velden',
  null: 'null',
};

function typeWords(type: unknown): string {
  return [type]
    .flat()
    .map((name) => words[String(name)] ?? String(name))
    .join(' of ');
}

type Branch = { type?: string; enum?: unknown[] };

function alternatives({ anyOf }: Record<string, unknown>): string {
  return (anyOf as Branch[])
    .map(({ type, enum: values }) => values?.map(quoted).join(' of ') ?? typeWords(type))
    .join(' of ');
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'er niet';
  if (Array.isArray(value)) return 'een lijst';
  if (typeof value === 'object') return 'een object';
  if (typeof value === 'string') return `de tekst ${quoted(value)}`;
  return typeof value === 'number' ? `het getal ${value}` : quoted(value);
}

function wrongForm(value: unknown, schema: Record<string, unknown>, keyword: string): string {
  const text = String(value);
  const form = schema['x-vorm'];
  if (keyword === 'pattern' && typeof form === 'string')
    return `${quoted(text)} heeft niet de vorm ${form}`;
  switch (schema.format) {
    case 'date':
      return wrongDate(text);
    case 'date-time':
      return `${quoted(text)} is geen tijdstip zoals 2026-03-02T09:30:00Z`;
    case 'tekst':
      return wrongText(text);
    case 'uri-reference':
      return `${quoted(text)} is geen URI, zoals urn:nld:oin:00000001001234567000:systeem:balie`;
    case 'uuid':
      return `${quoted(text)} is geen UUID`;
    default:
      return `${quoted(text)} heeft niet de vorm ${String(schema.pattern)}`;
  }
}

function wrongDate(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text))
    return `${quoted(text)} is geen datum; schrijf jaar-maand-dag, zoals 2026-03-02`;
  const year = Number(text.slice(0, 4));
  if (year < 1900 || year > 2099) return `${quoted(text)} ligt niet tussen 1900 en 2100`;
  return `${quoted(text)} is een dag die niet bestaat`;
}

function wrongText(text: string): string {
  if (text.includes('\0')) return 'bevat een NUL-teken (U+0000); haal dat weg';
  if (/\p{Surrogate}/u.test(text))
    return 'bevat een half teken (een losse surrogate); stuur de tekst als geldige Unicode';
  return 'mag niet leeg zijn: er staan alleen spaties of regeleinden';
}
