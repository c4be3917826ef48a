import { describe, expect, it } from '@jest/globals';
import { faultsOf } from '../faults.fixture.ts';
import { gemeenteUit } from '../gemeente.fixture.ts';
import { herkomstIn } from './bericht.deur.ts';
import { deuren } from './deuren.ts';
import type { Bericht } from './deuren.types.ts';

const { bericht, cloudEvent } = deuren(gemeenteUit('rotterdam'));
const nu = '2026-11-20T12:00:00.000Z';

const data = {
  soort: 'wijkhubvraag',
  kanaal: 'wijkhub-balie',
  wijken: ['tarwewijk'],
  onderwerp: 'Lekkage in het portiek',
  tekst: 'De regen komt door het dak. 🌧',
  ontvangenOp: '2026-03-02',
};

const attributen = {
  specversion: '1.0',
  id: 'melding-113',
  source: 'urn:nld:oin:00000001001234567000:systeem:balie',
  type: 'nl.wijkspoor.zaak-aangemeld.v1',
  time: '2026-03-02T09:30:00Z',
};

type Koppen = Readonly<Record<string, string | Uint8Array>>;
type Geval = readonly [string, Koppen, string | Uint8Array, string, RegExp];

const bytes = (text: string | Uint8Array) => (typeof text === 'string' ? Buffer.from(text) : text);
const uit = (koppen: Koppen, body: string | Uint8Array): Bericht => ({
  headers: Object.entries(koppen).map(([naam, waarde]) => [naam, bytes(waarde)] as const),
  body: bytes(body),
});

const structured = { 'content-type': 'application/cloudevents+json; charset=UTF-8' };
const event = { ...attributen, data };
const metCe = (koppen: Record<string, string>) =>
  Object.fromEntries(Object.entries(koppen).map(([naam, waarde]) => [`ce_${naam}`, waarde]));
const binary = { ...metCe(attributen), 'content-type': 'application/json' };

const refused = (koppen: Koppen, body: string | Uint8Array) =>
  faultsOf(() => bericht(uit(koppen, body), nu));

describe('the door of a message on a bus', () => {
  const melding = cloudEvent({ ...event, datacontenttype: 'application/json' }, nu);

  it('reads a CloudEvent in structured mode', () => {
    for (const kop of ['content-type', 'Content-Type']) {
      const koppen = { [kop]: structured['content-type'] };
      expect(bericht(uit(koppen, JSON.stringify(event)), nu)).toEqual(melding);
    }
  });

  it('reads a CloudEvent in binary mode, with headers that are not its own', () => {
    const koppen = { ...binary, traceparent: '00-a-b-01', ce_sequence: '1' };
    expect(bericht(uit(koppen, JSON.stringify(data)), nu)).toEqual(melding);
  });

  it.each([undefined, 'application/json; charset=utf-8', 'Application/JSON'])(
    'reads binary data of the type %p as JSON',
    (type) => {
      const koppen = { ...metCe(attributen), ...(type && { 'content-type': type }) };
      expect(bericht(uit(koppen, JSON.stringify(data)), nu)).toEqual(melding);
    },
  );

  it('tells where a message comes from as far as that can be read', () => {
    const herkomst = { bron: attributen.source, id: attributen.id };
    expect(herkomstIn(uit(binary, 'geen JSON'))).toEqual(herkomst);
    expect(herkomstIn(uit(structured, JSON.stringify({ ...event, data: 7 })))).toEqual(herkomst);
    expect(herkomstIn(uit(structured, '{'))).toEqual({});
    expect(herkomstIn(uit(structured, JSON.stringify({ id: 7, source: 'x'.repeat(201) })))).toEqual(
      {},
    );
  });
});

describe('what is refused at the door of a message on a bus', () => {
  const heel = JSON.stringify(event);

  it.each([
    [
      'no CloudEvent at all',
      {},
      heel,
      '',
      /geen CloudEvent; stuur content-type application\/cloudevents\+json, of/,
    ],
    ['plain JSON', { 'content-type': 'application/json' }, heel, '', /geen CloudEvent/],
    [
      'a batch',
      { 'content-type': 'application/cloudevents-batch+json' },
      `[${heel}]`,
      '',
      /wordt hier niet gelezen/,
    ],
    [
      'Avro',
      { 'content-type': 'application/cloudevents+avro' },
      heel,
      '',
      /wordt hier niet gelezen/,
    ],
    ['nothing', structured, '', '', /het bericht is leeg/],
    ['broken JSON', structured, heel.slice(0, -1), '', /geen JSON: /],
    ['what is no UTF-8', structured, Uint8Array.from([0x22, 0xff, 0x22]), '', /geen UTF-8/],
    ['a list', structured, `[${heel}]`, '', /moet een object met velden zijn/],
    ['a text', structured, '"x"', '', /moet een object met velden zijn/],
    [
      'more than 64 KB, unread',
      structured,
      ' '.repeat(65_537),
      '',
      /is te groot: 65 KB, hoogstens 64 KB/,
    ],
    ['binary data that are no JSON', binary, 'geen', '/data', /geen JSON: /],
    ['binary data that are no UTF-8', binary, Uint8Array.from([0xff]), '/data', /geen UTF-8/],
    ['binary data that are not there', binary, '', '/data', /ontbreekt/],
    [
      'binary data of another type',
      { ...binary, 'content-type': 'text/xml' },
      JSON.stringify(data),
      '/datacontenttype',
      /kies uit/,
    ],
    [
      'another charset',
      { ...binary, 'content-type': 'application/json;charset=latin1' },
      JSON.stringify(data),
      '/datacontenttype',
      /kies uit/,
    ],
    [
      'data in a header',
      { ...binary, ce_data: '{}' },
      JSON.stringify(data),
      '/data',
      /hoort niet in een kop/,
    ],
    [
      'a header that is no UTF-8',
      { ...binary, ce_source: Uint8Array.from([0xff]) },
      JSON.stringify(data),
      '/source',
      /geen UTF-8/,
    ],
    [
      'another version',
      { ...binary, ce_specversion: '0.3' },
      JSON.stringify(data),
      '/specversion',
      /kies uit: 1.0/,
    ],
    [
      'another type',
      { ...binary, ce_type: 'nl.wijkspoor.iets.v1' },
      JSON.stringify(data),
      '/type',
      /kies uit/,
    ],
    [
      'the future',
      { ...binary, ce_time: '2026-11-20T12:05:01Z' },
      JSON.stringify(data),
      '/time',
      /in de toekomst/,
    ],
    [
      'the prototype as a name',
      { ...binary, ce___proto__: 'x' },
      JSON.stringify(data),
      '/__proto__',
      /onbekend veld/,
    ],
  ])('%s', (...geval) => {
    const [, koppen, body, pointer, message] = geval as Geval;
    expect(refused(koppen, body)).toEqual({ [pointer]: expect.stringMatching(message) });
  });

  it('a header that stands there twice', () => {
    const koppen = [...uit(binary, '').headers, ['ce_id', Buffer.from('een ander')] as const];
    expect(
      faultsOf(() => bericht({ headers: koppen, body: bytes(JSON.stringify(data)) }, nu)),
    ).toEqual({
      '/id': 'de kop ce_id staat er meer dan één keer',
    });
  });

  it('everything at once: outside, in the envelope and in the data', () => {
    expect(Object.keys(refused({ ...binary, ce_id: '', ce_time: 'gisteren' }, '{'))).toEqual(
      expect.arrayContaining(['/id', '/time', '/data']),
    );
    const wrong = { ...event, source: undefined, data: { ...data, wijken: ['x'] } };
    const faults = refused(structured, JSON.stringify(wrong));
    expect(Object.keys(faults).sort()).toEqual(['/data/wijken/0', '/source']);
  });
});
