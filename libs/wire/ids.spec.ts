import { describe, expect, it } from '@jest/globals';
import { commandIdVan, eventId, isZaakId, werkbezoekIdVan, zaakIdVan } from './ids.ts';

const uuid5 = /[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const cause = '00000000-0000-4000-8000-000000000000';

describe('an id that is made of its cause', () => {
  it('never changes: a stored case would no longer be found', () => {
    expect([
      zaakIdVan({ bron: 'balie', id: '113' }),
      werkbezoekIdVan({ bron: 'balie', id: '113' }),
      eventId(cause, 0),
      commandIdVan(cause, 'routing'),
    ]).toMatchInlineSnapshot(`
      [
        "zaak-6547bc14-f352-5b2c-8bc4-89551008949f",
        "werkbezoek-06b69829-a48f-58ff-9773-89b21734ecc8",
        "87ee5077-e669-5d99-b94b-5eca5754167c",
        "30777d6d-54d5-5025-b0fa-3495453faed9",
      ]
    `);
  });

  it('is a UUID of version 5, behind the kind of its stream', () => {
    expect(zaakIdVan({ bron: 'a', id: 'b' })).toMatch(new RegExp(`^zaak-${uuid5.source}`));
    expect(werkbezoekIdVan({ bron: 'a', id: 'b' })).toMatch(
      new RegExp(`^werkbezoek-${uuid5.source}`),
    );
    expect(eventId(cause, 3)).toMatch(uuid5);
  });

  it('is another one for another source, id, number or service', () => {
    const ids = [
      zaakIdVan({ bron: 'ab', id: 'c' }),
      zaakIdVan({ bron: 'a', id: 'bc' }),
      zaakIdVan({ bron: 'a","b', id: 'c' }),
      zaakIdVan({ bron: 'a', id: 'b","c' }),
      zaakIdVan({ bron: 'A', id: 'bc' }),
      eventId(cause, 0),
      eventId(cause, 1),
      commandIdVan(cause, '0'),
      commandIdVan(cause, 'routing'),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('can be told from a text that is none', () => {
    expect(isZaakId(zaakIdVan({ bron: 'a', id: 'b' }))).toBe(true);
    const none = [
      '',
      'zaak-',
      'zaak-7',
      `werkbezoek-${cause}`,
      `zaak-${cause}x`,
      `zaak-${cause}\n`,
    ];
    expect(none.filter(isZaakId)).toEqual([]);
  });
});
