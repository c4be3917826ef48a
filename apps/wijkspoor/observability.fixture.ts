import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Environment, Running } from '@wijkspoor/platform';
import { openLog, readConfig, start } from '@wijkspoor/platform';
import { DeadlineMonitorModule } from '@wijkspoor/services/deadline-monitor';
import { IntakeModule } from '@wijkspoor/services/intake';
import { ReportingModule } from '@wijkspoor/services/reporting';
import { RoutingModule } from '@wijkspoor/services/routing';

const services = [IntakeModule, RoutingModule, DeadlineMonitorModule, ReportingModule];

/** A whole city in this process, on a database. */
export async function startCity(databaseUrl: string, given: Environment = {}): Promise<Running> {
  const addresses = { EVENT_LOG_URL: databaseUrl, READ_DB_URL: databaseUrl };
  const config = readConfig({ ...addresses, PORT: '0', LOG_LEVEL: 'silent', ...given }, {});
  return start(services, { config, logger: openLog(config, 'stderr') });
}

/** The value of each series in a text of Prometheus, by its name and labels as written there. */
export function seriesIn(text: string): ReadonlyMap<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(' ');
      return [line.slice(0, at), Number(line.slice(at + 1))] as const;
    }),
  );
}

/** A span as a collector gets it. */
export type Span = Readonly<{
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  service: string;
  links: readonly Readonly<{ traceId: string; spanId: string }>[];
  attributes: Readonly<Record<string, unknown>>;
}>;

type Otlp = Readonly<{
  resourceSpans: {
    resource: { attributes: { key: string; value: { stringValue?: string } }[] };
    scopeSpans: { spans: OtlpSpan[] }[];
  }[];
}>;
type OtlpSpan = Omit<Span, 'attributes' | 'service' | 'links'> & {
  links?: Span['links'];
  attributes: { key: string; value: Record<string, unknown> }[];
};

export type Collector = Readonly<{ url: string; spans: readonly Span[]; text(): string }> &
  AsyncDisposable;

/** An OpenTelemetry collector, as far as a sender can tell: it takes spans over HTTP. */
export async function collector(): Promise<Collector> {
  const spans: Span[] = [];
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      bodies.push(body);
      spans.push(...spansIn(JSON.parse(body) as Otlp));
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    spans,
    text: () => bodies.join('\n'),
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function spansIn({ resourceSpans }: Otlp): Span[] {
  return resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const named = resource.attributes.find(({ key }) => key === 'service.name');
    const service = named?.value.stringValue ?? '';
    return scopeSpans.flatMap((scope) => scope.spans.map((span) => spanOf(span, service)));
  });
}

function spanOf({ attributes, links = [], ...span }: OtlpSpan, service: string): Span {
  const values = attributes.map(({ key, value }) => [key, Object.values(value)[0]] as const);
  return { ...span, links, service, attributes: Object.fromEntries(values) };
}

/** The spans from the root of a trace down to one of them. */
export function pathTo(span: Span, spans: readonly Span[]): readonly Span[] {
  const parent = spans.find(({ spanId }) => spanId === span.parentSpanId);
  return [...(parent ? pathTo(parent, spans) : []), span];
}
