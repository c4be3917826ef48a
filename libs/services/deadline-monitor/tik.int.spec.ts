import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Datum } from '@wijkspoor/domain';
import { berichtIdVan, bewaking, datumIn, plusDagen } from '@wijkspoor/domain';
import type { Engines } from '@wijkspoor/platform';
import { withEngines } from '@wijkspoor/platform';
import { testClock } from '@wijkspoor/testing';
import type { SignaalRij } from '@wijkspoor/views';
import { noteerBekeken, openViews, teMelden } from '@wijkspoor/views';
import { leesBericht } from './bezorging/schrijf-bericht.ts';
import { stelBerichtenOp } from './bezorging/stel-berichten-op.ts';
import { werkplaats, type Werkplaats } from './fixtures/werkplaats.fixture.ts';
import { tik } from './tik.ts';

const maandag: Datum = '2031-01-06';
const dinsdag = plusDagen(maandag, 1);
const ontvanger = 'wijk-mt:tarwewijk';
const nooit = new AbortController().signal;
let proef: Werkplaats;

beforeAll(async () => {
  proef = await werkplaats();
}, 60_000);

afterAll(async () => proef?.weg());

/** All that a monitor works with, on a clock that is set by hand. */
async function monitor({ log, readDb }: Engines) {
  const clock = testClock(`${maandag}T09:00:00.000Z`);
  const calendar = { today: () => datumIn(clock.now()), untilTomorrowMs: () => 1 };
  const views = await readDb.open(openViews);
  const { gemeente, logger } = proef;
  return { log, views, clock, calendar, logger, bewaking: bewaking(gemeente) };
}

describe('a tick', () => {
  it('looks at all that is due, however many pages that is, and leaves nothing behind', async () =>
    withEngines(proef.settings, async (engines) => {
      const bewaker = await monitor(engines);
      await bewaker.views.query(
        `insert into lees.klok select 'zaak-weg-' || n, date '2031-01-01' + n % 9, -1
         from generate_series(1, 4050) n`,
      );
      const dueNow = (4050 / 9) * 6;
      expect(await tik(bewaker, nooit)).toEqual({ bekeken: dueNow, gegeven: 0, mislukt: 0 });
      expect(await tik(bewaker, nooit)).toEqual({ bekeken: 0, gegeven: 0, mislukt: 0 });
      const [over] = await bewaker.views.query('select count(*)::int as n from lees.klok');
      expect(over).toEqual({ n: 4050 - dueNow });
    }));
});

const gegeven = (zaakId: `zaak-${string}`, peildatum: Datum): SignaalRij => ({
  ...({ zaakId, revisie: 3, soort: 'herinnering', trede: -14, einde: '2031-01-20' } as const),
  ...{ sinds: null, dag: peildatum, peildatum, aan: [ontvanger] },
});

describe('a message of yesterday that only the log knows of', () => {
  it('is not told again today', async () =>
    withEngines(proef.settings, async (engines) => {
      const opsteller = await monitor(engines);
      const { views, log, clock } = opsteller;
      const geef = async (rij: SignaalRij) =>
        noteerBekeken(views, [{ zaakId: rij.zaakId, op: undefined, revisie: 9, signalen: [rij] }]);
      await geef(gegeven('zaak-verteld', maandag));
      await stelBerichtenOp(opsteller, nooit);
      // The view is lost, as after a fall before it was written; the log is not.
      await views.query('update lees.meldingen set bericht = null');
      await views.query('truncate lees.berichten');
      expect((await teMelden(views, ontvanger, 9)).regels).toHaveLength(1);
      clock.set(`${dinsdag}T09:00:00.000Z`);
      await stelBerichtenOp(opsteller, nooit);
      expect(await leesBericht(log, berichtIdVan(ontvanger, dinsdag))).toEqual([]);
      await geef(gegeven('zaak-nieuw', dinsdag));
      await stelBerichtenOp(opsteller, nooit);
      expect(await leesBericht(log, berichtIdVan(ontvanger, dinsdag))).toMatchObject([
        { data: { regels: [{ zaakId: 'zaak-nieuw' }] } },
      ]);
    }));
});
