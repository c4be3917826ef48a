import type { Gemeente } from '@wijkspoor/domain';
import type { TSchema } from 'typebox';
import { codesVan } from '../deuren/velden.ts';
import { vraagSchemas } from '../deuren/vragen.ts';
import { antwoordSchemas } from './antwoorden.ts';
import { bodySchemas, verwijzing } from './bodies.ts';
import type { Endpoint, Tag } from './endpoint.ts';
import { endpoints } from './endpoints.ts';
import { antwoordenVan, kopregels } from './openapi-antwoorden.ts';
import { API_VERSION } from './probleem.ts';

const tags: Readonly<Record<Tag, string>> = {
  intake: 'Wat er binnenkomt: vragen, adviezen, toezeggingen, moties en werkbezoeken.',
  routing: 'Wie een zaak heeft, en wat die ermee doet.',
  'deadline-monitor': 'De termijn van een zaak, en de berichten onderweg.',
  reporting: 'Wat er te zien is: zaken, overzichten en wat te laat is.',
  algemeen: 'Over de dienst zelf.',
};

const inleiding = [
  'Iedere vraag uit de wijk krijgt een behandelaar, een datum en een antwoord.',
  'Een 202 betekent: veilig opgeslagen. De overzichten volgen enkele tellen later.',
  'Hetzelfde bericht nog eens sturen is veilig: er komt geen tweede zaak.',
].join(' ');

/** The description of the API for a municipality (OpenAPI 3.1), made of the doors' schemas. */
export function openApi(gemeente: Gemeente, version: string): object {
  return zonderEigenWoorden({
    openapi: '3.1.1',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: `Wijkspoor ${gemeente.naam}`,
      version: API_VERSION,
      summary: 'Vragen en adviezen uit de wijk, met termijn en overzicht.',
      description: `${inleiding} Programma: versie ${version}.`,
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      contact: { name: `Functioneel beheer Wijkspoor, gemeente ${gemeente.naam}` },
    },
    servers: [{ url: '/', description: 'Deze server.' }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths: padenVan(gemeente),
    components: {
      schemas: { ...bodySchemas(gemeente), ...antwoordSchemas },
      headers: kopregels,
    },
  }) as object;
}

type Vragen = ReturnType<typeof vraagSchemas>;

function padenVan(gemeente: Gemeente): object {
  const vragen = vraagSchemas(codesVan(gemeente));
  const paden = [...new Set(endpoints.map(({ path }) => path))];
  return Object.fromEntries(
    paden.map((pad) => {
      const hier = endpoints.filter(({ path }) => path === pad);
      const perMethode = hier.map((endpoint) => [endpoint.method, operatie(endpoint, vragen)]);
      return [pad, Object.fromEntries(perMethode)] as const;
    }),
  );
}

function operatie(endpoint: Endpoint, vragen: Vragen): object {
  const { method, path, tag, samenvatting, body } = endpoint;
  return {
    operationId: operatieId(method, path),
    summary: samenvatting,
    tags: [tag],
    parameters: [correlatie, ...padParameters(endpoint), ...vraagParameters(endpoint, vragen)],
    ...(body && { requestBody: { required: true, content: inhoudVan(body) } }),
    responses: antwoordenVan(endpoint),
  };
}

function operatieId(method: string, path: string): string {
  const delen = path.replace('/v1', '').split(/[^A-Za-z]+/);
  const namen = delen.filter(Boolean).map((deel) => deel.charAt(0).toUpperCase() + deel.slice(1));
  return [method, ...namen].join('');
}

const correlatie = {
  name: 'X-Correlation-Id',
  in: 'header',
  required: false,
  description: 'Een UUID die u zelf kiest. Hij staat bij alles wat uit dit verzoek volgt.',
  schema: { type: 'string', format: 'uuid' },
};

const params = {
  zaakId: { description: 'De zaak.', example: 'zaak-4c2f6f0e-7a51-5b0e-9d7c-2f1f4f6f8a10' },
  wijk: { description: 'Code van de wijk.', example: 'molenbuurt' },
};

function padParameters({ params: namen = [] }: Endpoint): object[] {
  return namen.map((name) => ({
    name,
    in: 'path',
    required: true,
    ...params[name],
    schema: { type: 'string' },
  }));
}

type Vorm = { properties?: Record<string, TSchema>; required?: readonly string[] };

function vraagParameters({ query }: Endpoint, vragen: Vragen): object[] {
  const { properties = {}, required = [] } = query ? (vragen[query] as Vorm) : {};
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name) && !('default' in schema),
    description: (schema as { description?: string }).description,
    schema,
  }));
}

function inhoudVan(body: NonNullable<Endpoint['body']>): object {
  if (body !== 'Aanmelding') return { 'application/json': { schema: verwijzing(body) } };
  return {
    'application/cloudevents+json': { schema: verwijzing(body) },
    'application/cloudevents-batch+json': {
      schema: { type: 'array', items: verwijzing(body), maxItems: 500 },
    },
  };
}

/** A copy without the words that only our own checks know; the descriptions tell the same. */
function zonderEigenWoorden(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(zonderEigenWoorden);
  if (typeof value !== 'object' || value === null) return value;
  const eigen = new Set(['x-lijst', 'x-vorm', 'nietNaVandaag']);
  const velden = Object.entries(value).filter(([naam]) => !eigen.has(naam));
  return Object.fromEntries(velden.map(([naam, veld]) => [naam, zonderEigenWoorden(veld)]));
}
