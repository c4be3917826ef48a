import { describe, expect, it } from '@jest/globals';
import { compile, zaakDetail as schema } from '@wijkspoor/wire';
import fc from 'fast-check';
import { leven } from '../fixtures/leven.fixture.ts';
import { logboekVan } from '../fixtures/logboek.fixture.ts';
import { zaakDetail } from './zaak-detail.ts';

const zaakId = 'zaak-lekkage';
const [starten, antwoorden, afspreken, sluiten, heropenen] = [0, 1, 4, 8, 9] as const;
const stap = (doe: number, dag: number) => ({ doe, dag });

describe('the page of one case', () => {
  it('tells everything, with who did it, why and what led to it', () => {
    const gedaan = [stap(starten, 0), stap(afspreken, 40), stap(antwoorden, 60)];
    const { events } = logboekVan(leven({ zaakId, soort: 1 }, gedaan));
    const detail = zaakDetail(events, '2026-06-01');
    expect(detail).toMatchObject({
      ...{ zaakId, soort: 'ongevraagd-advies', status: 'beantwoord', einde: '2026-04-20' },
      ...{ eersteEinde: '2026-04-13', oordeel: 'te-laat-beantwoord', dagenTeLaat: 11 },
      ...{ tekst: 'De regen komt door het dak.', aanmelding: { bron: 'balie', id: zaakId } },
      ...{ uitkomst: null, afdoening: 'geen', heropend: 0 },
    });
    expect(detail?.afspraken).toEqual([
      {
        ...{ revisie: 2, einde: '2026-04-20', vorigEinde: '2026-04-13', met: 'wijkraad' },
        ...{ afgesprokenOp: '2026-04-11', reden: 'later', naVerstrijken: false },
      },
    ]);
    expect(detail?.geschiedenis.map(({ gebeurtenis, reden }) => [gebeurtenis, reden])).toEqual([
      ['AdviesOntvangen', undefined],
      ['TermijnGestart', undefined],
      ['TermijnAfgesproken', 'later'],
      ['TermijnOverschreden', undefined],
      ['AntwoordGegeven', undefined],
    ]);
    expect(detail?.geschiedenis[1]).toMatchObject({
      ...{ revisie: 1, op: '2026-11-20T09:30:00.123Z', door: 'dienst:proef' },
      ...{ correlatieId: 'c-1', oorzaakId: 'o-1', gegevens: { einde: '2026-04-13' } },
    });
  });

  it('keeps the old answer and the old term of a reopened case in its history', () => {
    const eerst = [stap(starten, 0), stap(antwoorden, 10), stap(sluiten, 12)];
    const { events } = logboekVan(leven({ zaakId }, [...eerst, stap(heropenen, 20)]));
    const detail = zaakDetail(events, '2026-06-01');
    expect(detail).toMatchObject({ status: 'nieuw', heropend: 1, beantwoordOp: null, einde: null });
    expect(detail?.geschiedenis.map(({ gebeurtenis }) => gebeurtenis)).toEqual([
      ...['VraagGeregistreerd', 'TermijnGestart', 'AntwoordGegeven', 'ZaakGesloten'],
      'ZaakHeropend',
    ]);
  });

  it('is nothing for a stream without events', () => {
    expect(zaakDetail([], '2026-06-01')).toBeUndefined();
  });

  it('is always what the API document promises', () => {
    const judge = compile(schema);
    const stappen = fc.array(fc.record({ doe: fc.nat(15), dag: fc.nat(99) }), { maxLength: 25 });
    fc.assert(
      fc.property(fc.nat(4), stappen, (soort, gedaan) => {
        const { events } = logboekVan(leven({ zaakId, soort }, gedaan));
        expect(judge(zaakDetail(events, '2026-06-01'))).not.toHaveProperty('faults');
      }),
    );
  });
});
