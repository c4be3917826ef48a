import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { berichtIdVan, bewaking, datumIn } from '@wijkspoor/domain';
import { withEngines } from '@wijkspoor/platform';
import { Bell, type Bezorger } from '@wijkspoor/ports';
import { eventually, testClock } from '@wijkspoor/testing';
import { berichtenLijst, openViews } from '@wijkspoor/views';
import { bewaakTermijnen } from './bewaak-termijnen.ts';
import { werkplaats, type Werkplaats } from './fixtures/werkplaats.fixture.ts';
import { schrijfBericht } from './bezorging/schrijf-bericht.ts';

const datum = '2031-01-06';
let proef: Werkplaats;

beforeAll(async () => {
  proef = await werkplaats();
}, 60_000);

afterAll(async () => proef?.weg());

/** Delivers everything at once, except to one receiver, who keeps one waiting. */
function traag(wie: string) {
  let antwoord = () => {};
  const wachten = new Promise<void>((klaar) => (antwoord = klaar));
  const bezorger: Bezorger = {
    bezorg: async ({ adres }) => {
      if (adres.startsWith(wie)) await wachten;
      return { bezorgd: true };
    },
    close: async () => undefined,
  };
  return { bezorger, antwoord };
}

describe('a receiver who does not answer', () => {
  it('holds up neither the other receivers nor the clock', async () => {
    await withEngines(proef.settings, async ({ log, readDb }) => {
      const views = await readDb.open(openViews);
      const clock = testClock(`${datum}T09:00:00.000Z`);
      const { gemeente, logger } = proef;
      const wijken = gemeente.wijken.slice(0, 9).map(({ code }) => code);
      for (const wijk of wijken) {
        const ontvanger = `wijk-mt:${wijk}`;
        const regels = [{ zaakId: 'zaak-1', revisie: 2, soort: 'herinnering' }] as const;
        const berichtId = berichtIdVan(ontvanger, datum);
        const data = { berichtId, ontvanger, datum, regels, now: clock.now() } as const;
        await schrijfBericht({ log, views }, { type: 'StelBerichtOp', data });
      }
      const { bezorger, antwoord } = traag(wijken[0] ?? '');
      let gevraagd = 0;
      const calendar = {
        today: () => datumIn(clock.now()),
        untilTomorrowMs: () => ((gevraagd += 1), 1),
      };
      const bezorging = { bezorgers: { 'e-mail': bezorger }, link: 'http://127.0.0.1' };
      const stop = new AbortController();
      const observability = { tick: async <Seen>(look: () => Promise<Seen>) => look() };
      const gereedschap = { log, views, clock, calendar, logger, gemeente };
      const waker = { ...gereedschap, bezorging, observability, bel: new Bell() };
      const bewaakt = bewaakTermijnen({ ...waker, bewaking: bewaking(gemeente) }, stop.signal);
      const bezorgd = async () =>
        (await berichtenLijst(views, { status: 'bezorgd', limiet: 99 })).berichten.length;
      expect(await eventually(bezorgd, (aantal) => aantal === wijken.length - 1)).toBe(8);
      const eerder = gevraagd;
      await eventually(
        async () => gevraagd,
        (nu) => nu > eerder + 2,
      );
      const [wacht] = (await berichtenLijst(views, { status: 'opgesteld', limiet: 9 })).berichten;
      expect(wacht).toMatchObject({ pogingen: 0, volgendePogingOp: null });
      antwoord();
      expect(await eventually(bezorgd, (aantal) => aantal === wijken.length)).toBe(9);
      stop.abort();
      await bewaakt;
    });
  }, 60_000);
});
