import { describe, expect, it } from '@jest/globals';
import type { WerkbezoekCommand, ZaakCommand } from '@wijkspoor/domain';
import { werkbezoekDecider, zaakDecider } from '@wijkspoor/domain';
import { Type } from 'typebox';
import type { EncodedRecord } from './codec.ts';
import { codec, codecOf, werkbezoekCodec, zaakCodec } from './codec.ts';
import { basis, events, id, meta, place, stored, vraag } from './events.fixture.ts';

describe('a stored event', () => {
  it('carries who, why and what led to it, and its version', () => {
    const { meta: text, body } = codec.encode(id, vraag, { ...meta, reason: 'op verzoek' });
    expect(JSON.parse(text)).toEqual({ v: 1, ...meta, reason: 'op verzoek' });
    expect(JSON.parse(body)).toEqual(basis);
    expect(codec.decode({ ...stored(vraag), meta: text }).meta).toEqual({
      ...meta,
      reason: 'op verzoek',
    });
  });

  it('is refused with a day that does not exist, on the way in and on the way out', () => {
    const data = { ...basis, ontvangenOp: '2026-02-30' as const };
    expect(() => codec.encode(id, { type: 'VraagGeregistreerd', data }, meta)).toThrow(/schema/);
    const damaged = { ...stored(vraag), body: JSON.stringify(data) };
    expect(() => codec.decode(damaged)).toThrow(
      `The data of VraagGeregistreerd (event ${id}, revision 3 of zaak-1) do not fit its schema`,
    );
  });

  it('is refused without who or why it is', () => {
    expect(() => codec.encode(id, vraag, { ...meta, actor: '' })).toThrow(/meta .* not complete/);
    const damaged = { ...stored(vraag), meta: '{"v":1,"actor":"griffie"}' };
    expect(() => codec.decode(damaged).meta).toThrow(/meta of VraagGeregistreerd .* not complete/);
    for (const nothing of ['{}', '', '{"v":0,"actor":"griffie"}', '{"actor":"griffie","v":1}']) {
      const unversioned = { ...stored(vraag), meta: nothing };
      expect(() => codec.decode(unversioned)).toThrow(/meta of .* do not say a version/);
    }
  });

  it('of an unknown type is refused', () => {
    const unknown = { ...stored(vraag), type: 'ZaakBijgewerkt' };
    expect(() => codec.decode(unknown)).toThrow(/^ZaakBijgewerkt \(event .*\) has no schema$/);
    expect(() => codec.encode(id, { type: 'constructor', data: {} } as never, meta)).toThrow();
  });

  it('of a visit is no event of a case, and the reverse', () => {
    const data = events.WerkbezoekVastgelegd;
    const visit = stored({ type: 'WerkbezoekVastgelegd', data });
    expect(werkbezoekCodec.decode(visit).type).toBe('WerkbezoekVastgelegd');
    expect(() => zaakCodec.decode(visit)).toThrow(/has no schema/);
    expect(() => werkbezoekCodec.decode(stored(vraag))).toThrow(/has no schema/);
  });

  it('of a newer program is not guessed at', () => {
    const newer = { ...stored(vraag), meta: JSON.stringify({ v: 2, ...meta }) };
    expect(() => codec.decode(newer)).toThrow(/has version 2; this program knows 1 at most/);
  });
});

describe('an event of an old version', () => {
  type Verhuisd = { type: 'Verhuisd'; data: { naar: string[]; waarom: string } };
  const steps = codecOf<Verhuisd>(
    {
      Verhuisd: Type.Object(
        { naar: Type.Array(Type.String()), waarom: Type.String() },
        { additionalProperties: false },
      ),
    },
    {
      Verhuisd: [({ naar }) => ({ naar: [naar] }), (data) => ({ ...data, waarom: 'onbekend' })],
    },
  );
  const at = (v: number, data: object): EncodedRecord => ({
    id,
    type: 'Verhuisd',
    body: JSON.stringify(data),
    meta: JSON.stringify({ v, ...meta }),
    ...place,
  });

  it.each([
    [1, { naar: 'pernis' }],
    [2, { naar: ['pernis'] }],
    [3, { naar: ['pernis'], waarom: 'onbekend' }],
  ])('goes from version %d up to the present one', (v, data) => {
    expect(steps.decode(at(v, data)).data).toEqual({ naar: ['pernis'], waarom: 'onbekend' });
  });

  it('is judged after its last step, and written in the present version', () => {
    expect(() => steps.decode(at(2, { naar: 'pernis' }))).toThrow(/do not fit its schema/);
    const { meta: text } = steps.encode(
      id,
      { type: 'Verhuisd', data: { naar: [], waarom: 'x' } },
      meta,
    );
    expect(JSON.parse(text)).toMatchObject({ v: 3 });
  });
});

describe('the codecs', () => {
  it('fit the deciders whose events they write', () => {
    const command: ZaakCommand = {
      type: 'RegistreerZaak',
      data: { registratie: vraag, now: '2026-03-02T10:00:00Z' },
    };
    const decided = zaakDecider.decide(command, zaakDecider.initial);
    expect(decided.map((event) => zaakCodec.encode(id, event, meta).type)).toEqual([vraag.type]);
    const visit: WerkbezoekCommand = {
      type: 'LegWerkbezoekVast',
      data: { werkbezoek: events.WerkbezoekVastgelegd, now: '2026-03-02T10:00:00Z' },
    };
    const noted = werkbezoekDecider.decide(visit, werkbezoekDecider.initial);
    expect(noted.map((event) => werkbezoekCodec.encode(id, event, meta).id)).toEqual([id]);
  });
});
