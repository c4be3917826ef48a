import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context, Span, Spans } from './spans.ts';

type Traced = Readonly<{ span: Span; context: Context }>;

/** For whoever keeps the process running; a trace of each would drown the others. */
const ofOperators = /^\/(health|metrics)(\/|\?|$)/;

/**
 * A span for each request, within the trace that its sender began where there is one (W3C Trace
 * Context). Named after the route: an address may say who it is about.
 */
export function traceRequests(instance: FastifyInstance, spans: Spans): void {
  const under = new WeakMap<FastifyRequest, Traced>();
  instance.addHook('onRequest', (request, _reply, done) => {
    if (!ofOperators.test(request.url)) under.set(request, begun(request, spans));
    done();
  });
  // Reading a body goes by way of the socket, which knows nothing of contexts: they begin after it.
  instance.addHook('preValidation', (request, _reply, done) => {
    const traced = under.get(request);
    if (traced) spans.otel.context.with(traced.context, done);
    else done();
  });
  instance.addHook('onResponse', (request, reply, done) => {
    const traced = under.get(request);
    if (traced) end(traced.span, reply, spans);
    done();
  });
}

function begun({ headers, method, routeOptions, id }: FastifyRequest, spans: Spans): Traced {
  const { traceparent } = headers;
  const from = spans.remote(typeof traceparent === 'string' ? traceparent : undefined);
  const parent = from ?? spans.root;
  const route = routeOptions.url ?? 'none';
  const attributes = {
    'http.request.method': method,
    'http.route': route,
    'wijkspoor.correlation_id': id,
  };
  const options = { kind: spans.otel.SpanKind.SERVER, attributes };
  const span = spans.start(`${method} ${route}`, options, parent);
  return { span, context: spans.within(parent, span) };
}

function end(span: Span, { statusCode }: FastifyReply, { otel }: Spans): void {
  span.setAttribute('http.response.status_code', statusCode);
  if (statusCode >= 500) span.setStatus({ code: otel.SpanStatusCode.ERROR });
  span.end();
}
