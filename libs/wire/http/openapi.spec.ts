import { describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { gemeenteUit } from '../gemeente.fixture.ts';
import { endpoints } from './endpoints.ts';
import { openApi } from './openapi.ts';

type Json = Record<string, unknown>;
type Answer = { description: string; headers: Json; content: Record<string, { schema: Json }> };
type Operation = {
  operationId: string;
  summary: string;
  tags: string[];
  parameters: { name: string; in: string; description?: string; schema: Json }[];
  requestBody?: { content: Record<string, { schema: Json }> };
  responses: Record<string, Answer>;
};
type Document = {
  openapi: string;
  info: Json;
  servers: Json[];
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Json>; headers: Json };
};

const gemeente = gemeenteUit('voorbeeldstad');
const document = JSON.parse(JSON.stringify(openApi(gemeente, '0.1.0'))) as Document;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

/** Every value in a tree with its place. */
function* walk(value: unknown, place = ''): Generator<[string, Json]> {
  if (typeof value !== 'object' || value === null) return;
  yield [place, value as Json];
  for (const [key, child] of Object.entries(value)) yield* walk(child, `${place}/${key}`);
}

describe('the API document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(
      JSON.parse(JSON.stringify(document)) as Json,
    );
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
    expect(validator.version).toBe('3.1');
  });

  it('names the municipality, the licence and whom to ask', () => {
    expect(document.info).toMatchObject({
      title: 'Wijkspoor Voorbeeldstad',
      version: '1.0.0',
      license: { identifier: 'EUPL-1.2' },
      contact: { name: expect.any(String) },
    });
  });

  it('has every endpoint once, each under a name of its own', () => {
    expect(operations.map(({ path, method }) => `${method} ${path}`).sort()).toEqual(
      endpoints.map(({ path, method }) => `${method} ${path}`).sort(),
    );
    const names = operations.map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(endpoints.length);
  });

  it.each(operations)('$method $path says all that it can answer', ({ operation, path }) => {
    const known = document.tags.map(({ name }) => name);
    expect(known).toEqual(expect.arrayContaining(operation.tags));
    const { responses } = operation;
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(['400', '405', '500', '503']));
    expect('404' in responses).toBe(path.includes('{'));
    for (const [status, { headers, content, description }] of Object.entries(responses)) {
      expect(description).not.toBe('');
      expect(Object.keys(headers)).toEqual(
        expect.arrayContaining(['API-Version', 'X-Correlation-Id']),
      );
      const type = Number(status) < 400 ? 'application/json' : 'application/problem+json';
      expect(Object.keys(content)).toContain(type);
    }
    expect(Object.keys(responses['503']?.headers ?? {})).toContain('Retry-After');
  });

  it.each(operations)('$method $path says all that it asks', ({ operation, path }) => {
    const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
    expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
    for (const { description } of operation.parameters) expect(description).toMatch(/\S/);
  });

  it('tells where a case stands after it was taken in', () => {
    for (const path of ['/v1/zaken', '/v1/aanmeldingen']) {
      expect(document.paths[path]?.['post']?.responses['202']?.headers).toHaveProperty('Location');
    }
  });

  it('reads one CloudEvent, or a batch of five hundred at most', () => {
    const content = document.paths['/v1/aanmeldingen']?.['post']?.requestBody?.content;
    expect(Object.keys(content ?? {})).toEqual([
      'application/cloudevents+json',
      'application/cloudevents-batch+json',
    ]);
    expect(content?.['application/cloudevents-batch+json']?.schema).toMatchObject({
      maxItems: 500,
    });
  });

  it('refers only to what is there, and has nothing that nobody refers to', () => {
    const wanted = [...walk(document)].flatMap(([, { $ref }]) =>
      typeof $ref === 'string' ? [$ref] : [],
    );
    const there = Object.entries(document.components).flatMap(([kind, parts]) =>
      Object.keys(parts).map((name) => `#/components/${kind}/${name}`),
    );
    expect([...new Set(wanted)].sort()).toEqual(there.sort());
  });

  it('describes every field in Dutch words of its own', () => {
    const fields = [...walk(document.components.schemas)]
      .filter(([, { properties }]) => typeof properties === 'object')
      .flatMap(([place, { properties }]) =>
        Object.entries(properties as Record<string, Json>).map(([name, schema]) => ({
          place: `${place}/${name}`,
          said: hasWords(schema),
        })),
      );
    expect(fields.filter(({ said }) => !said)).toEqual([]);
    expect(fields.length).toBeGreaterThan(200);
  });

  it('has no words that only our own checks know', () => {
    const text = JSON.stringify(document);
    expect(text).not.toMatch(/x-lijst|x-vorm|nietNaVandaag/);
    expect(text).toContain('Niet na vandaag.');
  });

  it('has the codes of its own municipality, and nothing of another', () => {
    expect(JSON.stringify(document.components.schemas['Wijkhubvraag'])).toContain('"molenbuurt"');
    expect(JSON.stringify(document)).not.toMatch(/rotterdam|tarwewijk|charlois/i);
    const rotterdam = JSON.stringify(openApi(gemeenteUit('rotterdam'), '0.1.0'));
    expect(rotterdam).toContain('"afrikaanderwijk"');
  });
});

function hasWords(schema: Json): boolean {
  if ('$ref' in schema || typeof schema['description'] === 'string') return true;
  const branches = (schema['anyOf'] ?? []) as Json[];
  return branches.some((branch) => typeof branch['description'] === 'string');
}
