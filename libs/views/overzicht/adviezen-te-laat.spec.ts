import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Datum, ZaakEvent, ZaakId } from '@wijkspoor/domain';
import { testDatabase } from '@wijkspoor/testing';
import type { ViewsInTest } from '../fixtures/database.fixture.ts';
import { projecteer, viewsInTest } from '../fixtures/database.fixture.ts';
import type { Stap } from '../fixtures/leven.fixture.ts';
import { leven } from '../fixtures/leven.fixture.ts';
import { logboekVan } from '../fixtures/logboek.fixture.ts';
import { adviezenTeLaat } from './adviezen-te-laat.ts';

let views: ViewsInTest;
beforeAll(async () => {
  views = await viewsInTest(await testDatabase());
});
afterAll(async () => views[Symbol.asyncDispose]());

const [starten, antwoorden, toewijzen, bericht] = [0, 1, 2, 5] as const;
const stap = (doe: number, dag: number): Stap => ({ doe, dag });

async function stel(...levens: readonly (readonly ZaakEvent[])[]) {
  await projecteer(views.ds, logboekVan(...levens));
}

describe('the adviezen that are late', () => {
  const advies = (zaakId: ZaakId, stappen: Stap[], wijken = ['tarwewijk']) =>
    leven({ zaakId, soort: 1, wijken }, stappen);

  beforeEach(async () =>
    stel(
      advies('zaak-op-tijd', [stap(starten, 0), stap(antwoorden, 42)]),
      advies('zaak-laat-antwoord', [stap(starten, 0), stap(toewijzen, 1), stap(antwoorden, 70)]),
      advies('zaak-open', [stap(starten, 5), stap(toewijzen, 6), stap(bericht, 30)], ['pernis']),
      advies('zaak-langer-open', [stap(starten, 0)]),
      leven({ zaakId: 'zaak-vraag' }, [stap(starten, 0)]),
    ),
  );

  it('are the open ones first, the longest over on top, with whose turn it is', async () => {
    const { adviezen } = await adviezenTeLaat(views.ds, '2026-06-01');
    expect(
      adviezen.map(({ zaakId, soortTeLaat, dagenTeLaat, aanZet, laatsteContactOp }) => [
        zaakId,
        soortTeLaat,
        dagenTeLaat,
        aanZet,
        laatsteContactOp,
      ]),
    ).toEqual([
      ['zaak-langer-open', 'open', 49, 'nog niemand', null],
      ['zaak-open', 'open', 44, 'wijk-mt:tarwewijk', '2026-04-01'],
      ['zaak-laat-antwoord', 'beantwoord', 28, 'wijk-mt:tarwewijk', null],
    ]);
  });

  it('are what was late on the day that is asked for', async () => {
    const opDag = async (dag: Datum) =>
      (await adviezenTeLaat(views.ds, dag)).adviezen.map(
        ({ zaakId, soortTeLaat }) => `${zaakId} ${soortTeLaat}`,
      );
    expect(await opDag('2026-04-13')).toEqual([]);
    expect(await opDag('2026-04-14')).toEqual(['zaak-laat-antwoord open', 'zaak-langer-open open']);
  });

  it('can be asked for one wijk', async () => {
    const { adviezen } = await adviezenTeLaat(views.ds, '2026-06-01', 'pernis');
    expect(adviezen.map(({ zaakId }) => zaakId)).toEqual(['zaak-open']);
  });
});
