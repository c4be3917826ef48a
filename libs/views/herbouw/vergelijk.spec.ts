import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase } from '@wijkspoor/testing';
import type { ViewsInTest } from '../fixtures/database.fixture.ts';
import { alleRijen, projecteer, viewsInTest } from '../fixtures/database.fixture.ts';
import { stad } from '../fixtures/stad.fixture.ts';
import { vergelijk } from './vergelijk.ts';

let views: ViewsInTest;
beforeAll(async () => {
  views = await viewsInTest(await testDatabase());
});
afterAll(async () => views[Symbol.asyncDispose]());
beforeEach(async () => views.ds.query('truncate lees.zaken, lees.view_checkpoints'));

describe('the comparison of the live rows with the log', () => {
  it('finds nothing when they are equal', async () => {
    const log = stad(25);
    await projecteer(views.ds, log);
    expect(await vergelijk(views.ds, log.replay)).toEqual({
      zaken: 25,
      aantal: 0,
      verschillen: [],
    });
  });

  it('names every row that differs, how, and in which columns', async () => {
    const log = stad(12);
    await projecteer(views.ds, log);
    await views.ds.query(`
      update lees.zaken set status = 'nieuw', themas = '{geld}' where zaak_id = 'zaak-stad-1';
      delete from lees.zaken where zaak_id = 'zaak-stad-2';
      update lees.zaken set zaak_id = 'zaak-verzonnen' where zaak_id = 'zaak-stad-3';
      update lees.zaken set revisie = 1 where zaak_id = 'zaak-stad-4'`);
    const eerst = await alleRijen(views.ds);
    expect(await vergelijk(views.ds, log.replay)).toEqual({
      zaken: 12,
      aantal: 5,
      verschillen: [
        { zaakId: 'zaak-stad-1', verschil: 'anders', kolommen: ['status', 'themas'] },
        { zaakId: 'zaak-stad-2', verschil: 'ontbreekt', kolommen: [] },
        { zaakId: 'zaak-stad-3', verschil: 'ontbreekt', kolommen: [] },
        { zaakId: 'zaak-stad-4', verschil: 'achter', kolommen: ['revisie'] },
        { zaakId: 'zaak-verzonnen', verschil: 'overtollig', kolommen: [] },
      ],
    });
    expect(await alleRijen(views.ds)).toEqual(eerst);
  });

  it('says of a view that is behind that it is behind', async () => {
    const log = stad(3);
    await projecteer(views.ds, {
      ...log,
      replay: async function* () {
        yield log.events.slice(0, 5);
      },
    });
    const { aantal, verschillen } = await vergelijk(views.ds, log.replay);
    expect(aantal).toBe(3);
    expect(verschillen.map(({ verschil }) => verschil)).toEqual(['achter', 'achter', 'achter']);
  });
});
