import { describe, expect, it } from '@jest/globals';
import { zaakIdVan } from '../ids.ts';
import { faultsOf } from '../faults.fixture.ts';
import { gemeenteUit } from '../gemeente.fixture.ts';
import { deuren } from './deuren.ts';

const { cloudEvent, zaak } = deuren(gemeenteUit('rotterdam'));
const nu = '2026-11-20T12:00:00.000Z';

const data = {
  soort: 'ongevraagd-advies',
  kanaal: 'wijkraad',
  wijken: ['hillesluis'],
  onderwerp: 'Een zebrapad',
  tekst: 'De wijkraad adviseert een zebrapad bij de school.',
  ontvangenOp: '2026-03-02',
};

const bericht = {
  specversion: '1.0',
  id: 'advies-12',
  source: 'urn:nld:oin:00000001001234567000:systeem:wijkraden',
  type: 'nl.wijkspoor.zaak-aangemeld.v1',
  time: '2026-03-02T09:30:00+01:00',
  datacontenttype: 'application/json',
  data,
};

const bezoek = {
  ...bericht,
  type: 'nl.wijkspoor.werkbezoek-aangemeld.v1',
  data: { wijken: ['hillesluis'], bezoekOp: '2026-03-02', wethouder: 'wijken' },
};

const refused = (change: object) => faultsOf(() => cloudEvent({ ...bericht, ...change }, nu));

describe('the door of a CloudEvent', () => {
  const aanmelding = { bron: bericht.source, id: bericht.id };

  it('lets a case in; its source and id are the aanmelding', () => {
    const melding = cloudEvent(bericht, nu);
    expect(melding).toMatchObject({ soort: 'zaak', door: 'kanaal:wijkraad' });
    expect(melding).toMatchObject({
      registratie: {
        type: 'AdviesOntvangen',
        data: { aanmelding, zaakId: zaakIdVan(aanmelding) },
      },
    });
  });

  it('means the same case as the same message by POST /v1/zaken', () => {
    expect(cloudEvent(bericht, nu)).toEqual(zaak({ ...data, aanmelding }, '2026-11-20'));
  });

  it('lets a visit in', () => {
    expect(cloudEvent(bezoek, nu)).toMatchObject({
      soort: 'werkbezoek',
      werkbezoek: { aanmelding },
    });
  });

  it('takes in what the sender added under names of its own', () => {
    const extra = { sequence: '1', traceparent: '00-a', dataref: 'x', priority: 3, test: false };
    expect(cloudEvent({ ...bericht, ...extra }, nu)).toEqual(cloudEvent(bericht, nu));
  });

  it('refuses a message from the future, and lets a clock be five minutes ahead', () => {
    expect(refused({ time: '2026-11-20T12:05:01Z' })).toEqual({
      '/time': "'2026-11-20T12:05:01Z' ligt in de toekomst",
    });
    expect(cloudEvent({ ...bericht, time: '2026-11-20T13:05:00+01:00' }, nu)).toBeDefined();
  });

  it('judges what is today by the clock of the municipality, not by UTC', () => {
    const change = { data: { ...data, ontvangenOp: '2026-03-03' } };
    expect(cloudEvent({ ...bericht, ...change }, '2026-03-02T23:30:00.000Z').soort).toBe('zaak');
    expect(
      faultsOf(() => cloudEvent({ ...bericht, ...change }, '2026-03-02T22:30:00.000Z')),
    ).toEqual({
      '/data/ontvangenOp': "'2026-03-03' ligt na vandaag (2026-03-02)",
    });
  });
});

describe('what is refused at the door of a CloudEvent', () => {
  it.each([
    ['another version', { specversion: '0.3' }, '/specversion', /kies uit: 1.0/],
    ['no id', { id: undefined }, '/id', /ontbreekt/],
    ['an empty id', { id: '' }, '/id', /mag niet leeg zijn/],
    ['no source', { source: undefined }, '/source', /ontbreekt/],
    ['a source that is no URI', { source: 'de balie' }, '/source', /geen URI/],
    ['a source with a NUL', { source: 'a\0' }, '/source', /geen URI/],
    ['an unknown type', { type: 'nl.wijkspoor.zaak-aangemeld.v2' }, '/type', /bedoelt u .*\.v1'\?/],
    ['the name of a property for a type', { type: 'constructor' }, '/type', /kies uit/],
    ['no data', { data: undefined }, '/data', /ontbreekt/],
    ['data that is null', { data: null }, '/data', /moet een object met velden zijn/],
    ['data as text', { data: '{}' }, '/data', /moet een object met velden zijn/],
    ['data in base64', { data_base64: 'e30=' }, '/data_base64', /onbekend veld/],
    ['an attribute in capitals', { Subject: 'x' }, '/Subject', /bedoelt u 'subject'\?/],
    ['an attribute with an object', { extra: {} }, '/extra', /onbekend veld/],
    ['XML', { datacontenttype: 'text/xml' }, '/datacontenttype', /kies uit: application\/json/],
    [
      'an endless nest',
      { extra: JSON.parse('['.repeat(9_999) + ']'.repeat(9_999)) as object },
      '',
      /is te diep genest/,
    ],
    ['a moment that is a day', { time: '2026-03-02' }, '/time', /geen tijdstip/],
    ['a moment that does not exist', { time: '2026-02-30T10:00:00Z' }, '/time', /geen tijdstip/],
    [
      'an aanmelding inside as well',
      { data: { ...data, aanmelding: { bron: 'a', id: 'b' } } },
      '/data/aanmelding',
      /onbekend veld/,
    ],
    [
      'more than 64 KB',
      { data: { ...data, tekst: '€'.repeat(22_000) } },
      '',
      /is te groot: 65 KB, hoogstens 64 KB/,
    ],
  ])('%s', (_name, change, pointer, message) => {
    expect(refused(change)).toEqual({ [pointer]: expect.stringMatching(message) });
  });

  it('what is wrong in the envelope and in the data, in one answer', () => {
    const change = { id: 7, data: { ...data, wijken: ['hillesluys'], soort: undefined } };
    expect(Object.keys(refused(change)).sort()).toEqual(['/data/soort', '/data/wijken/0', '/id']);
  });

  it('what is wrong in a visit', () => {
    const wrong = { ...bezoek, data: { ...bezoek.data, bezoekOp: '2026-02-29', vragen: [{}] } };
    expect(Object.keys(faultsOf(() => cloudEvent(wrong, nu))).sort()).toEqual([
      '/data/bezoekOp',
      '/data/vragen/0/id',
      '/data/vragen/0/onderwerp',
      '/data/vragen/0/tekst',
    ]);
  });

  it.each([null, 'x', 7, [[]], undefined])('an event that is %p', (input) => {
    const faults = faultsOf(() => cloudEvent(input, nu));
    expect(faults).toEqual({ '': expect.stringMatching(/moet een object met velden zijn/) });
  });
});
