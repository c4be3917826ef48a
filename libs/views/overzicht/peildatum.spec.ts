import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Datum, ZaakEvent, ZaakId } from '@wijkspoor/domain';
import { plusDagen } from '@wijkspoor/domain';
import { testDatabase } from '@wijkspoor/testing';
import fc from 'fast-check';
import type { ViewsInTest } from '../fixtures/database.fixture.ts';
import { projecteer, viewsInTest } from '../fixtures/database.fixture.ts';
import { gemeente } from '../fixtures/gemeente.fixture.ts';
import type { Beoordeeld } from '../fixtures/beoordeeld.fixture.ts';
import { telling, volgensDomein } from '../fixtures/beoordeeld.fixture.ts';
import { leven, ontvangst } from '../fixtures/leven.fixture.ts';
import { logboekVan } from '../fixtures/logboek.fixture.ts';
import type { ZakenFilter } from '../zaken/zaken-lijst.ts';
import { zakenLijst } from '../zaken/zaken-lijst.ts';
import { teLaat } from './te-laat.ts';
import { wijkOverzicht } from './wijk-overzicht.ts';
import { wijkenStand } from './wijken-stand.ts';

let views: ViewsInTest;
beforeAll(async () => {
  views = await viewsInTest(await testDatabase());
});
afterAll(async () => views[Symbol.asyncDispose]());

// The last day of a term that starts on the first day, and its neighbours, more often than others.
const dag = fc.oneof(fc.nat(90), fc.constantFrom(0, 41, 42, 43));

const vanAlles = fc.array(fc.record({ doe: fc.nat(15), dag }), { maxLength: 14 });

/** Another date is agreed around the end of the term; the answer comes around one of the two. */
const naAfspraak = fc
  .record({ afspraak: fc.integer({ min: 33, max: 45 }), antwoord: dag })
  .map(({ afspraak, antwoord }) => [
    { doe: 0, dag: 0 },
    { doe: 4, dag: afspraak },
    { doe: 1, dag: antwoord },
  ]);

/** A few cases, each with any life that the rules allow. */
const zaken = fc.array(
  fc.record({
    soort: fc.nat(4),
    wijken: fc.subarray(['tarwewijk', 'bloemhof', 'pernis']),
    themas: fc.subarray(['wonen', 'geld']),
    ontvangenNa: fc.nat(30),
    stappen: fc.oneof(vanAlles, naAfspraak),
  }),
  { minLength: 1, maxLength: 8 },
);
const levens = zaken.map((rijtje) =>
  rijtje.map(({ ontvangenNa, stappen, ...begin }, n) => {
    const zaakId: ZaakId = `zaak-${n}`;
    return leven({ zaakId, ...begin, ontvangenOp: plusDagen(ontvangst, ontvangenNa) }, stappen);
  }),
);

type Controle = (zaken: readonly Beoordeeld[], dag: Datum) => Promise<void>;

/** Any cases on any telling day: what is read against what the domain makes of the facts. */
async function opElkeDag(controle: Controle): Promise<void> {
  const property = fc.asyncProperty(levens, fc.nat(), async (stad, keuze) => {
    await views.ds.query('delete from lees.zaken; delete from lees.view_checkpoints');
    await projecteer(views.ds, logboekVan(...stad));
    const peildatum = sprekendeDag(stad, keuze);
    await controle(
      stad.flatMap((events) => volgensDomein(events, peildatum) ?? []),
      peildatum,
    );
  });
  await fc.assert(property, { numRuns: 60 });
}

// Something changes on a day that is named in a fact, or the day after it.
function sprekendeDag(stad: readonly (readonly ZaakEvent[])[], keuze: number): Datum {
  const genoemd = JSON.stringify(stad).match(/\d{4}-\d{2}-\d{2}/g) as Datum[];
  const dagen = [...new Set(genoemd)].flatMap((dag) => [
    dag,
    plusDagen(dag, 1),
    plusDagen(dag, -1),
  ]);
  return dagen[keuze % dagen.length] ?? ontvangst;
}

async function ids(filter: Partial<ZakenFilter> & { peildatum: Datum }): Promise<string[]> {
  const gevonden = await zakenLijst(views.ds, { limiet: 200, ...filter });
  return gevonden.zaken.map(({ zaakId }) => zaakId).toSorted();
}

const idsVan = (beoordeeld: readonly Beoordeeld[]) => beoordeeld.map(({ regel }) => regel.zaakId);

const statussen = ['nieuw', 'in-behandeling', 'beantwoord', 'gesloten'] as const;
const oordelen = [
  ...(['geen-termijn', 'geen-einde-bepaald', 'loopt'] as const),
  ...(['open-te-laat', 'op-tijd', 'te-laat-beantwoord'] as const),
];

describe('what is read of a day is what the domain makes of the facts until then', () => {
  it('in the list of cases, with each filter that depends on the day', async () => {
    await opElkeDag(controleerLijst);
  }, 60_000);

  it('in the numbers of every wijk, which add up, and in the adviezen that are late', async () => {
    await opElkeDag(async (verwacht, peildatum) => {
      await controleerWijken(verwacht, peildatum);
      const soorten = ['gevraagd-advies', 'ongevraagd-advies'] as const;
      const { zaken: laatste } = await teLaat(views.ds, gemeente, {
        ...{ peildatum, soorten, limiet: 200 },
      });
      expect(laatste.map(({ zaakId }) => zaakId).toSorted()).toEqual(idsVan(laat(verwacht)));
    });
  }, 60_000);
});

async function controleerLijst(verwacht: readonly Beoordeeld[], peildatum: Datum): Promise<void> {
  const { zaken: gevonden } = await zakenLijst(views.ds, { peildatum, limiet: 200 });
  expect(gevonden).toHaveLength(verwacht.length);
  for (const { regel } of verwacht)
    expect(gevonden.find(({ zaakId }) => zaakId === regel.zaakId)).toMatchObject(regel);
  for (const waarde of oordelen)
    expect(await ids({ peildatum, oordeel: waarde })).toEqual(
      idsVan(verwacht.filter(({ regel }) => regel.oordeel === waarde)),
    );
  for (const status of statussen)
    expect(await ids({ peildatum, status })).toEqual(
      idsVan(verwacht.filter(({ regel }) => regel.status === status)),
    );
  const behandelaar = 'hub:afrikaanderwijk';
  expect(await ids({ peildatum, behandelaar })).toEqual(
    idsVan(verwacht.filter(({ regel }) => regel.behandelaar === behandelaar)),
  );
}

async function controleerWijken(verwacht: readonly Beoordeeld[], peildatum: Datum): Promise<void> {
  const { wijken } = await wijkenStand(views.ds, peildatum, gemeente);
  for (const { code, open, openTeLaat, totaal } of wijken) {
    const hier = verwacht.filter(({ registratie }) => registratie.data.wijken.includes(code));
    const overzicht = await wijkOverzicht(views.ds, code, peildatum, gemeente);
    const geteld = overzicht.totaal;
    expect(geteld).toEqual(telling(hier));
    for (const { thema, aantallen } of overzicht.perThema)
      expect(aantallen).toEqual(telling(hier.filter((zaak) => heeftThema(zaak, thema))));
    const perSoort = overzicht.perSoort.map(({ aantallen }) => aantallen.totaal);
    expect(perSoort.reduce((som, aantal) => som + aantal, 0)).toBe(totaal);
    expect({ totaal, openTeLaat }).toEqual({
      totaal: geteld.totaal,
      openTeLaat: geteld.openTeLaat,
    });
    expect(open).toBe(geteld.nieuw + geteld.inBehandeling);
    expect(openTeLaat).toBeLessThanOrEqual(open);
  }
}

const laat = (verwacht: readonly Beoordeeld[]) =>
  verwacht.filter(
    ({ registratie, regel }) =>
      registratie.type === 'AdviesOntvangen' && regel.oordeel.includes('te-laat'),
  );

const heeftThema = ({ themas }: Beoordeeld, thema: string) =>
  thema === 'geen-thema' ? themas.length === 0 : themas.includes(thema);
