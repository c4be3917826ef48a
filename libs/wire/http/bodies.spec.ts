import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { deuren } from '../deuren/deuren.ts';
import { gemeenteUit } from '../gemeente.fixture.ts';
import { openApi } from './openapi.ts';

const gemeente = gemeenteUit('voorbeeldstad');
const document = JSON.parse(JSON.stringify(openApi(gemeente, '0.1.0'))) as object;

describe('the schemas in the API document', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true, formats: fullFormats });
  ajv.addFormat('tekst', true);
  ajv.addSchema({ ...document, $id: 'https://wijkspoor.example/openapi.json' });
  const schema = (name: string) =>
    ajv.compile({ $ref: `https://wijkspoor.example/openapi.json#/components/schemas/${name}` });
  const { zaak } = deuren(gemeente);
  const body = {
    soort: 'ongevraagd-advies',
    aanmelding: { bron: 'post', id: '1' },
    kanaal: 'post',
    wijken: ['molenbuurt'],
    onderwerp: 'Een zebrapad',
    tekst: 'Graag een zebrapad.',
    ontvangenOp: '2026-03-02',
  };

  it('let in and refuse what the doors do', () => {
    const accepts = schema('Zaak');
    for (const change of [
      {},
      { wijken: ['x'] },
      { soort: 'actiepunt' },
      { extra: 1 },
      { tekst: '' },
    ]) {
      const input = { ...body, ...change };
      expect({ change, accepted: accepts(input) }).toEqual({ change, accepted: isLetIn(input) });
    }
  });

  it('let CloudEvents in with attributes of the sender', () => {
    const { aanmelding: _aanmelding, ...data } = body;
    const event = {
      specversion: '1.0',
      id: '1',
      source: 'urn:x',
      type: 'nl.wijkspoor.zaak-aangemeld.v1',
      sequence: '1',
      data,
    };
    const accepts = schema('Aanmelding');
    expect(accepts(event)).toBe(true);
    expect(accepts({ ...event, extra: {} })).toBe(false);
    expect(accepts({ ...event, data: body })).toBe(false);
  });

  function isLetIn(input: unknown): boolean {
    try {
      return zaak(input, '2026-11-20').soort === 'zaak';
    } catch {
      return false;
    }
  }
});
