import { describe, expect, it } from '@jest/globals';
import {
  beleidVoor,
  eersteBehandelaar,
  hubVan,
  kaleNaam,
  SOORTEN,
  wijkGeldigOp,
  wijkVan,
} from './gemeente.ts';
import { goed as gemeente } from './voorbeeld-gemeente.ts';

describe('een kale naam', () => {
  it.each([
    ["Het Lage Land, Prinsenland en 's-Gravenland", 'hetlagelandprinsenlandensgravenland'],
    ['Curaçao-wijk', 'curacaowijk'],
    ['ĲSSELMONDE', 'ijsselmonde'],
    ['  —  ', ''],
  ])('van %j is %j', (naam, kaal) => {
    expect(kaleNaam(naam)).toBe(kaal);
  });
});

describe('een wijk', () => {
  it.each(['molenbuurt', 'Molenbuurt', ' MOLEN-BUURT ', 'de molens', 'De Mólens'])(
    'wordt gevonden als %j',
    (tekst) => expect(wijkVan(gemeente, tekst)?.code).toBe('molenbuurt'),
  );

  it.each(['t cafeplein oost', "'t Caféplein-Oost", 'cafe-plein', 'Cafe Plein'])(
    'wordt gevonden als %j, met en zonder accent en leesteken',
    (tekst) => expect(wijkVan(gemeente, tekst)?.code).toBe('cafe-plein'),
  );

  it.each(['', '—', 'molen', 'binnenstad'])('wordt niet gevonden als %j', (tekst) => {
    expect(wijkVan(gemeente, tekst)).toBeUndefined();
  });

  it('heet op een dag alleen zoals hij toen heette', () => {
    expect(wijkVan(gemeente, 'De Molens', '2024-12-31')?.code).toBe('molenbuurt');
    expect(wijkVan(gemeente, 'De Molens', '2025-01-01')).toBeUndefined();
    expect(wijkVan(gemeente, 'cafe-plein', '2025-07-01')).toBeUndefined();
  });

  it('gaat met zijn eigen code voor op een oude naam van een ander', () => {
    const [molenbuurt, ...anderen] = gemeente.wijken;
    const oud = {
      ...molenbuurt!,
      aliassen: [{ naam: 'Vlietdorp', geldigTot: '2022-01-01' }],
    } as const;
    const wijken = { wijken: [oud, ...anderen] };
    expect(wijkVan(wijken, 'vlietdorp')?.code).toBe('vlietdorp');
    expect(wijkVan(wijken, 'VLIETDORP')?.code).toBe('vlietdorp');
  });

  it('telt van de eerste tot en met de laatste dag', () => {
    const dagen = ['2022-12-31', '2023-01-01', '2025-06-30', '2025-07-01'] as const;
    const geldig = dagen.map((dag) => wijkGeldigOp(gemeente, 'cafe-plein', dag));
    expect(geldig).toEqual([false, true, true, false]);
    expect(wijkGeldigOp(gemeente, 'onbekend', '2024-01-01')).toBe(false);
  });
});

describe('het termijnbeleid', () => {
  it('is dat van de dag zelf: een nieuwe regel verandert geen oude termijn', () => {
    const lengte = (dag: '2022-12-31' | '2024-12-31' | '2025-01-01') =>
      beleidVoor(gemeente, 'ongevraagd-advies', dag)?.lengte;
    expect(lengte('2022-12-31')).toBeUndefined();
    expect(lengte('2024-12-31')).toEqual({ dagen: 56 });
    expect(lengte('2025-01-01')).toEqual({ dagen: 42 });
  });
});

describe('de hub', () => {
  it('is er pas als hij open is', () => {
    expect(hubVan(gemeente, 'molenbuurt', '2023-02-28')).toBeUndefined();
    expect(hubVan(gemeente, 'molenbuurt', '2023-03-01')?.code).toBe('huiskamer');
    expect(hubVan(gemeente, 'vlietdorp', '2024-01-01')).toBeUndefined();
  });
});

describe('de eerste behandelaar', () => {
  const op = '2024-01-01';

  it.each([
    ['wijkhubvraag', ['molenbuurt'], 'hub:huiskamer'],
    ['wijkhubvraag', ['vlietdorp'], 'wijk-mt:vlietdorp'],
    ['vraag-uit-de-wijk', ['molenbuurt'], 'wijk-mt:molenbuurt'],
    ['ongevraagd-advies', ['vlietdorp', 'molenbuurt'], 'wijk-mt:vlietdorp'],
    ['gevraagd-advies', ['molenbuurt', 'vlietdorp'], 'wijk-mt:molenbuurt'],
    ['toezegging', ['molenbuurt'], 'wethouder:leefomgeving'],
    ['toezegging', ['vlietdorp'], 'college'],
    ['actiepunt', ['molenbuurt'], 'wijk-mt:molenbuurt'],
    ['motie', ['molenbuurt'], 'college'],
    ['motie', [], 'college'],
  ] as const)('van %s in %j is %s', (soort, wijken, behandelaar) => {
    expect(eersteBehandelaar(gemeente, soort, wijken, op)).toBe(behandelaar);
  });

  it('van een vraag is het Wijk MT zolang de hub nog niet open is', () => {
    const behandelaar = eersteBehandelaar(gemeente, 'wijkhubvraag', ['molenbuurt'], '2023-01-15');
    expect(behandelaar).toBe('wijk-mt:molenbuurt');
  });

  it('is er voor iedere soort, of de gemeente is niet goed ingericht', () => {
    for (const soort of SOORTEN) {
      expect(eersteBehandelaar(gemeente, soort, ['molenbuurt'], op)).toMatch(/^(college|.+:.+)$/);
    }
    const leeg = { ...gemeente, eersteBehandelaars: [] };
    expect(() => eersteBehandelaar(leeg, 'motie', [], op)).toThrow(
      'voorbeeld has no first handler for motie',
    );
  });
});
