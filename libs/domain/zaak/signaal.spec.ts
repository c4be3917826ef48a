import { describe, expect, it } from '@jest/globals';
import { gezien, lopend, metPlicht, opgeslagen } from './bewaken.fixture.ts';
import { bewaking } from './bewaken.ts';
import {
  antwoordOp,
  contactVastgelegd,
  toegewezen,
  tussenberichtVerzonden,
} from './verloop.fixture.ts';
import { laatsteDag, maandag, vraag, wijkMt } from './zaak.fixture.ts';
import type { ZaakEvent } from './zaak.events.ts';

describe('stilte naar wie iets vroeg', () => {
  const stil = opgeslagen(maandag, vraag, toegewezen);

  it('geeft een signaal na het aantal dagen van het beleid, en dan elke keer weer', () => {
    expect(gezien(stil, '2026-03-15').kort).toEqual([]);
    expect(gezien(stil, '2026-03-15').straks).toBe('2026-03-16');
    expect(gezien(stil, '2026-03-16').kort).toEqual(['stilte 2026-03-16']);
    expect(gezien(stil, '2026-04-01').kort).toEqual(['stilte 2026-03-16', 'stilte 2026-03-30']);
  });

  it('zegt sinds wanneer het stil is en wie aan zet is', () =>
    expect(gezien(stil, '2026-03-16').events[0]?.data).toMatchObject({
      ...{ signaal: 'stilte', sinds: maandag, peildatum: '2026-03-16', aan: [wijkMt] },
    }));

  it.each([
    ['een tussenbericht', tussenberichtVerzonden],
    ['contact', contactVastgelegd],
  ] as const)('begint opnieuw na %s', (_naam, nieuws) => {
    const gehoord = [...stil, ...opgeslagen(maandag, nieuws)];
    expect(gezien(gehoord, '2026-03-16').kort).toEqual([]);
    expect(gezien(gehoord, '2026-03-17').kort).toEqual(['stilte 2026-03-17']);
  });

  it('gaat door als de zaak naar een ander bureau gaat: dat is geen nieuws', () =>
    expect(gezien([...stil, ...opgeslagen(maandag, toegewezen)], '2026-03-16').kort).toEqual([
      'stilte 2026-03-16',
    ]));

  it('houdt op na een antwoord', () =>
    expect(
      gezien([...stil, ...opgeslagen(maandag, antwoordOp(maandag).feit)], '2026-05-01').kort,
    ).toEqual([]));
});

describe('de plicht tot een tussenbericht', () => {
  const advieszaak = lopend;

  it('begint als het einde nabij is en er zo lang geen contact was', () => {
    expect(gezien(advieszaak, '2026-04-05', metPlicht).kort).toEqual([]);
    expect(gezien(advieszaak, '2026-04-06', metPlicht).kort).toEqual(['tussenbericht 2026-04-06']);
  });

  it('komt terug zolang er geen contact is, ook na het einde, en verandert de termijn niet', () => {
    const { kort, events } = gezien(advieszaak, '2026-04-20', metPlicht);
    expect(kort).toEqual([
      'TermijnOverschreden',
      'tussenbericht 2026-04-06',
      'tussenbericht 2026-04-20',
    ]);
    const na = opgeslagen(maandag, ...events).reduce(
      bewaking(metPlicht).evolve,
      advieszaak.reduce(bewaking(metPlicht).evolve, bewaking(metPlicht).initial),
    );
    expect(na.zaak).toMatchObject({ looptijd: { einde: laatsteDag, revisie: 1 } });
  });

  it('wacht na een laat tussenbericht weer het hele aantal dagen', () => {
    const bericht = { ...tussenberichtVerzonden.data, verzondenOp: '2026-04-05' } as const;
    const gehoord = [
      ...advieszaak,
      ...opgeslagen(maandag, { type: 'TussenberichtVerzonden', data: bericht } as ZaakEvent),
    ];
    expect(gezien(gehoord, '2026-04-18', metPlicht).kort).toEqual(['TermijnOverschreden']);
    expect(gezien(gehoord, '2026-04-19', metPlicht).kort).toEqual([
      'TermijnOverschreden',
      'tussenbericht 2026-04-19',
    ]);
  });
});
