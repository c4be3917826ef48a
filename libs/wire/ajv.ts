import type { Datum } from '@wijkspoor/domain';
import { isDatum } from '@wijkspoor/domain';
import type { Fault } from '@wijkspoor/kernel';
import type {
  AnySchemaObject,
  FormatDefinition,
  Options,
  ValidateFunction,
} from 'ajv/dist/2020.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { Static, TSchema } from 'typebox';
import type { Hint } from './fault-messages.ts';
import { toFaults } from './faults.ts';

/** What a door makes of an input: the value, now of a known type, or every fault in it. */
export type Parsed<T> = Readonly<{ value: T }> | Readonly<{ faults: readonly Fault[] }>;

/** Checks one input. `vandaag` is needed only where the schema says `nietNaVandaag`. */
export type Check<T> = (input: unknown, vandaag?: Datum) => Parsed<T>;

// No text in the database can hold these two, so none is taken in that would come back changed.
const unstorable = /\0|\p{Surrogate}/u;

/** Whether a text says something and can be stored as it is: no NUL, no half character. */
function isTekst(text: string): boolean {
  return /\S/.test(text) && !unstorable.test(text);
}

/** The moment of a check, given by whoever calls it; Ajv hands it to the keyword as `this`. */
type Moment = { vandaag?: Datum } | undefined;

function notAfterToday(this: Moment, wanted: boolean, date: string): boolean {
  if (!wanted || !isDatum(date)) return true;
  if (!this?.vandaag) throw new Error('This schema asks for `vandaag`, and it was not given');
  return date <= this.vandaag;
}

function ajv(options: Options): Ajv2020 {
  const made = new Ajv2020({ allErrors: true, verbose: true, passContext: true, ...options });
  const text = (validate: (text: string) => boolean): FormatDefinition<string> => ({
    type: 'string',
    validate,
  });
  made.addFormat('date', text(isDatum));
  made.addFormat('tekst', text(isTekst));
  made.addFormat('date-time', fullFormats['date-time']);
  made.addFormat('uri-reference', fullFormats['uri-reference']);
  made.addFormat('uuid', fullFormats.uuid);
  made.addKeyword({
    keyword: 'nietNaVandaag',
    type: 'string',
    schemaType: 'boolean',
    validate: notAfterToday,
  });
  for (const keyword of ['x-lijst', 'x-vorm']) made.addKeyword({ keyword, schemaType: 'string' });
  return made;
}

const strict = ajv({});
const coercing = ajv({ coerceTypes: true, useDefaults: true });
const first = ajv({ allErrors: false, verbose: false });

/**
 * A schema made into a check: JSON Schema 2020-12, nothing coerced, every fault reported with the
 * JSON pointer of the member that it is about (also when that member is missing or unknown).
 */
export function compile<T extends TSchema>(schema: T, hint?: Hint): Check<Static<T>> {
  return checkBy(strict, schema, hint);
}

/** As `compile`, for the text of a query: numbers and booleans are read, defaults filled in. */
export function compileQuery<T extends TSchema>(schema: T, hint?: Hint): Check<Static<T>> {
  const check = checkBy(coercing, schema, hint);
  return (input, vandaag) => check(structuredClone(input), vandaag);
}

// A schema is compiled when it is first needed: a process starts with many that it never uses.
function checkBy<T extends TSchema>(by: Ajv2020, schema: T, hint?: Hint): Check<Static<T>> {
  let validate: ValidateFunction<Static<T>> | undefined;
  return (input, vandaag) => {
    validate ??= by.compile<Static<T>>(schema as AnySchemaObject);
    return validate.call({ vandaag }, input)
      ? { value: input as Static<T> }
      : { faults: toFaults(validate.errors ?? [], { hint, vandaag }) };
  };
}

/** Whether a value has this shape, as fast as can be: for what we wrote ourselves. */
export function compileGuard<T extends TSchema>(schema: T): (value: unknown) => value is Static<T> {
  return first.compile<Static<T>>(schema as AnySchemaObject);
}
