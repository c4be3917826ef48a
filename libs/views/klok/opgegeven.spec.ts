import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BerichtEvent, BerichtId, Berichtregel, Datum } from '@wijkspoor/domain';
import { berichtIdVan } from '@wijkspoor/domain';
import type { Instant } from '@wijkspoor/kernel';
import { testDatabase } from '@wijkspoor/testing';
import type { ViewsInTest } from '../fixtures/database.fixture.ts';
import { projecteer, viewsInTest } from '../fixtures/database.fixture.ts';
import { leven } from '../fixtures/leven.fixture.ts';
import { logboekVan } from '../fixtures/logboek.fixture.ts';
import { neemTeBezorgen, noteerBerichten } from './berichten.ts';
import { noteerBekeken } from './klok.ts';
import { berichtenLijst } from './lijsten.ts';
import { nogTeMelden, opgegevenBerichten } from './opgegeven.ts';

let views: ViewsInTest;
beforeAll(async () => {
  views = await viewsInTest(await testDatabase());
});
afterAll(async () => views[Symbol.asyncDispose]());
beforeEach(async () =>
  views.ds.query('truncate lees.signalen, lees.meldingen, lees.berichten, lees.zaken'),
);

const mt = 'wijk-mt:tarwewijk';
const maandag: Datum = '2026-03-30';
const dinsdag: Datum = '2026-03-31';
const nu: Instant = '2026-03-30T04:00:00.000Z';
const later: Instant = '2026-04-06T04:00:00.000Z';

const regel = (revisie: number, trede: number): Berichtregel => ({
  ...{ zaakId: 'zaak-1', revisie, soort: 'herinnering', trede, einde: '2026-04-13' },
});
const eerste = regel(3, -14);
const tweede = regel(4, -7);

/** A message that tells of what was raised, as the log tells of it. */
async function bericht(datum: Datum, regels: readonly Berichtregel[]): Promise<BerichtId> {
  const signalen = regels.map(({ zaakId, revisie, soort, trede = 0, einde = null }) => ({
    ...{ zaakId, revisie, soort, trede, einde, sinds: null },
    ...{ dag: datum, peildatum: datum, aan: [mt] },
  }));
  await noteerBekeken(views.ds, [{ zaakId: 'zaak-1', op: undefined, revisie: 9, signalen }]);
  const berichtId = berichtIdVan(mt, datum);
  const data = { berichtId, ontvanger: mt, datum, regels };
  await noteer({ type: 'BerichtOpgesteld', data }, 0);
  return berichtId;
}

const noteer = async (event: BerichtEvent, revisie: number) =>
  noteerBerichten(views.ds, [{ event, revisie }]);

const poging = { ontvanger: mt, poging: 1, geprobeerdOp: nu } as const;
const reden = '550 onbekend adres';

async function gafOp(berichtId: BerichtId): Promise<BerichtId> {
  const waarom = { oorzaak: 'mislukt', reden, definitief: true } as const;
  await noteer({ type: 'BerichtNietBezorgd', data: { berichtId, ...poging, ...waarom } }, 1);
  return berichtId;
}

describe('een bericht dat is opgegeven en opnieuw gevraagd', () => {
  it('is weer aan de beurt, met waarom het niet lukte, tot het is bezorgd', async () => {
    const berichtId = await gafOp(await bericht(maandag, [eerste, tweede]));
    expect(await opgegevenBerichten(views.ds)).toEqual([berichtId]);
    expect(await neemTeBezorgen(views.ds, later, later, 9)).toEqual([]);
    const data = {
      ...{ berichtId, ontvanger: mt, door: 'functioneel-beheer', regels: [tweede] },
      gevraagdOp: later,
    };
    await noteer({ type: 'BerichtOpnieuwGevraagd', data }, 2);
    expect(await opgegevenBerichten(views.ds)).toEqual([]);
    expect((await berichtenLijst(views.ds, { limiet: 9 })).berichten).toMatchObject([
      { status: 'wordt-herhaald', pogingen: 1, regels: 1, reden, volgendePogingOp: later },
    ]);
    expect(await neemTeBezorgen(views.ds, later, later, 9)).toEqual([{ berichtId, pogingen: 1 }]);
    const bezorgd = { berichtId, ...poging, poging: 2, langs: 'e-mail' } as const;
    await noteer({ type: 'BerichtBezorgd', data: bezorgd }, 3);
    await noteer({ type: 'BerichtOpnieuwGevraagd', data }, 2);
    expect(await neemTeBezorgen(views.ds, '2026-04-07T04:00:00.000Z', later, 9)).toEqual([]);
  });

  it('staat op de lijst met de laatste dag eerst', async () => {
    const oud = await gafOp(await bericht(maandag, [eerste]));
    const nieuw = await gafOp(await bericht(dinsdag, [tweede]));
    expect(await opgegevenBerichten(views.ds)).toEqual([nieuw, oud]);
  });
});

describe('wat van een bericht nog te melden is', () => {
  const gestart = { doe: 0, dag: 0 };
  const gesprek = { doe: 6, dag: 4 };
  const nog = async (...regels: readonly Berichtregel[]) => nogTeMelden(views.ds, mt, regels);

  it('is alles zolang er niets gebeurde', async () => {
    await gafOp(await bericht(maandag, [eerste]));
    expect(await nog(eerste)).toEqual([eerste]);
    await projecteer(
      views.ds,
      logboekVan(leven({ zaakId: 'zaak-1', soort: 1 }, [gestart, gesprek, gesprek, gesprek])),
    );
    const [rij] = await views.ds.query<{ einde: Datum }[]>('select einde::text from lees.zaken');
    const geldt = { ...eerste, einde: rij?.einde ?? maandag };
    expect(await nog(geldt)).toEqual([geldt]);
  });

  it.each([
    ['is beantwoord', [gestart, gesprek, { doe: 1, dag: 5 }]],
    ['een andere datum heeft', [gestart, { doe: 4, dag: 3 }, gesprek]],
  ])('is niet de zaak die intussen %s', async (_wat, stappen) => {
    const zaak = leven({ zaakId: 'zaak-1', soort: 1 }, stappen);
    await projecteer(views.ds, logboekVan(zaak));
    const ander = { ...eerste, zaakId: 'zaak-2' } as const;
    expect(await nog(eerste, ander)).toEqual([ander]);
  });

  it('is niet wat een later bericht vertelt of gaat vertellen', async () => {
    const oud = await gafOp(await bericht(maandag, [eerste]));
    const nieuw = await bericht(dinsdag, [tweede]);
    expect(await nog(eerste)).toEqual([]);
    expect(await nog(tweede)).toEqual([tweede]);
    const stilte = { ...eerste, soort: 'stilte' } as const;
    expect(await nog(stilte)).toEqual([stilte]);
    expect(await nogTeMelden(views.ds, 'wijk-mt:ander', [eerste])).toEqual([eerste]);
    await gafOp(nieuw);
    expect(await nog(eerste)).toEqual([eerste]);
    expect(oud).toBe('bericht-wijk-mt:tarwewijk-2026-03-30');
  });
});
