import { describe, expect, it } from '@jest/globals';
import { Routes } from './routes.ts';

describe('the routes of a process', () => {
  const routes = new Routes();
  routes.add('/v1/zaken', 'POST');
  routes.add('/v1/zaken', ['GET', 'HEAD']);
  routes.add('/v1/zaken/:zaakId', 'GET');
  routes.add('/v1/zaken/:zaakId/antwoorden', 'POST');
  routes.add('/v1/openapi.json', 'GET');

  it.each([
    ['/v1/zaken', ['GET', 'HEAD', 'POST']],
    ['/v1/zaken?wijk=pernis', ['GET', 'HEAD', 'POST']],
    ['/v1/zaken/zaak-7', ['GET']],
    ['/v1/zaken/zaak-7/antwoorden', ['POST']],
    ['/v1/zaken/', []],
    ['/v1/zaken/zaak-7/antwoorden/nog-iets', []],
    ['/v1/openapi_json', []],
  ])('say what an address takes: %s', (url, methods) => {
    expect(routes.methodsAt(url)).toEqual(methods);
  });
});
