import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase } from '@wijkspoor/testing';
import type { ViewsInTest } from '../fixtures/database.fixture.ts';
import { alleRijen, projecteer, viewsInTest } from '../fixtures/database.fixture.ts';
import { registratie } from '../fixtures/leven.fixture.ts';
import { logboekVan } from '../fixtures/logboek.fixture.ts';
import { verwachteRijen } from '../fixtures/stad.fixture.ts';

let views: ViewsInTest;
beforeAll(async () => {
  views = await viewsInTest(await testDatabase());
});
afterAll(async () => views[Symbol.asyncDispose]());
beforeEach(async () => views.ds.query('truncate lees.zaken, lees.view_checkpoints'));

describe('the table of cases', () => {
  it('returns any text as it came, in any script and of any length', async () => {
    const teksten = [
      'a"b\\c',
      '{x,"y"}',
      'NULL',
      '',
      '👩‍👩‍👧 🏠',
      'مرحبا بالعالم',
      "'; drop",
      'é\n\t',
      'é'.repeat(20_000),
    ];
    const log = logboekVan(
      ...teksten.map((tekst, n) => {
        const { type, data } = registratie({ zaakId: `zaak-${n}`, wijken: [tekst, 'b'] });
        const zaak = { ...data, onderwerp: tekst, tekst, kenmerken: [tekst] };
        return [{ type, data: zaak } as ReturnType<typeof registratie>];
      }),
    );
    await projecteer(views.ds, log);
    const rijen = await alleRijen(views.ds);
    expect(rijen.map(({ tekst }) => tekst)).toEqual(teksten);
    expect(rijen).toEqual(verwachteRijen(log));
  });

  it('keeps what can be kept of a text with a zero character or half an emoji', async () => {
    const { data } = registratie({ zaakId: 'zaak-kapot' });
    const zaak = { ...data, onderwerp: 'a\0b', kenmerken: ['x\0'] };
    const afspraak = { einde: '2026-05-04', vorigEinde: '2026-04-13', revisie: 2 } as const;
    const met = { met: 'x\ud800', reden: 'y\0', afgesprokenOp: '2026-03-09' } as const;
    const door = { zaakId: data.zaakId, door: 'wijk-mt:tarwewijk', naVerstrijken: false };
    const log = logboekVan([
      { type: 'VraagGeregistreerd', data: zaak },
      { type: 'TermijnAfgesproken', data: { ...afspraak, ...met, ...door } },
    ]);
    await projecteer(views.ds, log);
    const [rij] = await alleRijen(views.ds);
    expect(rij).toMatchObject({ onderwerp: 'a\uFFFDb', kenmerken: ['x\uFFFD'] });
    expect(rij?.termijnen).toMatchObject([{ waarom: 'y\uFFFD', afspraak: { met: 'x\uFFFD' } }]);
  });
});
