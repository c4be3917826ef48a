import { describe, expect, it } from '@jest/globals';
import type { Instant, Recorded } from '@wijkspoor/kernel';
import { goed } from '../gemeente/voorbeeld-gemeente.ts';
import type { Datum } from '../termijn/datum.ts';
import { bewaking, vroegsteKijkdag } from './bewaken.ts';
import {
  afgesproken,
  antwoordOp,
  contactVastgelegd,
  gestart,
  heropend,
  ingetrokken,
  toegewezen,
  tussenberichtVerzonden,
} from './verloop.fixture.ts';
import { advies, laatsteDag, maandag, middagOp, vraag, wijkMt, zaakId } from './zaak.fixture.ts';
import type { ZaakEvent } from './zaak.events.ts';

const door = 'dienst:deadline-monitor';
const tarwewijk = {
  ...goed.wijken[0],
  code: 'tarwewijk',
  wijkwethouder: 'leefomgeving',
} as (typeof goed.wijken)[number];
const stad = {
  ...goed,
  wijken: [tarwewijk],
  termijnbeleid: goed.termijnbeleid.map((beleid) => ({
    ...beleid,
    ...(beleid.soort === 'wijkhubvraag' ? { stilte: { dagen: 14 } } : {}),
  })),
};
const metPlicht = {
  ...stad,
  termijnbeleid: stad.termijnbeleid.map((beleid) => ({
    ...beleid,
    ladder: { voor: [], daarnaElke: 365 },
    tussenbericht: { vanafDagenVoorEinde: 7, zonderContactDagen: 14 },
  })),
};

/** The events of a case as they were read from the log, stored on a day. */
const opgeslagen = (dag: Datum, ...events: readonly ZaakEvent[]) =>
  events.map((event) => ({ ...event, recordedAt: middagOp(dag) }) as Recorded<ZaakEvent>);

function gezien(feiten: readonly Recorded<ZaakEvent>[], dag: Datum, gemeente = stad) {
  return gezienOm(feiten, middagOp(dag), gemeente);
}

function gezienOm(feiten: readonly Recorded<ZaakEvent>[], now: Instant, gemeente = stad) {
  const { initial, evolve, decide, kijkdag } = bewaking(gemeente);
  const eerder = feiten.reduce(evolve, initial);
  const events = decide({ zaakId, door, now }, eerder);
  const later = opgeslagen(maandag, ...events).reduce(evolve, eerder);
  expect(decide({ zaakId, door, now }, later)).toEqual([]);
  return { events, kort: events.map(kort), straks: kijkdag(later, now) };
}

function kort({ type, data }: ZaakEvent) {
  if (type === 'HerinneringGegeven') return data.trede;
  if (type === 'SignaalGegeven') return `${data.signaal} ${data.dag}`;
  return type;
}

const lopend = opgeslagen(maandag, advies, toegewezen, gestart);

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

  it('zegt na het einde eerst dat het voorbij is, en daarna elke week, ook aan wie erover gaat', () => {
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

describe('de vroegste dag om naar een zaak te kijken', () => {
  it('ligt nooit na de dag waarop er iets te zeggen is', () => {
    expect(vroegsteKijkdag(stad, gestart)).toBe('2026-03-30');
    expect(vroegsteKijkdag(stad, vraag)).toBe('2026-03-16');
    expect(vroegsteKijkdag(goed, vraag)).toBeUndefined();
    expect(vroegsteKijkdag(stad, toegewezen)).toBeUndefined();
  });
});
