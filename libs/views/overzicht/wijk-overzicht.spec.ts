import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Datum, ZaakEvent } from '@wijkspoor/domain';
import type { Aantallen } from '@wijkspoor/wire';
import { testDatabase } from '@wijkspoor/testing';
import type { ViewsInTest } from '../fixtures/database.fixture.ts';
import { projecteer, viewsInTest } from '../fixtures/database.fixture.ts';
import { gemeente } from '../fixtures/gemeente.fixture.ts';
import type { Stap } from '../fixtures/leven.fixture.ts';
import { leven } from '../fixtures/leven.fixture.ts';
import { logboekVan } from '../fixtures/logboek.fixture.ts';
import { wijkOverzicht } from './wijk-overzicht.ts';
import { wijkenStand } from './wijken-stand.ts';

let views: ViewsInTest;
beforeAll(async () => {
  views = await viewsInTest(await testDatabase());
});
afterAll(async () => views[Symbol.asyncDispose]());

async function empty(): Promise<void> {
  await views.ds.query('truncate lees.zaken, lees.view_checkpoints');
}
beforeEach(empty);

const leeg: Aantallen = {
  ...{ totaal: 0, nieuw: 0, inBehandeling: 0, beantwoord: 0, gesloten: 0 },
  ...{ loopt: 0, openTeLaat: 0, opTijd: 0, teLaatBeantwoord: 0, geenTermijn: 0 },
  ...{ geenEindeBepaald: 0, opTijdDoorAfspraak: 0 },
};
const stap = (doe: number, dag: number): Stap => ({ doe, dag });
const [starten, antwoorden, toewijzen, afspreken] = [0, 1, 2, 4] as const;
const [sluiten, heropenen] = [8, 9] as const;

async function stel(...levens: readonly (readonly ZaakEvent[])[]) {
  await projecteer(views.ds, logboekVan(...levens));
}

describe('the overview of a wijk', () => {
  it('counts by state and by judgement, per theme and per soort', async () => {
    const basis = { wijken: ['tarwewijk'], themas: ['wonen', 'geld'] };
    await stel(
      leven({ zaakId: 'zaak-1', ...basis }, [stap(starten, 0), stap(antwoorden, 10)]),
      leven({ zaakId: 'zaak-2', ...basis, soort: 1 }, [stap(starten, 0), stap(toewijzen, 1)]),
      leven({ zaakId: 'zaak-3', wijken: ['tarwewijk', 'pernis'] }, []),
      leven({ zaakId: 'zaak-4', wijken: ['pernis'] }, []),
    );
    const twee = { ...leeg, totaal: 2, inBehandeling: 1, beantwoord: 1, opTijd: 1, openTeLaat: 1 };
    const zonder = { ...leeg, totaal: 1, nieuw: 1, geenTermijn: 1 };
    expect(await wijkOverzicht(views.ds, 'tarwewijk', '2026-05-01', gemeente)).toEqual({
      ...{ wijk: 'tarwewijk', naam: 'Tarwewijk', gebied: 'zuid', peildatum: '2026-05-01' },
      totaal: { ...twee, totaal: 3, nieuw: 1, geenTermijn: 1 },
      perThema: [
        { thema: 'wonen', naam: 'Wonen', aantallen: twee },
        { thema: 'geld', naam: 'Geld en schulden', aantallen: twee },
        { thema: 'geen-thema', naam: 'nog geen thema', aantallen: zonder },
      ],
      perSoort: [
        {
          soort: 'wijkhubvraag',
          aantallen: { ...leeg, totaal: 2, nieuw: 1, beantwoord: 1, opTijd: 1, geenTermijn: 1 },
        },
        {
          soort: 'ongevraagd-advies',
          aantallen: { ...leeg, totaal: 1, inBehandeling: 1, openTeLaat: 1 },
        },
      ],
    });
  });

  it('shows a day in the past as it was', async () => {
    await stel(
      leven({ zaakId: 'zaak-1' }, [stap(starten, 0), stap(antwoorden, 50), stap(sluiten, 60)]),
    );
    const totaalOp = async (dag: Datum) =>
      (await wijkOverzicht(views.ds, 'tarwewijk', dag, gemeente)).totaal;
    expect(await totaalOp('2026-03-01')).toEqual(leeg);
    expect(await totaalOp('2026-04-13')).toEqual({ ...leeg, totaal: 1, nieuw: 1, loopt: 1 });
    expect(await totaalOp('2026-04-14')).toEqual({ ...leeg, totaal: 1, nieuw: 1, openTeLaat: 1 });
    expect(await totaalOp('2026-04-21')).toMatchObject({ beantwoord: 1, teLaatBeantwoord: 1 });
    expect(await totaalOp('2026-05-01')).toMatchObject({ gesloten: 1, teLaatBeantwoord: 1 });
  });

  it('counts what is in time only by an agreement, as a part of what is in time', async () => {
    await stel(
      leven({ zaakId: 'zaak-eerder-klaar' }, [
        ...[stap(starten, 0), stap(afspreken, 40), stap(antwoorden, 42)],
      ]),
      leven({ zaakId: 'zaak-afgesproken' }, [
        ...[stap(starten, 0), stap(afspreken, 40), stap(antwoorden, 43)],
      ]),
      leven({ zaakId: 'zaak-twee-keer' }, [
        ...[stap(starten, 0), stap(afspreken, 40), stap(afspreken, 48), stap(antwoorden, 57)],
      ]),
      leven({ zaakId: 'zaak-na-verstrijken' }, [
        ...[stap(starten, 0), stap(afspreken, 50), stap(antwoorden, 59)],
      ]),
      leven({ zaakId: 'zaak-toch-te-laat' }, [
        ...[stap(starten, 0), stap(afspreken, 40), stap(antwoorden, 50)],
      ]),
      leven({ zaakId: 'zaak-opnieuw' }, [
        ...[stap(starten, 0), stap(afspreken, 40), stap(antwoorden, 49), stap(heropenen, 60)],
        ...[stap(starten, 60), stap(antwoorden, 102)],
      ]),
    );
    const geteldOp = async (dag: Datum) => {
      const { totaal } = await wijkOverzicht(views.ds, 'tarwewijk', dag, gemeente);
      const { opTijd, opTijdDoorAfspraak, teLaatBeantwoord } = totaal;
      return [opTijd, opTijdDoorAfspraak, teLaatBeantwoord];
    };
    expect(await geteldOp('2026-04-13')).toEqual([1, 0, 0]);
    expect(await geteldOp('2026-04-14')).toEqual([2, 1, 0]);
    expect(await geteldOp('2026-04-21')).toEqual([3, 2, 1]);
    expect(await geteldOp('2026-04-30')).toEqual([5, 4, 1]);
    expect(await geteldOp('2026-05-01')).toEqual([4, 3, 1]);
    expect(await geteldOp('2026-06-12')).toEqual([5, 3, 1]);
  });

  it('keeps a line for a theme and a wijk that the configuration no longer knows', async () => {
    await stel(leven({ zaakId: 'zaak-1', wijken: ['oud'], themas: ['telegraaf'] }, []));
    const overzicht = await wijkOverzicht(views.ds, 'oud', '2026-05-01', gemeente);
    expect(overzicht).toMatchObject({
      naam: 'oud',
      perThema: [{ thema: 'telegraaf', naam: 'telegraaf' }],
    });
    const { wijken } = await wijkenStand(views.ds, '2026-05-01', gemeente);
    expect(wijken).toContainEqual(expect.objectContaining({ code: 'oud', totaal: 1 }));
  });

  it('is empty, and no error, where nothing was asked', async () => {
    const overzicht = await wijkOverzicht(views.ds, 'pernis', '2026-05-01', gemeente);
    expect(overzicht).toMatchObject({ totaal: leeg, perThema: [], perSoort: [] });
  });
});
