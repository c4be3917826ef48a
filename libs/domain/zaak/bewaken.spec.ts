import { describe, expect, it } from '@jest/globals';
import { goed } from '../gemeente/voorbeeld-gemeente.ts';
import { door, gezien, gezienOm, lopend, opgeslagen, stad } from './bewaken.fixture.ts';
import { vroegsteKijkdag } from './bewaken.ts';
import {
  afgesproken,
  antwoordOp,
  gestart,
  heropend,
  ingetrokken,
  toegewezen,
} from './verloop.fixture.ts';
import { advies, laatsteDag, maandag, vraag, wijkMt, zaakId } from './zaak.fixture.ts';

describe('de ladder van een zaak', () => {
  it('zegt niets voor de eerste trede, en weet wanneer die komt', () => {
    const { kort, straks } = gezien(lopend, '2026-03-29');
    expect(kort).toEqual([]);
    expect(straks).toBe('2026-03-30');
  });

  it('begint om middernacht in Amsterdam, ook als de klok dan een uur is verzet', () => {
    expect(gezienOm(lopend, '2026-03-29T21:59:59.999Z').kort).toEqual([]);
    expect(gezienOm(lopend, '2026-03-29T22:00:00Z').kort).toEqual([-14]);
  });

  it('zegt alles bij een herinnering: van welke datum, welke trede, gezien wanneer, aan wie', () =>
    expect(gezien(lopend, '2026-03-31').events).toEqual([
      {
        type: 'HerinneringGegeven',
        data: {
          ...{ zaakId, door, revisie: 1, einde: laatsteDag, trede: -14 },
          ...{ peildatum: '2026-03-31', aan: [wijkMt] },
        },
      },
    ]));

  it('zegt na het einde eerst dat het voorbij is, en daarna elke week, aan wie erover gaat', () => {
    const { events, kort, straks } = gezien(lopend, '2026-04-28');
    expect(kort).toEqual([-14, -7, -2, 0, 'TermijnOverschreden', 7, 14]);
    expect(events.at(-1)?.data).toMatchObject({
      aan: [wijkMt, 'wijkmanager:tarwewijk', 'wethouder:leefomgeving'],
    });
    expect(straks).toBe('2026-05-04');
  });

  it('gaat naar het Wijk MT als nog niemand de zaak heeft', () =>
    expect(gezien(opgeslagen(maandag, advies, gestart), '2026-03-30').events).toMatchObject([
      { data: { aan: ['wijk-mt:tarwewijk'] } },
    ]));

  it('gaat naar het college als de zaak over geen wijk gaat', () => {
    const stadsbreed = { ...advies, data: { ...advies.data, wijken: [] } };
    const { events } = gezien(opgeslagen(maandag, stadsbreed, gestart), '2026-04-20');
    expect(events.at(-1)?.data).toMatchObject({ trede: 7, aan: ['college'] });
  });

  it.each([
    ['na een antwoord', antwoordOp(maandag).feit],
    ['na het sluiten', ingetrokken],
  ] as const)('zwijgt %s', (_naam, einde) => {
    const { kort, straks } = gezien([...lopend, ...opgeslagen(maandag, einde)], '2026-05-01');
    expect(kort).toEqual([]);
    expect(straks).toBeUndefined();
  });

  it('zwijgt na het heropenen tot er een nieuwe termijn is', () =>
    expect(
      gezien([...lopend, ...opgeslagen(maandag, ingetrokken, heropend)], '2026-05-01').kort,
    ).toEqual([]));

  it('begint opnieuw bij een afgesproken datum, en zegt over de oude niets meer', () => {
    const anders = [...lopend, ...opgeslagen('2026-03-10', afgesproken)];
    expect(gezien(anders, '2026-04-19').kort).toEqual([]);
    expect(gezien(anders, '2026-04-20').events).toMatchObject([
      { data: { revisie: 2, trede: -14, einde: '2026-05-04' } },
    ]);
  });

  it('maakt van een oude zaak die nu pas wordt opgeschreven één stand, een dag later', () => {
    const oud = opgeslagen('2026-06-01', advies, toegewezen, gestart);
    expect(gezien(oud, '2026-06-01').kort).toEqual(['TermijnOverschreden']);
    expect(gezien(oud, '2026-06-01').straks).toBe('2026-06-02');
    expect(gezien(oud, '2026-06-02').kort).toEqual(['TermijnOverschreden', 49]);
  });

  it('gelooft geen moment van opslaan dat nog moet komen: dan geldt de dag van het feit', () => {
    const verkeerd = opgeslagen('2031-01-01', advies, toegewezen, gestart);
    expect(gezien(verkeerd, '2026-04-06').kort).toEqual([-14, -7]);
  });
});

describe('de vroegste dag om naar een zaak te kijken', () => {
  it('ligt nooit na de dag waarop er iets te zeggen is', () => {
    expect(vroegsteKijkdag(stad, gestart)).toBe('2026-03-30');
    expect(vroegsteKijkdag(stad, vraag)).toBe('2026-03-16');
    expect(vroegsteKijkdag(goed, vraag)).toBeUndefined();
    expect(vroegsteKijkdag(stad, toegewezen)).toBeUndefined();
  });
});
