import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { messageOf, topicsAt } from '@wijkspoor/adapters/kafka';
import type { StoredEvent } from '@wijkspoor/ports';
import { codec, deuren } from '@wijkspoor/wire';
import { laadGemeente } from '@wijkspoor/platform';
import { Ajv } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { asyncApiDocument, asyncApiText, documentFile } from './document.ts';

type Json = Record<string, unknown>;
type Message = Json &
  Readonly<{
    title: string;
    headers: Json;
    payload: { $ref: string };
    examples?: { headers?: Json; payload: Json }[];
  }>;
type Document = Readonly<{
  channels: Record<string, { address: string; messages: Record<string, { $ref: string }> }>;
  operations: Record<string, { action: string; channel: { $ref: string } }>;
  components: { messages: Record<string, Message>; schemas: Record<string, Json> };
}>;

const document = JSON.parse(JSON.stringify(await asyncApiDocument())) as Document;
const { channels, operations, components } = document;
const gemeente = await laadGemeente('infra/gemeenten/voorbeeldstad');
const messages = Object.entries(components.messages);
const examples = messages.flatMap(([name, message]) =>
  (message.examples ?? []).map((example) => ({ name, message, example })),
);

const ajv = new Ajv({ strict: false, allErrors: true, formats: fullFormats });
ajv.addFormat('tekst', true);
ajv.addSchema({ ...document, $id: 'https://wijkspoor.example/asyncapi' });
const accepts = (place: string, value: unknown) => {
  const check = ajv.compile({ $ref: `https://wijkspoor.example/asyncapi${place}` });
  return check(value) ? [] : check.errors;
};

describe('the document of the topics', () => {
  it('is what the schemas say; if not: npm run asyncapi', async () => {
    expect(readFileSync(documentFile, 'utf8')).toBe(await asyncApiText());
  });

  it('is valid AsyncAPI 3.0, by the official schema', () => {
    const file = 'node_modules/@asyncapi/specs/schemas/3.0.0.json';
    // It brings the schema of schemas along; Ajv's own would be a second one.
    const own = { meta: false, validateSchema: false } as const;
    const official = new Ajv({ ...own, strict: false, allErrors: true, formats: fullFormats });
    const check = official.compile(JSON.parse(readFileSync(file, 'utf8')) as object);
    expect({ valid: check(document), errors: check.errors }).toEqual({ valid: true, errors: null });
    expect(check({ ...document, operations: { x: { action: 'shout' } } })).toBe(false);
  });

  it('names the topics that a city makes', () => {
    const addresses = Object.values(channels).map(({ address }) => address);
    expect(addresses).toEqual(topicsAt('kafka://kafka.example'));
  });

  it('refers only to what is there, and has nothing that nobody refers to', () => {
    const text = JSON.stringify(document);
    const wanted = [...text.matchAll(/"#\/components\/(\w+)\/(\w+)"/g)].map(
      ([, kind, name]) => `${kind}/${name}`,
    );
    const there = Object.entries(components).flatMap(([kind, parts]) =>
      Object.keys(parts).map((name) => `${kind}/${name}`),
    );
    expect([...new Set(wanted)].sort()).toEqual(there.sort());
    const used = Object.values(operations).map(({ channel }) => channel.$ref);
    expect(used.sort()).toEqual(
      Object.keys(channels)
        .map((name) => `#/channels/${name}`)
        .sort(),
    );
  });

  it('has no words that only our own checks know, and no codes of another municipality', () => {
    const text = JSON.stringify(document);
    expect(text).not.toMatch(/x-lijst|x-vorm|nietNaVandaag|discriminator|rotterdam|tarwewijk/i);
    expect(text).toContain('"molenbuurt"');
  });

  it.each(examples)('gives an example that fits: $name', ({ name, message, example }) => {
    expect(accepts(message.payload.$ref, example.payload)).toEqual([]);
    const place = `#/components/messages/${name}/headers`;
    if (example.headers) expect(accepts(place, example.headers)).toEqual([]);
  });
});

describe('the examples of the topics', () => {
  const bytes = (value: unknown) => Buffer.from(String(value));
  const { bericht } = deuren(gemeente);

  it.each(examples.filter(({ name }) => name.includes('Aangemeld')))(
    'are let in at the door: $name',
    ({ example }) => {
      const headers = Object.entries(example.headers ?? {}).map(
        ([name, value]) => [name, bytes(value)] as const,
      );
      const body = bytes(JSON.stringify(example.payload));
      expect(bericht({ headers, body }, '2026-03-02T10:00:00.000Z').soort).toMatch(/zaak|bezoek/);
    },
  );

  it.each(examples.filter(({ message }) => message.payload.$ref.includes('/Gebeurtenis')))(
    'stand on Kafka with the headers that are told: $name',
    ({ name, example }) => {
      const meta = { actor: 'hub', correlationId: 'a', causationId: 'b' };
      const event = { type: name, data: example.payload } as Parameters<typeof codec.encode>[1];
      const encoded = codec.encode('0f5ad7ce-6dd0-4c3f-9a63-0a3f6a6a7e11', event, meta);
      const place = { stream: 'zaak-1', revision: 0, position: 1 } as const;
      const at = { recordedAt: '2026-03-02T10:00:00.000Z' } as const;
      const stored: StoredEvent = { ...encoded, ...place, ...at };
      const { headers } = messageOf(stored, 'urn:x');
      expect(accepts(`#/components/messages/${name}/headers`, headers)).toEqual([]);
    },
  );
});
