import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Datum, ZaakEvent, ZaakId } from '@wijkspoor/domain';
import type { Recorded } from '@wijkspoor/kernel';
import { testDatabase } from '@wijkspoor/testing';
import type { ViewsInTest } from '../fixtures/database.fixture.ts';
import { viewsInTest } from '../fixtures/database.fixture.ts';
import { gemeente } from '../fixtures/gemeente.fixture.ts';
import { levenIn } from '../fixtures/stad.fixture.ts';
import { kijkOpnieuwBij, noteerBekeken, noteerDagen, teBekijken } from './klok.ts';
import { klokView } from './klok.view.ts';

let views: ViewsInTest;
beforeAll(async () => {
  views = await viewsInTest(await testDatabase());
});
afterAll(async () => views[Symbol.asyncDispose]());
beforeEach(async () =>
  views.ds.query('truncate lees.klok, lees.klok_stand, lees.signalen, lees.meldingen, lees.zaken'),
);

const een: ZaakId = 'zaak-een';
const maandag = '2026-03-02';
const dinsdag: Datum = '2026-03-03';
const woensdag = '2026-03-04';

const noteer = async (zaakId: ZaakId, op: Datum, revisie: number) =>
  noteerDagen(views.ds.manager, [{ zaakId, op, revisie }]);
const gezien = async (zaakId: ZaakId, op: Datum | undefined, revisie: number) =>
  noteerBekeken(views.ds, [{ zaakId, op, revisie, signalen: [] }]);
const regels = async (vandaag: Datum = '2099-01-01') => teBekijken(views.ds, vandaag, 100);

describe('de klok', () => {
  it('geeft alleen wat aan de beurt is, wat het langst wacht eerst', async () => {
    await noteer('zaak-later', woensdag, 0);
    await noteer('zaak-nu', dinsdag, 0);
    await noteer('zaak-eerst', maandag, 0);
    expect((await regels(dinsdag)).map(({ zaakId }) => zaakId)).toEqual(['zaak-eerst', 'zaak-nu']);
  });

  it('geeft alles, bladzijde voor bladzijde', async () => {
    for (let n = 0; n < 25; n++) await noteer(`zaak-${n}`, n % 2 ? maandag : dinsdag, 0);
    const alles = [];
    let pagina = await teBekijken(views.ds, dinsdag, 10);
    while (pagina.length > 0) {
      alles.push(...pagina);
      pagina = await teBekijken(views.ds, dinsdag, 10, pagina.at(-1));
    }
    expect(new Set(alles.map(({ zaakId }) => zaakId)).size).toBe(25);
    expect(alles).toHaveLength(25);
  });

  it('vindt het met een index, zonder langs de andere te gaan', async () => {
    await views.ds.query(
      `insert into lees.klok select 'zaak-' || n, date '2030-01-01' + n, 0
       from generate_series(1, 20000) n`,
    );
    await views.ds.query('analyze lees.klok');
    const plan = await views.ds.query<Record<string, string>[]>(
      `explain select zaak_id from lees.klok where op <= '2030-01-02' order by op, zaak_id limit 9`,
    );
    expect(plan.map((regel) => regel['QUERY PLAN']).join('\n')).toContain('klok_op');
  });

  it('houdt de vroegste dag, en hoort een feit dat al gezien is niet nog eens', async () => {
    await noteer(een, woensdag, 2);
    await noteer(een, dinsdag, 3);
    await noteer(een, '2026-12-01', 4);
    expect(await regels()).toEqual([{ zaakId: een, op: dinsdag, revisie: 4 }]);
    await gezien(een, '2026-06-01', 5);
    await noteer(een, maandag, 3);
    expect(await regels()).toEqual([{ zaakId: een, op: '2026-06-01', revisie: 5 }]);
  });

  it('kijkt nog eens als er tijdens het kijken iets bij kwam', async () => {
    await noteer(een, maandag, 2);
    await noteer(een, dinsdag, 6);
    await gezien(een, '2026-06-01', 5);
    expect(await regels()).toEqual([{ zaakId: een, op: maandag, revisie: 6 }]);
  });

  it('vergeet een zaak waarop niemand meer wacht, en begint weer als hij terugkomt', async () => {
    await noteer(een, maandag, 2);
    await gezien(een, undefined, 4);
    expect(await regels()).toEqual([]);
    await noteer(een, dinsdag, 5);
    expect(await regels()).toHaveLength(1);
  });

  it('laat elke open zaak nog eens bekijken bij een ander beleid, en dan niet weer', async () => {
    await noteer(een, '2026-12-01', 2);
    await kijkOpnieuwBij(views.ds, 'beleid 1', maandag);
    expect(await regels()).toMatchObject([{ op: maandag, revisie: 2 }]);
    await gezien(een, '2026-11-01', 2);
    await kijkOpnieuwBij(views.ds, 'beleid 1', dinsdag);
    expect(await regels()).toMatchObject([{ op: '2026-11-01' }]);
    await kijkOpnieuwBij(views.ds, 'beleid 2', dinsdag);
    expect(await regels()).toMatchObject([{ op: dinsdag }]);
  });

  it('verdraagt twee die tegelijk dezelfde zaken noteren', async () => {
    const ids = Array.from({ length: 300 }, (_, n) => `zaak-${n}` as const);
    for (const zaakId of ids) await noteer(zaakId, maandag, 1);
    const bekeken = ids.map((zaakId) => ({ zaakId, op: dinsdag, revisie: 2, signalen: [] }));
    const rondes = [bekeken, bekeken.toReversed(), bekeken, bekeken.toReversed()] as const;
    await Promise.all(rondes.map(async (ronde) => noteerBekeken(views.ds, ronde)));
    expect(await regels(maandag)).toEqual([]);
  });
});

describe('de klok als beeld van het logboek', () => {
  const opgeslagen = (events: readonly ZaakEvent[]) =>
    events.map((event, n) => {
      const plek = { revision: n, position: n + 1, stream: event.data.zaakId, id: `e-${n}` };
      const meta = { actor: 'proef', correlationId: 'c', causationId: 'c' };
      return { ...event, ...plek, meta, recordedAt: `${maandag}T10:00:00.000Z` };
    }) as Recorded<ZaakEvent>[];
  const herinnering: ZaakEvent = {
    type: 'HerinneringGegeven',
    data: {
      ...{ zaakId: een, door: 'dienst', revisie: 1, einde: '2026-04-13', trede: -14 },
      ...{ peildatum: '2026-04-01', aan: ['wijk-mt:tarwewijk', 'wethouder:wonen'] },
    },
  };

  it('is na twee keer dezelfde gebeurtenissen hetzelfde', async () => {
    const view = klokView(views.ds, gemeente);
    const events = opgeslagen([...levenIn(1), herinnering]);
    await view.apply(events, events);
    const inhoud = async () =>
      views.ds.query<unknown[]>(
        `select (select json_agg(k) from lees.klok k), (select json_agg(s) from lees.signalen s),
          (select json_agg(m order by ontvanger) from lees.meldingen m)`,
      );
    const eerst = await inhoud();
    await view.apply(events, events);
    expect(await inhoud()).toEqual(eerst);
    expect(
      await views.ds.query('select ontvanger, bericht from lees.meldingen order by 1'),
    ).toEqual([
      { ontvanger: 'wethouder:wonen', bericht: null },
      { ontvanger: 'wijk-mt:tarwewijk', bericht: null },
    ]);
    expect(await views.ds.query('select dag::text from lees.signalen')).toEqual([
      { dag: '2026-03-30' },
    ]);
  });
});
