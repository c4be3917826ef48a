import { describe, expect, it } from '@jest/globals';
import type { BerichtEvent, Registratie, WerkbezoekEvent, ZaakEvent } from '@wijkspoor/domain';
import type { Static } from 'typebox';
import { codec } from './codec.ts';
import { all, id, meta, place, stored } from './events.fixture.ts';
import type { berichtSchemas } from './stored-bericht.ts';
import type { registraties, StoredSchemas, werkbezoekSchemas, zaakSchemas } from './stored.ts';

/*
 * Compile-time: a schema and the domain's type are the same, seen from both sides. A field that one
 * of them does not know, or knows differently, makes this file not compile.
 */
type Vast<T> = T extends readonly (infer Item)[]
  ? readonly Vast<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Vast<T[Key]> }
    : T;
type Gelijk<A, B> =
  (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false;
type Verschil<
  Event extends { type: string; data: unknown },
  Schemas extends StoredSchemas<Event>,
> = {
  [Type in Event['type']]: Gelijk<
    Vast<Static<Schemas[Type]>>,
    Vast<Extract<Event, { type: Type }>['data']>
  > extends true
    ? never
    : Type;
}[Event['type']];
const verschil: [
  Verschil<ZaakEvent, typeof zaakSchemas>,
  Verschil<Registratie, typeof registraties>,
  Verschil<WerkbezoekEvent, typeof werkbezoekSchemas>,
  Verschil<BerichtEvent, typeof berichtSchemas>,
] extends [never, never, never, never]
  ? 'none'
  : never = 'none';

describe('an event of every type', () => {
  it('has a schema that is the type of the domain, from both sides', () => {
    expect(verschil).toBe('none');
  });

  it.each(all)('comes back as it went in: $type', (event) => {
    const decoded = codec.decode(stored(event));
    expect({ ...decoded, meta: decoded.meta }).toEqual({ ...event, id, meta, ...place });
  });

  it.each(all)(
    'is refused without one of its fields, or with one more: $type',
    ({ type, data }) => {
      const encode = (changed: object) => codec.encode(id, { type, data: changed } as never, meta);
      expect(() => encode({ ...data, extra: 1 })).toThrow(/do not fit its schema/);
      for (const [field, value] of Object.entries(data)) {
        const wrong = typeof value === 'string' ? 7 : 'x';
        expect(() => encode({ ...data, [field]: wrong })).toThrow(/do not fit its schema/);
      }
    },
  );
});
