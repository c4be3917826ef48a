import { describe, expect, it } from '@jest/globals';
import { Type } from 'typebox';
import type { TSchema } from 'typebox';
import { compile, compileGuard, compileQuery } from './ajv.ts';

const closed = { additionalProperties: false };

function faultsOf(schema: TSchema, input: unknown) {
  const parsed = compile(schema)(input, '2026-03-02');
  if (!('faults' in parsed)) throw new Error('this was let in');
  return parsed.faults.map(({ pointer, message }) => `${pointer || '(geheel)'} ${message}`);
}

describe('a check', () => {
  const schema = Type.Object({ a: Type.String(), b: Type.Optional(Type.Integer()) }, closed);

  it('gives the value itself when there is nothing wrong with it', () => {
    const input = { a: 'x' };
    expect(compile(schema)(input)).toEqual({ value: input });
  });

  it('coerces nothing: a number as text is text', () => {
    expect(faultsOf(schema, { a: 7, b: '7' })).toEqual([
      '/a moet tekst zijn, maar is het getal 7',
      "/b moet een geheel getal zijn, maar is de tekst '7'",
    ]);
  });

  it('names the member that is missing, and the one that nobody knows', () => {
    expect(faultsOf(schema, { 'b/~': 1 })).toEqual([
      '/a is verplicht, maar ontbreekt',
      '/b~1~0 is een onbekend veld',
    ]);
  });

  it('tells one fault per place', () => {
    const text = Type.String({ minLength: 3, pattern: '^a', format: 'date' });
    expect(faultsOf(text, '')).toHaveLength(1);
  });

  it('asks for a day only where it needs one', () => {
    const past = Type.String({ format: 'date', nietNaVandaag: true });
    expect(() => compile(past)('2026-03-02')).toThrow(/`vandaag`/);
    expect(faultsOf(past, '2026-03-03')).toEqual([
      "(geheel) '2026-03-03' ligt na vandaag (2026-03-02)",
    ]);
    expect(compile(past)('2026-03-02', '2026-03-02')).toEqual({ value: '2026-03-02' });
  });

  it.each<[string, TSchema, unknown, string]>([
    ['too many', Type.Array(Type.String(), { maxItems: 1 }), ['a', 'b'], 'heeft 2 items, hoogst'],
    ['too few', Type.Array(Type.String(), { minItems: 2 }), [], 'moet minstens 2 items hebben'],
    ['too short', Type.String({ minLength: 2 }), 'a', 'is te kort: minstens 2 tekens'],
    ['another constant', Type.Literal('a'), 'b', "'b' kan hier niet; kies uit: a"],
    ['a fraction', Type.Integer(), 1.5, 'moet een geheel getal zijn, maar is het getal 1.5'],
    ['too little', Type.Integer({ minimum: 1 }), 0, 'moet minstens 1 zijn, maar is 0'],
    ['no UUID', Type.String({ format: 'uuid' }), 'x', "'x' is geen UUID"],
    ['another form', Type.String({ pattern: '^a$' }), 'b', "'b' heeft niet de vorm ^a$"],
    ['no yes or no', Type.Boolean(), 'ja', "moet true of false zijn, maar is de tekst 'ja'"],
    ['a very long value', Type.Literal('a'), 'x'.repeat(100), `'${'x'.repeat(60)}…' kan hier`],
    ['what nobody thought of', Type.Number({ multipleOf: 5 }), 7, 'is niet goed (multipleOf)'],
  ])('says in Dutch what is wrong: %s', (_name, schema, input, message) => {
    expect(faultsOf(schema, input)).toEqual([expect.stringContaining(message)]);
  });

  it('names every member of a list that stands in it already', () => {
    const list = Type.Array(Type.Unknown(), { uniqueItems: true });
    expect(faultsOf(list, ['a', 'b', 'a', { x: 1 }, { x: 1 }, 'a'])).toEqual([
      '/2 staat al eerder in deze lijst',
      '/4 staat al eerder in deze lijst',
      '/5 staat al eerder in deze lijst',
    ]);
  });

  it('of a choice tells only what is wrong in the branch that was meant', () => {
    const choice = Type.Union([
      Type.Object({ dagen: Type.Integer() }, closed),
      Type.Enum(['geen', 'altijd']),
    ]);
    expect(faultsOf(choice, { dagen: 'x' })).toEqual([
      "/dagen moet een geheel getal zijn, maar is de tekst 'x'",
    ]);
    expect(faultsOf(choice, 7)).toEqual([
      "(geheel) moet een object met velden of 'geen' of 'altijd' zijn, maar is het getal 7",
    ]);
  });
});

describe('a check of a query', () => {
  it('reads numbers and booleans, and leaves text that looks like one as it is', () => {
    const query = Type.Object(
      { n: Type.Integer({ default: 5 }), b: Type.Boolean(), t: Type.String() },
      closed,
    );
    expect(compileQuery(query)({ b: 'false', t: '0012' })).toEqual({
      value: { n: 5, b: false, t: '0012' },
    });
  });
});

describe('a guard', () => {
  it('says yes or no', () => {
    const isDay = compileGuard(Type.String({ format: 'date' }));
    expect([isDay('2024-02-29'), isDay('2026-02-29'), isDay(7)]).toEqual([true, false, false]);
  });
});
