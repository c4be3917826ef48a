import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BerichtEvent, BerichtId, Datum, ZaakId } from '@wijkspoor/domain';
import type { Instant } from '@wijkspoor/kernel';
import { testDatabase } from '@wijkspoor/testing';
import type { ViewsInTest } from '../fixtures/database.fixture.ts';
import { projecteer, viewsInTest } from '../fixtures/database.fixture.ts';
import { leven } from '../fixtures/leven.fixture.ts';
import { logboekVan } from '../fixtures/logboek.fixture.ts';
import { laatVervallen, neemTeBezorgen, noteerBerichten, teBerichten } from './berichten.ts';
import { kijkOpnieuwBij, noteerBekeken, teBekijken } from './klok.ts';
import { berichtenLijst, klokstand } from './lijsten.ts';
import { teMelden } from './te-melden.ts';

let views: ViewsInTest;
beforeAll(async () => {
  views = await viewsInTest(await testDatabase());
});
afterAll(async () => views[Symbol.asyncDispose]());
beforeEach(async () =>
  views.ds.query(
    `truncate lees.klok, lees.klok_stand, lees.signalen, lees.meldingen, lees.berichten,
      lees.zaken`,
  ),
);

const mt = 'wijk-mt:tarwewijk';
const maandag: Datum = '2026-03-30';
const nu: Instant = '2026-03-30T04:00:00.000Z';

/** Raises rungs of a case, as the tick notes them. */
async function geef(zaakId: ZaakId, peildatum: Datum, ...treden: readonly number[]) {
  const signalen = treden.map((trede, n) => ({
    ...({ zaakId, revisie: 3 + n, soort: 'herinnering', trede, einde: '2026-04-13' } as const),
    ...{ sinds: null, dag: peildatum, peildatum, aan: [mt] },
  }));
  await noteerBekeken(views.ds, [{ zaakId, op: undefined, revisie: 9, signalen }]);
}

async function stelOp(datum: Datum, ontvanger = mt): Promise<BerichtId> {
  const { regels } = await teMelden(views.ds, ontvanger, 100);
  const berichtId: BerichtId = `bericht-${ontvanger}-${datum}`;
  const event: BerichtEvent = {
    type: 'BerichtOpgesteld',
    data: { berichtId, ontvanger, datum, regels },
  };
  await noteerBerichten(views.ds, [{ event, revisie: 0 }]);
  return berichtId;
}

describe('wat iemand nog moet horen', () => {
  it('is van elke zaak het laatste, en daarna niets meer', async () => {
    await geef('zaak-1', maandag, -14, -7, -2);
    await geef('zaak-2', maandag, -14);
    const { regels, vanaf } = await teMelden(views.ds, mt, 100);
    expect(regels.map(({ zaakId, trede }) => [zaakId, trede])).toEqual([
      ['zaak-1', -2],
      ['zaak-2', -14],
    ]);
    expect(vanaf).toBe(maandag);
    expect(await teBerichten(views.ds, maandag)).toEqual([mt]);
    await stelOp(maandag);
    expect(await teMelden(views.ds, mt, 100)).toEqual({ regels: [], vanaf: undefined });
  });

  it('wacht tot de volgende dag als er vandaag al een bericht was, het oudste eerst', async () => {
    await geef('zaak-1', maandag, -14);
    await stelOp(maandag);
    await geef('zaak-3', '2026-03-31', -14);
    await geef('zaak-2', maandag, -14);
    expect(await teBerichten(views.ds, maandag)).toEqual([]);
    expect(await teBerichten(views.ds, '2026-03-31')).toEqual([mt]);
    const { regels } = await teMelden(views.ds, mt, 1);
    expect(regels).toMatchObject([{ zaakId: 'zaak-2' }]);
  });

  const gesprek = { doe: 6, dag: 4 };
  const gestart = { doe: 0, dag: 0 };

  it.each([
    ['de zaak intussen is beantwoord', [gestart, gesprek, { doe: 1, dag: 5 }]],
    ['intussen een andere datum geldt', [gestart, { doe: 4, dag: 3 }, gesprek]],
  ])('vervalt als %s', async (_wat, stappen) => {
    const ander = leven({ zaakId: 'zaak-1', soort: 1 }, stappen);
    const zelfde = leven({ zaakId: 'zaak-2', soort: 1 }, [gestart, gesprek, gesprek, gesprek]);
    await projecteer(views.ds, logboekVan(ander, zelfde));
    await geef('zaak-1', maandag, -14);
    await geef('zaak-2', maandag, -14);
    await laatVervallen(views.ds);
    const { regels } = await teMelden(views.ds, mt, 100);
    expect(regels).toMatchObject([{ zaakId: 'zaak-2' }]);
  });

  it('vervalt niet om een stand van voordat het gezegd werd', async () => {
    const achter = leven({ zaakId: 'zaak-1', soort: 1 }, [{ doe: 1, dag: 3 }]);
    await projecteer(views.ds, logboekVan(achter));
    await geef('zaak-1', maandag, -14);
    await laatVervallen(views.ds);
    expect((await teMelden(views.ds, mt, 100)).regels).toMatchObject([{ zaakId: 'zaak-1' }]);
  });
});

describe('een bericht dat bezorgd moet worden', () => {
  const later: Instant = '2026-03-30T04:05:00.000Z';
  const poging = (berichtId: BerichtId, n: number, definitief: boolean): BerichtEvent => ({
    type: 'BerichtNietBezorgd',
    data: {
      ...{ berichtId, ontvanger: mt, poging: n, geprobeerdOp: nu, definitief },
      ...{ oorzaak: 'mislukt', reden: 'geen antwoord' },
    },
  });

  it('gaat naar één van wie er tegelijk om vragen, en na een tijd naar een ander', async () => {
    const ids = Array.from({ length: 20 }, (_, n) => `wijk-mt:wijk-${n}`);
    for (const ontvanger of ids) await stelOp(maandag, ontvanger);
    const vraag = async () => neemTeBezorgen(views.ds, nu, later, 10);
    const genomen = (await Promise.all([vraag(), vraag(), vraag(), vraag()])).flat();
    expect(new Set(genomen.map(({ berichtId }) => berichtId)).size).toBe(20);
    expect(genomen).toHaveLength(20);
    expect(await vraag()).toEqual([]);
    expect(await neemTeBezorgen(views.ds, later, later, 100)).toHaveLength(20);
  });

  it('komt na een mislukking later weer, en na de laatste niet meer', async () => {
    const berichtId = await stelOp(maandag);
    await noteerBerichten(views.ds, [{ event: poging(berichtId, 1, false), revisie: 1 }]);
    expect(await neemTeBezorgen(views.ds, nu, later, 9)).toEqual([]);
    expect(await neemTeBezorgen(views.ds, later, later, 9)).toEqual([{ berichtId, pogingen: 1 }]);
    await noteerBerichten(views.ds, [{ event: poging(berichtId, 2, true), revisie: 2 }]);
    await noteerBerichten(views.ds, [{ event: poging(berichtId, 1, false), revisie: 1 }]);
    expect(await neemTeBezorgen(views.ds, '2027-01-01T00:00:00.000Z', later, 9)).toEqual([]);
    const { berichten } = await berichtenLijst(views.ds, { ontvanger: mt, limiet: 9 });
    expect(berichten).toMatchObject([
      { status: 'niet-bezorgd', pogingen: 2, reden: 'geen antwoord', volgendePogingOp: null },
    ]);
    expect((await berichtenLijst(views.ds, { status: 'bezorgd', limiet: 9 })).berichten).toEqual(
      [],
    );
  });
});

describe('een bericht van een klok die dagen voorliep', () => {
  const over3Dagen: Instant = '2026-04-02T04:00:00.000Z';
  const kortDaarna: Instant = '2026-04-02T04:05:00.000Z';

  it('wacht niet tot die dagen om zijn', async () => {
    const berichtId = await stelOp(maandag);
    expect(await neemTeBezorgen(views.ds, over3Dagen, kortDaarna, 9)).toHaveLength(1);
    expect(await neemTeBezorgen(views.ds, nu, nu, 9)).toEqual([{ berichtId, pogingen: 0 }]);
    const event: BerichtEvent = {
      type: 'BerichtNietBezorgd',
      data: {
        ...{ berichtId, ontvanger: mt, poging: 1, geprobeerdOp: over3Dagen, definitief: false },
        ...{ oorzaak: 'mislukt', reden: 'geen antwoord' },
      },
    };
    await noteerBerichten(views.ds, [{ event, revisie: 1 }]);
    expect(await neemTeBezorgen(views.ds, nu, nu, 9)).toEqual([{ berichtId, pogingen: 1 }]);
  });
});

describe('hoe de klok ervoor staat', () => {
  it('is wat nog niet is bekeken, en hoe het met de berichten van een week staat', async () => {
    expect(await klokstand(views.ds, maandag)).toEqual({ due: 0, messages: [] });
    await views.ds.query(`insert into lees.klok values ('zaak-1', '2026-03-30', 1),
      ('zaak-2', '2026-03-31', 1)`);
    await geef('zaak-3', maandag, -14);
    await stelOp(maandag);
    const stand = { due: 1, messages: [{ status: 'opgesteld', count: 1 }] };
    expect(await klokstand(views.ds, maandag)).toEqual(stand);
    expect(await klokstand(views.ds, '2026-04-05')).toEqual({ ...stand, due: 2 });
    expect(await klokstand(views.ds, '2026-04-06')).toEqual({ due: 2, messages: [] });
  });
});

describe('een klok die nieuw is naast zaken die er al waren', () => {
  it('laat elke open zaak één keer bekijken, en geen andere', async () => {
    const open = leven({ zaakId: 'zaak-open', soort: 1 }, []);
    const dicht = leven({ zaakId: 'zaak-dicht', soort: 1 }, [{ doe: 1, dag: 3 }]);
    await projecteer(views.ds, logboekVan(open, dicht));
    await kijkOpnieuwBij(views.ds, 'beleid', maandag);
    expect(await teBekijken(views.ds, maandag, 9)).toMatchObject([{ zaakId: 'zaak-open' }]);
  });
});
