import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { deuren } from './deuren/deuren.ts';
import { faultsOf } from './faults.fixture.ts';
import { gemeenteUit } from './gemeente.fixture.ts';

const page = readFileSync(resolve(import.meta.dirname, '../../docs/reference/problems.md'), 'utf8');

describe('the example on the page of problems', () => {
  const blocks = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, json]): unknown =>
    JSON.parse(json ?? ''),
  );
  const [body, faults] = blocks as [object, { pointer: string; melding: string }[]];

  it('is what the door says of that body', () => {
    const { zaak } = deuren(gemeenteUit('rotterdam'));
    const said = Object.entries(faultsOf(() => zaak(body, '2026-11-20')));
    expect(said.map(([pointer, melding]) => ({ pointer, melding }))).toEqual(faults);
  });
});
