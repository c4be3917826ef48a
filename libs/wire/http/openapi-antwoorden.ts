import { verwijzing } from './bodies.ts';
import type { Endpoint } from './endpoint.ts';

const kopregel = (description: string, schema: object) => ({ description, schema });

/** The headers that answers carry, by name. */
export const kopregels = {
  'API-Version': kopregel('De versie van de API.', { type: 'string', examples: ['1.0.0'] }),
  'X-Correlation-Id': kopregel('Het nummer van dit verzoek, van u of van ons.', {
    type: 'string',
    format: 'uuid',
  }),
  Location: kopregel('Waar de zaak te vinden is.', { type: 'string', format: 'uri-reference' }),
  'Retry-After': kopregel('Na hoeveel seconden het weer kan.', { type: 'integer', minimum: 0 }),
  Allow: kopregel('Wat hier wel kan.', { type: 'string', examples: ['GET'] }),
} as const;

type Kopregel = keyof typeof kopregels;

const altijd: readonly Kopregel[] = ['API-Version', 'X-Correlation-Id'];

const koppen = (...namen: readonly Kopregel[]) =>
  Object.fromEntries(namen.map((naam) => [naam, { $ref: `#/components/headers/${naam}` }]));

const gelukt = { 200: 'Het antwoord.', 202: 'Aangenomen en veilig opgeslagen.' } as const;

const problemen = {
  400: 'De invoer klopt niet; elke fout staat erbij. Er is niets opgeslagen.',
  404: 'Dit is er niet.',
  405: 'Dit kan niet op dit adres.',
  409: 'De regels laten dit niet toe. Er is niets opgeslagen.',
  500: 'Er ging iets mis in Wijkspoor.',
  503: 'Wijkspoor kan nu niet bij zijn gegevens. Er is niets bevestigd.',
} as const;

type Probleemstatus = keyof typeof problemen;

/** Who only asks had nothing to store. */
const bijEenVraag: Partial<Record<Probleemstatus, string>> = {
  400: 'De vraag klopt niet; elke fout staat erbij.',
  503: 'Wijkspoor kan nu niet bij zijn gegevens.',
};

/** Every answer of an endpoint: those it is for, and every problem it can end in. */
export function antwoordenVan(endpoint: Endpoint): object {
  const statussen = [...(endpoint.problemen ?? [400]), 405, 500, 503] as Probleemstatus[];
  return {
    ...Object.fromEntries(
      ([200, 202] as const)
        .filter((status) => endpoint.antwoorden[status])
        .map((status) => [status, geluktAntwoord(endpoint, status)]),
    ),
    ...Object.fromEntries(statussen.map((status) => [status, probleemAntwoord(endpoint, status)])),
  };
}

function geluktAntwoord({ antwoorden, body, vormen = [] }: Endpoint, status: 200 | 202): object {
  const namen = [antwoorden[status] ?? []].flat();
  const schemas = namen.map((naam) => verwijzing(naam));
  const metPlek = status === 202 && (body === 'Zaak' || body === 'Aanmelding');
  const waar: Kopregel[] = metPlek ? ['Location'] : [];
  return {
    description: gelukt[status],
    headers: koppen(...altijd, ...waar),
    content: {
      'application/json': { schema: schemas.length === 1 ? schemas[0] : { anyOf: schemas } },
      ...Object.fromEntries<object>(vormen.map((vorm) => alsTekst[vorm])),
    },
  };
}

const alsTekst = {
  csv: [
    'text/csv',
    { schema: { type: 'string', description: 'De hele lijst, één zaak per regel.' } },
  ],
  html: [
    'text/html',
    { schema: { type: 'string', description: 'De hele lijst, om te lezen en te drukken.' } },
  ],
} as const;

function probleemAntwoord({ method, path }: Endpoint, status: Probleemstatus): object {
  const erbij: Kopregel[] = status === 503 ? ['Retry-After'] : status === 405 ? ['Allow'] : [];
  const gezondheid = path === '/health/ready' && status === 503;
  return {
    description: (method === 'get' ? bijEenVraag[status] : undefined) ?? problemen[status],
    headers: koppen(...altijd, ...erbij),
    content: {
      'application/problem+json': { schema: verwijzing('Probleem') },
      ...(gezondheid && { 'application/json': { schema: verwijzing('Gereed') } }),
    },
  };
}
