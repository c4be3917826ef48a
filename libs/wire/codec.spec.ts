import { describe, expect, it } from '@jest/globals';
import type {
  Registratie,
  WerkbezoekCommand,
  WerkbezoekEvent,
  ZaakCommand,
  ZaakEvent,
} from '@wijkspoor/domain';
import { werkbezoekDecider, zaakDecider } from '@wijkspoor/domain';
import { Type } from 'typebox';
import type { Static } from 'typebox';
import type { EncodedRecord } from './codec.ts';
import { codec, codecOf, werkbezoekCodec, zaakCodec } from './codec.ts';
import type { StoredSchemas, WijkspoorEvent } from './stored.ts';
import { registraties, werkbezoekSchemas, zaakSchemas } from './stored.ts';

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
] extends [never, never, never]
  ? 'none'
  : never = 'none';

const zaakId = 'zaak-1';
const aanmelding = { bron: 'balie', id: '1' };
const id = '00000000-0000-4000-8000-000000000001';
const meta = { actor: 'kanaal:balie', correlationId: 'c', causationId: 'd' };
const door = 'wijk-mt:tarwewijk';
const dag = '2026-03-02';

const basis = {
  zaakId,
  aanmelding,
  kanaal: 'balie',
  wijken: ['tarwewijk'],
  themas: ['wonen'],
  onderwerp: 'Lekkage',
  tekst: 'De regen komt door het dak. 🌧 \u202eabc',
  ontvangenOp: dag,
  kenmerken: ['22bb4407'],
} as const;
const bezoek = { werkbezoekId: 'werkbezoek-1', wethouder: 'wijken' } as const;
const bewijs = {
  startdatum: dag,
  regel: {
    basis: { tekst: 'Verordening', verwijzing: '002:78', zekerheid: 'A' },
    start: 'ontvangst',
    lengte: { dagen: 42 },
    regel: 'geen',
  },
  stappen: ['een', 'twee'],
} as const;
const vraag: Registratie = { type: 'VraagGeregistreerd', data: basis };

/** One event of every type, with every field that it can have. */
const events: { [T in WijkspoorEvent['type']]: Extract<WijkspoorEvent, { type: T }>['data'] } = {
  VraagGeregistreerd: basis,
  VraagUitDeWijkGeregistreerd: { ...basis, ...bezoek },
  AdviesOntvangen: { ...basis, gevraagd: true, wethouder: 'wijken' },
  ToezeggingVastgelegd: { ...basis, ...bezoek, aan: 'wijkraad', uiterlijk: dag },
  ActiepuntVastgelegd: { ...basis, ...bezoek, eigenaar: door, uiterlijk: dag },
  MotieGeregistreerd: { ...basis, wijken: [], wethouder: 'wijken' },
  ThemasVastgesteld: { zaakId, door, themas: ['wonen'] },
  ZaakToegewezen: { zaakId, door, behandelaar: door, toegewezenOp: dag },
  TermijnGestart: { zaakId, door, revisie: 1, einde: '2026-04-13', bewijs },
  TermijnAfgesproken: {
    zaakId,
    door,
    revisie: 2,
    einde: '2026-05-04',
    vorigEinde: '2026-04-13',
    met: 'wijkraad',
    afgesprokenOp: dag,
    reden: 'onderzoek',
    naVerstrijken: false,
  },
  TermijnOverschreden: { zaakId, door, revisie: 2, einde: '2026-05-04', vastgesteldOp: dag },
  TussenberichtVerzonden: { zaakId, door, aan: 'wijkraad', verzondenOp: dag, inhoud: 'x' },
  ContactVastgelegd: { zaakId, door, met: 'wijkraad', contactOp: dag, inhoud: 'x' },
  AntwoordGegeven: {
    zaakId,
    door,
    vorm: 'schriftelijk',
    antwoordOp: dag,
    inhoud: 'x',
    kenmerk: '22bb4407',
  },
  UitkomstVastgesteld: {
    zaakId,
    door,
    uitkomst: 'deels-overgenomen',
    vastgesteldOp: dag,
    redenen: 'x',
    watVeranderde: 'y',
  },
  UitvoeringGemeld: { zaakId, door, uitgevoerdOp: dag, toelichting: 'x' },
  AfdoeningVoorgesteld: { zaakId, door, brief: { kenmerk: 'x', datum: dag }, voorgesteldOp: dag },
  AfdoeningAanvaard: { zaakId, door, aanvaardOp: dag },
  AfdoeningGeweigerd: { zaakId, door, geweigerdOp: dag, reden: 'x' },
  ZaakGesloten: { zaakId, door, grond: 'afgehandeld', geslotenOp: dag, reden: 'x' },
  ZaakHeropend: { zaakId, door, heropendOp: dag, reden: 'x' },
  WerkbezoekVastgelegd: {
    ...bezoek,
    aanmelding,
    kanaal: 'werkbezoek',
    wijken: ['tarwewijk'],
    bezoekOp: dag,
    registraties: [vraag],
  },
};

const all = Object.entries(events).map(([type, data]) => ({ type, data }) as WijkspoorEvent);

const place = {
  stream: zaakId,
  revision: 3,
  position: 7,
  recordedAt: '2026-03-02T10:00:00.000Z',
} as const;

const stored = (event: WijkspoorEvent, given: object = meta): EncodedRecord => ({
  ...codec.encode(id, event, given as typeof meta),
  ...place,
});

describe('a stored event', () => {
  it('has a schema that is the type of the domain, from both sides', () => {
    expect(verschil).toBe('none');
  });

  it.each(all)('comes back as it went in: $type', (event) => {
    expect(codec.decode(stored(event))).toEqual({ ...event, id, meta, ...place });
  });

  it('carries who, why and what led to it, and its version', () => {
    const { meta: text, body } = codec.encode(id, vraag, { ...meta, reason: 'op verzoek' });
    expect(JSON.parse(text)).toEqual({ v: 1, ...meta, reason: 'op verzoek' });
    expect(JSON.parse(body)).toEqual(basis);
    expect(codec.decode({ ...stored(vraag), meta: text }).meta).toEqual({
      ...meta,
      reason: 'op verzoek',
    });
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
    const damaged = { ...stored(vraag), meta: '{"v":1}' };
    expect(() => codec.decode(damaged)).toThrow(/meta of VraagGeregistreerd .* not complete/);
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
