import { describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '@wijkspoor/ports';
import { eventOf, messageOf, NoEvent } from './cloud-event.ts';

const source = 'urn:nld:oin:00000001234567890000:systeem:wijkspoor';

const stored: StoredEvent = {
  id: '01980000-0000-4000-8000-000000000007',
  type: 'AdviesOntvangen',
  body: ' {"tekst":"De stoep ligt los 👩🏽‍🌾"} \n',
  meta: '{"v":2,"actor":"kanaal:web","reason":"mevrouw vroeg erom"}',
  stream: 'zaak-1b4e28ba-2fa1-41d2-883f-0016d3cca427',
  revision: 3,
  position: 2 ** 40,
  recordedAt: '2026-11-20T09:00:00.123Z',
};

type Sent = Readonly<{ key: string; value: string; headers: Record<string, string> }>;

/** As a consumer gets it: bytes. */
function received({ key, value, headers }: Sent) {
  const bytes = Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)] as const);
  return { key: Buffer.from(key), value: Buffer.from(value), headers: Object.fromEntries(bytes) };
}

const sent = () => messageOf(stored, source) as Sent;
const without = (name: string) => {
  const headers = Object.entries(sent().headers).filter(([header]) => header !== name);
  return received({ ...sent(), headers: Object.fromEntries(headers) });
};
const having = (name: string, value: string) =>
  received({ ...sent(), headers: { ...sent().headers, [name]: value } });

function reasons(message: ReturnType<typeof received>): readonly string[] {
  try {
    eventOf(message);
    return [];
  } catch (error) {
    if (error instanceof NoEvent) return error.reasons;
    throw error;
  }
}

describe('an event on Kafka', () => {
  it('is a CloudEvent of the NL GOV profile, in binary mode', () => {
    expect(sent()).toEqual({
      key: stored.stream,
      value: stored.body,
      headers: {
        ce_specversion: '1.0',
        ce_id: stored.id,
        ce_source: source,
        ce_type: 'nl.wijkspoor.advies-ontvangen.v2',
        ce_time: stored.recordedAt,
        ce_subject: stored.stream,
        ce_sequence: '3',
        'content-type': 'application/json',
        position: '1099511627776',
        meta: stored.meta,
      },
    });
  });

  it('comes back as the log holds it', () => {
    expect(eventOf(received(sent()))).toEqual(stored);
  });

  it.each(['ProefGenomen', 'A', 'AB', 'ABProef2Af', 'Zaak2'])('keeps its type: %s', (type) => {
    const message = messageOf({ ...stored, type }, source) as Sent;
    expect(eventOf(received(message)).type).toBe(type);
  });

  it('says in which trace it was put there, where traces are kept', () => {
    const trace = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const traced = messageOf({ ...stored, trace }, source) as Sent;
    expect(traced.headers['ce_traceparent']).toBe(trace);
    expect(eventOf(received(traced))).toEqual({ ...stored, trace });
    expect(eventOf(having('ce_traceparent', 'zomaar iets'))).toEqual(stored);
  });

  it('has no type that could not come back as it was', () => {
    for (const type of ['adviesOntvangen', 'Advies-Ontvangen', 'Advies Ontvangen', '']) {
      expect(() => messageOf({ ...stored, type }, source)).toThrow(TypeError);
    }
  });

  it('is of version 1 where the log does not say which', () => {
    const { headers } = messageOf({ ...stored, meta: '{"actor":"proef"}' }, source) as Sent;
    expect(headers['ce_type']).toBe('nl.wijkspoor.advies-ontvangen.v1');
  });
});

describe('an event in structured mode', () => {
  const document = {
    ...{ specversion: '1.0', id: stored.id, source, type: 'nl.wijkspoor.advies-ontvangen.v2' },
    ...{ time: stored.recordedAt, subject: stored.stream, sequence: '3' },
  };
  const structured = (event: object) => {
    const { position, meta } = sent().headers as { position: string; meta: string };
    const type = 'application/cloudevents+json; charset=utf-8';
    const headers = { 'content-type': type, position, meta };
    return received({ ...sent(), value: JSON.stringify(event), headers });
  };

  it('is understood', () => {
    const data = { tekst: 'De stoep ligt los 👩🏽‍🌾' };
    expect(eventOf(structured({ ...document, data }))).toEqual({
      ...stored,
      body: JSON.stringify(data),
    });
  });

  it('can hold its body byte for byte', () => {
    const encoded = Buffer.from(stored.body).toString('base64');
    expect(eventOf(structured({ ...document, data_base64: encoded }))).toEqual(stored);
  });

  it('is refused with every reason when it is none', () => {
    const message = structured(document);
    expect(reasons(message)).toEqual(['body is missing']);
    expect(reasons({ ...message, value: Buffer.from('{') })).toHaveLength(7);
  });
});

describe('a message that is no event', () => {
  it.each([
    ['ce_id', 'id is missing'],
    ['ce_type', 'type is missing'],
    ['position', 'position is missing'],
    ['meta', 'meta is missing'],
  ])('misses its %s', (header, reason) => {
    expect(reasons(without(header))).toEqual([reason]);
  });

  it.each([
    ['ce_specversion', '0.3', 'specversion must be 1.0'],
    ['ce_type', 'org.example.iets', 'type must be a type of Wijkspoor with its version'],
    ['ce_time', 'gisteren', 'time must be an instant in UTC'],
    ['ce_sequence', '-1', 'sequence must be the revision in the stream'],
    ['position', '0', 'position must be a position in the log'],
    ['meta', '"x"', 'meta must be a JSON object'],
  ])('has a wrong %s: %s', (header, value, reason) => {
    expect(reasons(having(header, value))).toEqual([reason]);
  });

  it('says every reason at once', () => {
    const message = { ...received(sent()), headers: {}, key: Buffer.from('iets') };
    expect(reasons(message)).toHaveLength(8);
  });

  it('stands under the key of another stream', () => {
    expect(reasons({ ...received(sent()), key: Buffer.from('zaak-2') })).toEqual([
      'the key of the message must be its subject',
    ]);
  });

  it('is empty, or no text', () => {
    const message = received(sent());
    expect(reasons({ ...message, value: Buffer.alloc(0) })).toEqual(['the message is empty']);
    expect(reasons({ ...message, value: Buffer.from([0x22, 0xff, 0x22]) })).toEqual([
      'the message is no UTF-8 text',
    ]);
  });
});
