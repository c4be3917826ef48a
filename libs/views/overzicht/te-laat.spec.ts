import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Datum, ZaakEvent, ZaakId } from '@wijkspoor/domain';
import { BadInput } from '@wijkspoor/kernel';
import { testDatabase } from '@wijkspoor/testing';
import type { ViewsInTest } from '../fixtures/database.fixture.ts';
import { projecteer, viewsInTest } from '../fixtures/database.fixture.ts';
import { gemeente } from '../fixtures/gemeente.fixture.ts';
import type { Stap } from '../fixtures/leven.fixture.ts';
import { leven } from '../fixtures/leven.fixture.ts';
import { logboekVan } from '../fixtures/logboek.fixture.ts';
import type { TeLaatFilter } from './te-laat.ts';
import { teLaat } from './te-laat.ts';

let views: ViewsInTest;
beforeAll(async () => {
  views = await viewsInTest(await testDatabase());
  await stel(
    advies('zaak-op-tijd', [stap(starten, 0), stap(antwoorden, 42)]),
    advies('zaak-laat-antwoord', [
      ...[stap(starten, 0), stap(toewijzen, 1), stap(bericht, 40), stap(antwoorden, 70)],
    ]),
    advies(
      'zaak-open',
      [stap(starten, 5), stap(toewijzen, 6), stap(bericht, 30), stap(bellen, 44)],
      ['pernis'],
    ),
    advies('zaak-langer-open', [stap(starten, 0)]),
    advies('zaak-opnieuw', [
      ...[stap(starten, 0), stap(antwoorden, 60), stap(heropenen, 100), stap(starten, 100)],
    ]),
    advies('zaak-afgesproken', [stap(starten, 0), stap(afspreken, 50)], ['bloemhof']),
    leven({ zaakId: 'zaak-vraag', soort: 2 }, [stap(starten, 0)]),
  );
});
afterAll(async () => views[Symbol.asyncDispose]());

const [starten, antwoorden, toewijzen, afspreken, bericht, bellen] = [0, 1, 2, 4, 5, 6] as const;
const heropenen = 9;
const stap = (doe: number, dag: number): Stap => ({ doe, dag });
const advies = (zaakId: ZaakId, stappen: Stap[], wijken = ['tarwewijk']) =>
  leven({ zaakId, soort: 1, wijken }, stappen);

async function stel(...levens: readonly (readonly ZaakEvent[])[]) {
  await projecteer(views.ds, logboekVan(...levens));
}

const adviezen = ['ongevraagd-advies', 'gevraagd-advies'] as const;
const lijst = async (peildatum: Datum, filter: Partial<TeLaatFilter> = {}) =>
  teLaat(views.ds, gemeente, { peildatum, limiet: 50, soorten: adviezen, ...filter });
const ids = async (peildatum: Datum, filter: Partial<TeLaatFilter> = {}) =>
  (await lijst(peildatum, filter)).zaken.map(({ zaakId }) => zaakId);

describe('the cases that are late', () => {
  it('are the open ones first, the longest over on top, with whose turn it is', async () => {
    const { zaken, aantallen } = await lijst('2026-06-01');
    expect(
      zaken.map(({ zaakId, soortTeLaat, dagenTeLaat, aanZet, laatsteBericht }) => [
        ...[zaakId, soortTeLaat, dagenTeLaat, aanZet],
        laatsteBericht && `${laatsteBericht.vorm} ${laatsteBericht.op}`,
      ]),
    ).toEqual([
      ['zaak-langer-open', 'open', 49, 'wijk-mt:tarwewijk', null],
      ['zaak-open', 'open', 44, 'wijk-mt:tarwewijk', 'mondeling 2026-04-15'],
      ['zaak-afgesproken', 'open', 32, 'wijk-mt:bloemhof', null],
      ['zaak-laat-antwoord', 'beantwoord', 28, null, 'antwoord 2026-05-11'],
      ['zaak-opnieuw', 'beantwoord', 18, null, 'antwoord 2026-05-01'],
    ]);
    expect(aantallen).toEqual({ open: 3, beantwoord: 2 });
  });

  it('are told with the end of first and the end that held', async () => {
    const { zaken } = await lijst('2026-06-01', { wijk: 'bloemhof' });
    expect(zaken).toMatchObject([
      { eersteEinde: '2026-04-13', einde: '2026-04-30', naVerstrijken: true },
    ]);
    const [toen] = (await lijst('2026-04-20', { wijk: 'bloemhof' })).zaken;
    expect(toen).toMatchObject({ einde: '2026-04-13', naVerstrijken: false, dagenTeLaat: 7 });
  });

  it('wait for the owner that an actiepunt names, until somebody has it', async () => {
    const punt = leven({ zaakId: 'zaak-punt', soort: 5, wijken: ['nesse'] }, [
      ...[stap(starten, 0), stap(toewijzen, 50), stap(antwoorden, 60)],
    ]);
    await stel(punt);
    const wieOp = async (dag: Datum) =>
      (await lijst(dag, { wijk: 'nesse', soorten: ['actiepunt'] })).zaken.map(
        ({ behandelaar, aanZet }) => [behandelaar, aanZet],
      );
    expect(await wieOp('2026-04-20')).toEqual([[null, 'cluster:groen']]);
    expect(await wieOp('2026-04-21')).toEqual([['wijk-mt:tarwewijk', 'wijk-mt:tarwewijk']]);
    expect(await wieOp('2026-05-01')).toEqual([['wijk-mt:tarwewijk', null]]);
  });

  it('say of a day before they were recorded that who had them is not known', async () => {
    const laterOp = async (dag: Datum) =>
      (await lijst(dag, { wijk: 'pernis' })).zaken.map(({ laterVastgelegd }) => laterVastgelegd);
    expect(await laterOp('2026-11-19')).toEqual([true]);
    expect(await laterOp('2026-11-20')).toEqual([false]);
  });

  it('are what was late on the day that is asked for', async () => {
    const opDag = async (dag: Datum) =>
      (await lijst(dag, { wijk: 'tarwewijk' })).zaken.map(
        ({ zaakId, soortTeLaat }) => `${zaakId} ${soortTeLaat}`,
      );
    expect(await opDag('2026-04-13')).toEqual([]);
    const drie = ['zaak-langer-open open', 'zaak-laat-antwoord open', 'zaak-opnieuw open'];
    expect((await opDag('2026-04-14')).toSorted()).toEqual(drie.toSorted());
    expect(await opDag('2026-07-21')).toEqual([
      ...['zaak-langer-open open', 'zaak-laat-antwoord beantwoord'],
    ]);
    expect(await opDag('2026-07-23')).toContain('zaak-opnieuw open');
  });

  it('have the names of the day, and who is their wijkwethouder', async () => {
    const namen = async (dag: Datum) =>
      (await lijst(dag, { wijk: 'tarwewijk' })).zaken[0]?.wijknamen.map(({ naam }) => naam);
    expect(await namen('2026-05-15')).toEqual(['Korenwijk']);
    expect(await namen('2026-05-16')).toEqual(['Tarwewijk']);
    const { zaken } = await lijst('2026-06-01');
    expect(zaken[0]).toMatchObject({
      wijkwethouders: ['wonen'],
      link: '/v1/zaken/zaak-langer-open',
      kenmerken: ['22bb4407'],
    });
  });

  it.each<[string, Partial<TeLaatFilter>, string[]]>([
    ['a wijk', { wijk: 'pernis' }, ['zaak-open']],
    ['who has it', { behandelaar: 'wijk-mt:tarwewijk' }, ['zaak-open', 'zaak-laat-antwoord']],
    ['the wijkwethouder', { wijkwethouder: 'wonen', limiet: 1 }, ['zaak-langer-open']],
    ['the portfolio', { wethouder: 'wonen', soorten: ['vraag-uit-de-wijk'] }, ['zaak-vraag']],
    ['a portfolio that has none', { wethouder: 'wonen' }, []],
    ['another soort', { soorten: ['motie'] }, []],
  ])('can be asked by %s', async (_naam, filter, verwacht) => {
    expect(await ids('2026-06-01', filter)).toEqual(verwacht);
  });

  it('come in pages, each case once, whatever the length of a page', async () => {
    const alle = await ids('2026-06-01');
    for (const limiet of [1, 2, 3]) {
      const gezien: string[] = [];
      for (let na: string | undefined, meer = true; meer; meer = na !== undefined) {
        const { zaken, volgende, aantallen } = await lijst(
          '2026-06-01',
          na ? { limiet, na } : { limiet },
        );
        expect(aantallen).toEqual({ open: 3, beantwoord: 2 });
        gezien.push(...zaken.map(({ zaakId }) => zaakId));
        na = volgende;
      }
      expect(gezien).toEqual(alle);
    }
  });

  it('have no place that is of another day or of no list', async () => {
    const { volgende = '' } = await lijst('2026-06-01', { limiet: 1 });
    for (const [dag, na] of [
      ['2026-06-02', volgende],
      ['2026-06-01', 'zomaar'],
    ] as const)
      await expect(lijst(dag, { na })).rejects.toThrow(BadInput);
  });

  it('count as none where there are none', async () => {
    expect(await lijst('2026-04-13')).toEqual({
      ...{ peildatum: '2026-04-13', aantallen: { open: 0, beantwoord: 0 }, zaken: [] },
    });
  });

  it('are found by an index that holds nothing else', async () => {
    const plan = await views.ds.transaction(async (manager) => {
      await manager.query('set local enable_seqscan = off');
      return manager.query<{ 'QUERY PLAN': string }[]>(
        `explain select zaak_id from lees.zaken where laat_na < '2026-05-01'`,
      );
    });
    expect(plan.map((regel) => regel['QUERY PLAN']).join('\n')).toContain('zaken_laat');
  });
});
