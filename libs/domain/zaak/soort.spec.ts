import { describe, expect, it } from '@jest/globals';
import { goed as gemeente } from '../gemeente/voorbeeld-gemeente.ts';
import { normaalKenmerk } from './kenmerk.ts';
import { soortVan, termijnVan } from './soort.ts';
import { advies, elkeSoort, maandag, toezegging } from './zaak.fixture.ts';
import type { Registratie } from './zaak.events.ts';

describe('de soort van een zaak', () => {
  it.each(elkeSoort)('is %s', (soort, registratie) => expect(soortVan(registratie)).toBe(soort));
});

describe('de termijn van een zaak', () => {
  const ontvangen = (ontvangenOp: typeof maandag | '2024-12-31' | '2022-12-31'): Registratie => ({
    ...advies,
    data: { ...advies.data, ontvangenOp },
  });

  it('volgt het beleid van de dag van ontvangst, niet dat van vandaag', () => {
    expect(termijnVan(gemeente, ontvangen('2024-12-31'))?.einde).toBe('2025-02-25');
    expect(termijnVan(gemeente, ontvangen(maandag))?.einde).toBe('2026-04-13');
  });

  it('begint na een heropening op die dag, met het beleid van de eerste', () => {
    expect(termijnVan(gemeente, ontvangen('2024-12-31'), '2026-03-02')).toMatchObject({
      einde: '2026-04-27',
      bewijs: { startdatum: '2026-03-02', regel: { lengte: { dagen: 56 } } },
    });
  });

  it('is er niet van voor het eerste beleid', () => {
    expect(termijnVan(gemeente, ontvangen('2022-12-31'))).toBeUndefined();
  });

  it('is bij een toezegging de toegezegde dag, als het beleid dat zegt', () => {
    const termijnbeleid = gemeente.termijnbeleid.map((beleid) => ({
      ...beleid,
      lengte: 'zoals-afgesproken' as const,
    }));
    const { uiterlijk: _uiterlijk, ...zonderDag } = toezegging.data;
    const elders = { ...gemeente, termijnbeleid };
    expect(termijnVan(elders, toezegging)?.einde).toBe(toezegging.data.uiterlijk);
    expect(termijnVan(elders, { ...toezegging, data: zonderDag })).toBeUndefined();
  });
});

describe('een nummer van een stuk', () => {
  it.each([
    ['22bb4407', '22bb4407'],
    ['22B1783', '22bb1783'],
    ['22bb001783', '22bb1783'],
    ['22bb007835', '22bb7835'],
    ['21bo5701', '21bb5701'],
    [' 21BB5701 ', '21bb5701'],
  ])('%s zoekt als %s (DOMAIN §4)', (kenmerk, gezocht) => {
    expect(normaalKenmerk(kenmerk)).toBe(gezocht);
  });

  it.each(['M2310-3061', 'x', '22bb', '2022bb1783', 'bb22'])(
    '%s blijft zoals het is',
    (kenmerk) => {
      expect(normaalKenmerk(kenmerk)).toBe(kenmerk.toLowerCase());
    },
  );
});
