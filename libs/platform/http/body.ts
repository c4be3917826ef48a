import { isUtf8 } from 'node:buffer';
import type { Fault } from '@wijkspoor/kernel';
import { BadInput } from '@wijkspoor/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** The largest body of one message, and of a batch of them. */
export const bodyLimit = 64 * 1024;
const batchLimit = 8 * 1024 * 1024;

export const mediaTypes = {
  json: 'application/json',
  cloudEvent: 'application/cloudevents+json',
  cloudEvents: 'application/cloudevents-batch+json',
} as const;

/** The one route that reads CloudEvents, and nothing else. */
const cloudEventsRoute = '/v1/aanmeldingen';

/** Reads bodies as JSON in UTF-8, each media type up to its limit and on its own routes only. */
export function readBodies(instance: FastifyInstance): void {
  instance.removeAllContentTypeParsers();
  for (const type of Object.values(mediaTypes)) {
    const limit = type === mediaTypes.cloudEvents ? batchLimit : bodyLimit;
    instance.addContentTypeParser<Buffer>(
      type,
      { parseAs: 'buffer', bodyLimit: limit },
      async (request: FastifyRequest, body: Buffer) => {
        refuseElsewhere(type, request.routeOptions.url ?? '');
        return jsonOf(body);
      },
    );
  }
}

function refuseElsewhere(type: string, route: string): void {
  const isCloudEvent = type !== mediaTypes.json;
  if (isCloudEvent === (route === cloudEventsRoute)) return;
  const { json, cloudEvent, cloudEvents } = mediaTypes;
  const wanted = isCloudEvent ? json : `${cloudEvent} of ${cloudEvents}`;
  throw wrong(`stuur dit als ${wanted}, niet als ${type}`);
}

function jsonOf(body: Buffer): unknown {
  if (!isUtf8(body)) throw wrong('de tekst is geen UTF-8');
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch (error) {
    throw wrong(`de tekst is geen JSON: ${(error as SyntaxError).message}`);
  }
}

/** A body that was packed is not unpacked: it would go round the limit. */
export function refusePackedBody({ headers }: Pick<FastifyRequest, 'headers'>): void {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() === 'identity') return;
  throw wrong(`Content-Encoding '${encoding}' wordt niet gelezen; stuur de inhoud onverpakt`);
}

/** Every POST says something. Without a body there is no media type to refuse either. */
export function refuseNoBody({ method, body }: Pick<FastifyRequest, 'method' | 'body'>): void {
  if (method === 'POST' && body === undefined) throw wrong('de inhoud ontbreekt');
}

function wrong(message: string): BadInput {
  const fault: Fault = { pointer: '', message };
  return new BadInput([fault]);
}
