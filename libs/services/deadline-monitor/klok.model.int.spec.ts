import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Bewaking, ZaakEvent } from '@wijkspoor/domain';
import { bewaking } from '@wijkspoor/domain';
import type { Instant } from '@wijkspoor/kernel';
import type { Engines } from '@wijkspoor/platform';
import { withEngines } from '@wijkspoor/platform';
import { testClock } from '@wijkspoor/testing';
import { openViews } from '@wijkspoor/views';
import fc from 'fast-check';
import type { Model } from './fixtures/model.fixture.ts';
import { sluitAf } from './fixtures/model-controle.fixture.ts';
import { begin, stappen } from './fixtures/model.fixture.ts';
import { werkplaats, type Werkplaats } from './fixtures/werkplaats.fixture.ts';

const seed = 20261121;
let proef: Werkplaats;
let runs = 0;

beforeAll(async () => {
  proef = await werkplaats();
}, 60_000);

afterAll(async () => proef?.weg());

/** Many lives of an advies under such a watch; whether something was so that may never be. */
async function leven(waker: Bewaking, numRuns: number) {
  return withEngines(proef.settings, async ({ log, readDb }: Engines) => {
    const { gemeente, logger } = proef;
    const views = await readDb.open(openViews);
    const property = fc.asyncProperty(fc.commands(stappen, { maxCommands: 25 }), async (doen) => {
      const clock = testClock('2031-01-06T09:00:00.000Z');
      const zaakId = `zaak-model-${runs++}` as const;
      const real = { log, views, clock, gemeente, bewaking: waker, logger, zaakId };
      const model: Model = { gekeken: [] };
      await begin(real);
      await fc.asyncModelRun(() => ({ model, real }), doen);
      await sluitAf(real, model);
    });
    const details = await fc.check(property, { seed, numRuns, endOnFailure: waker !== goed() });
    return {
      failed: details.failed,
      keren: details.numRuns,
      fout: fc.defaultReportMessage(details),
    };
  });
}

let eenmaal: Bewaking | undefined;
const goed = (): Bewaking => (eenmaal ??= bewaking(proef.gemeente));

/** The watch as it is, except for what it says. */
const kapot = (anders: (zeg: Bewaking['decide']) => Bewaking['decide']): Bewaking => ({
  ...goed(),
  decide: anders(goed().decide),
});

const isTrede = (trede: number) => (event: ZaakEvent) =>
  event.type === 'HerinneringGegeven' && event.data.trede === trede;

const fouten: Record<string, (zeg: Bewaking['decide']) => Bewaking['decide']> = {
  'that leaves out a rung': (zeg) => (bewaak, bewaakt) =>
    zeg(bewaak, bewaakt).filter((event) => !isTrede(-7)(event)),
  'that says things twice': (zeg) => (bewaak, bewaakt) =>
    zeg(bewaak, bewaakt).flatMap((event) => [event, event]),
  'that is a day early': (zeg) => (bewaak, bewaakt) => {
    const straks = new Date(Date.parse(bewaak.now) + 86_400_000).toISOString() as Instant;
    return zeg({ ...bewaak, now: straks }, bewaakt);
  },
  'that never says that a term has passed': (zeg) => (bewaak, bewaakt) =>
    zeg(bewaak, bewaakt).filter(({ type }) => type !== 'TermijnOverschreden'),
};

describe(`whatever people, monitors and clocks do to an advies (seed ${seed})`, () => {
  it('is warned about in time, once for each rung of each term, with none left out', async () => {
    expect(await leven(goed(), 120)).toEqual({ failed: false, keren: 120, fout: undefined });
  }, 240_000);

  it.each(Object.entries(fouten))(
    'shows a watch %s',
    async (_naam, anders) => {
      const { failed } = await leven(kapot(anders), 60);
      expect(failed).toBe(true);
    },
    120_000,
  );
});
