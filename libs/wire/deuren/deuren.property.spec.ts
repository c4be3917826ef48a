import { describe, expect, it } from '@jest/globals';
import { BadInput } from '@wijkspoor/kernel';
import fc from 'fast-check';
import { codec } from '../codec.ts';
import { gemeenteUit } from '../gemeente.fixture.ts';
import { deuren } from './deuren.ts';

const rotterdam = gemeenteUit('rotterdam');
const { zaak } = deuren(rotterdam);
const vandaag = '2026-11-20';
const seed = 20261120;

const tekst = (maxLength: number) =>
  fc
    .string({ unit: 'binary', minLength: 1, maxLength })
    .filter((text) => /\S/.test(text) && !text.includes('\0'));

const codes = (rijen: readonly { code: string }[], minLength = 0) =>
  fc.uniqueArray(fc.constantFrom(...rijen.map(({ code }) => code)), { minLength, maxLength: 5 });

const dag = fc
  .date({ min: new Date('2023-12-01'), max: new Date('2026-11-20'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const basis = {
  aanmelding: fc.record({ bron: tekst(200), id: tekst(200) }),
  wijken: codes(rotterdam.wijken, 1),
  onderwerp: tekst(200),
  tekst: tekst(2000),
  ontvangenOp: dag,
};

const erbij = { themas: codes(rotterdam.themas), kenmerken: fc.uniqueArray(tekst(100)) };

const wethouder = fc.constantFrom(...rotterdam.portefeuilles.map(({ code }) => code));

const met = (velden: Record<string, fc.Arbitrary<unknown>>, optioneel: object = {}) => {
  const alle = { ...basis, ...velden };
  const requiredKeys = Object.keys(alle);
  return fc.record<Record<string, unknown>>({ ...alle, ...erbij, ...optioneel }, { requiredKeys });
};

const vast = (soort: string, kanaal: string) => ({
  soort: fc.constant(soort),
  kanaal: fc.constant(kanaal),
});

const registratie = fc.oneof(
  met(vast('wijkhubvraag', 'spreekuur')),
  met(vast('ongevraagd-advies', 'wijkraad'), { wethouder }),
  met(vast('gevraagd-advies', 'brief'), { wethouder }),
  met({
    ...vast('toezegging', 'formeel-overleg'),
    aan: fc.constantFrom('wijkraad', 'gemeenteraad'),
    wethouder,
  }),
  met(vast('motie', 'raadsvergadering'), { wethouder }),
);

const id = '00000000-0000-4000-8000-000000000000';
const meta = { actor: 'kanaal:web', correlationId: id, causationId: id };

function through(input: unknown) {
  const event = zaak(input, vandaag).registratie;
  const encoded = codec.encode(id, event, meta);
  // The log stores the bytes of the text, not the text.
  const body = Buffer.from(encoded.body, 'utf8').toString('utf8');
  const { zaakId: stream } = event.data;
  const place = {
    stream,
    revision: 0,
    position: 1,
    recordedAt: `${vandaag}T12:00:00.000Z`,
  } as const;
  return { event, recorded: codec.decode({ ...encoded, body, ...place }) };
}

describe(`any case that is right (seed ${seed})`, () => {
  it('comes back from the log as it came in, word for word', () => {
    fc.assert(
      fc.property(registratie, (input) => {
        const { event, recorded } = through(JSON.parse(JSON.stringify(input)));
        expect({ type: recorded.type, data: recorded.data }).toEqual(event);
        const { soort: _soort, ...velden } = input;
        expect(recorded.data).toMatchObject(velden);
      }),
      { seed, numRuns: 300 },
    );
  });
});

const waarde = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom('', ' ', '\0', '\ud800', '2026-02-30', 'tarwewyk', null, -1, [], {}),
);

const verandering = fc.record({
  plek: fc.nat(),
  waarde,
  actie: fc.constantFrom('zet', 'weg', 'bij'),
});

/** Every place in a value, as the path to it. */
function plekkenIn(value: unknown, pad: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...pad]];
  const dieper = Object.entries(value).flatMap(([key, child]) => plekkenIn(child, [...pad, key]));
  return [[...pad], ...dieper];
}

function veranderd(
  input: object,
  { plek, waarde, actie }: { plek: number; waarde: unknown; actie: string },
) {
  const kopie = structuredClone(input) as Record<string, unknown>;
  const plekken = plekkenIn(kopie).filter(({ length }) => length > 0);
  const pad = plekken[plek % plekken.length] ?? [];
  const houder = pad.slice(0, -1).reduce((at, key) => at[key] as Record<string, unknown>, kopie);
  const key = pad.at(-1) ?? '';
  if (actie === 'zet') houder[key] = waarde;
  else if (Array.isArray(houder))
    houder.splice(Number(key), 1, ...(actie === 'bij' ? [waarde, waarde] : []));
  else if (actie === 'bij') houder[`${key}x`] = waarde;
  else delete houder[key];
  return kopie;
}

/** Whether a pointer leads to a place, or to a member that could stand in one. */
function bestaat(input: unknown, pointer: string): boolean {
  if (pointer === '') return true;
  if (!pointer.startsWith('/')) return false;
  const pad = pointer
    .slice(1)
    .split('/')
    .map((deel) => deel.replaceAll('~1', '/').replaceAll('~0', '~'));
  const houder = pad
    .slice(0, -1)
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | null | undefined)?.[key], input);
  if (Array.isArray(houder)) return Number(pad.at(-1)) < houder.length;
  return typeof houder === 'object' && houder !== null;
}

describe(`any case with something changed in it (seed ${seed})`, () => {
  it('is let in as it then is, or refused at places that exist', () => {
    let refusals = 0;
    fc.assert(
      fc.property(registratie, verandering, (input, change) => {
        const changed = veranderd(input, change);
        try {
          const { event, recorded } = through(changed);
          expect({ type: recorded.type, data: recorded.data }).toEqual(event);
        } catch (error) {
          if (!(error instanceof BadInput)) throw error;
          refusals++;
          expect(error.faults.length).toBeGreaterThan(0);
          for (const { pointer, message } of error.faults) {
            expect(bestaat(changed, pointer) ? pointer : `${pointer} in no place`).toBe(pointer);
            expect(message).toMatch(/\S/);
          }
        }
      }),
      { seed, numRuns: 600 },
    );
    expect(refusals).toBeGreaterThan(200);
  });
});

describe('a text in any language', () => {
  it.each([
    ['Arabic, right to left', 'لدي سؤال عن الحي'.repeat(600)],
    ['Hebrew with marks', '‏שְׁאֵלָה מִן הַשְּׁכוּנָה‏'],
    ['Chinese', '我對我的社區有一個問題。'],
    ['Turkish', 'İstanbul ığdır şöyle'],
    ['Papiamento and Cabo Verdean', 'Mi tin un pregunta; N ten un pergunta'],
    ['emoji of several people', '👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽'],
    ['letters with loose marks, not composed', 'e\u0301 u\u0308 \u1e9b\u0323'],
    ['control characters, tabs and line ends', 'a\u0001b\tc\r\nd\u2028e\u0085'],
    ['marks of direction and of width', '\u202eabc\u202c \u200b\ufeff x'],
    ['what looks like code', `'; drop table zaken; -- <script>alert(1)</script> \\u0000 \${x}`],
    ['a letter of 20,000 characters', 'De straat ligt open. '.repeat(952) + 'Wanneer?'],
    ['40,000 emoji', '🚲'.repeat(40_000)],
  ])('comes back unchanged: %s', (_name, text) => {
    const input = {
      soort: 'wijkhubvraag',
      aanmelding: { bron: 'web', id: text.slice(0, 40) },
      kanaal: 'web',
      wijken: ['pernis'],
      onderwerp: text.slice(0, 100),
      tekst: text,
      ontvangenOp: '2026-03-02',
    };
    const { recorded } = through(JSON.parse(JSON.stringify(input)));
    expect(recorded.data).toMatchObject({ tekst: text, aanmelding: input.aanmelding });
  });
});
