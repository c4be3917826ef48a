import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Datum } from '@wijkspoor/domain';
import { testDatabase } from '@wijkspoor/testing';
import type { ViewsInTest } from '../fixtures/database.fixture.ts';
import { projecteer, viewsInTest } from '../fixtures/database.fixture.ts';
import { gemeente } from '../fixtures/gemeente.fixture.ts';
import { leven } from '../fixtures/leven.fixture.ts';
import { logboekVan } from '../fixtures/logboek.fixture.ts';
import { wijkenStand } from './wijken-stand.ts';

let views: ViewsInTest;
beforeAll(async () => {
  views = await viewsInTest(await testDatabase());
});
afterAll(async () => views[Symbol.asyncDispose]());

const gestart = { doe: 0, dag: 0 };
const beantwoord = { doe: 1, dag: 1 };

describe('the list of wijken', () => {
  it('counts a case of several wijken in each, and one of the whole city in none', async () => {
    const log = logboekVan(
      leven({ zaakId: 'zaak-1', wijken: ['tarwewijk', 'pernis'] }, [gestart]),
      leven({ zaakId: 'zaak-2', wijken: ['pernis'] }, [gestart, beantwoord]),
      leven({ zaakId: 'zaak-3', wijken: [], soort: 4 }, []),
    );
    await projecteer(views.ds, log);
    const regel = { gebied: 'zuid', open: 0, openTeLaat: 0, totaal: 0 };
    expect(await wijkenStand(views.ds, '2026-06-01', gemeente)).toEqual({
      peildatum: '2026-06-01',
      wijken: [
        { ...regel, code: 'bloemhof', naam: 'Bloemhof' },
        { ...regel, code: 'pernis', naam: 'Pernis', open: 1, openTeLaat: 1, totaal: 2 },
        { ...regel, code: 'tarwewijk', naam: 'Tarwewijk', open: 1, openTeLaat: 1, totaal: 1 },
      ],
    });
  });

  it('has a wijk for as long as it exists', async () => {
    const codesOp = async (dag: Datum) =>
      (await wijkenStand(views.ds, dag, gemeente)).wijken.map(({ code }) => code);
    expect(await codesOp('2025-12-31')).toContain('nesse');
    expect(await codesOp('2026-01-01')).not.toContain('nesse');
  });
});
