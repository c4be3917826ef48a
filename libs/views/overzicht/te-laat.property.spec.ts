import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Datum, Registratie, Vervolg, ZaakEvent, ZaakId } from '@wijkspoor/domain';
import { dagenTussen, isRegistratie, plusDagen } from '@wijkspoor/domain';
import { testDatabase } from '@wijkspoor/testing';
import fc from 'fast-check';
import type { ViewsInTest } from '../fixtures/database.fixture.ts';
import { projecteer, viewsInTest } from '../fixtures/database.fixture.ts';
import { gemeente } from '../fixtures/gemeente.fixture.ts';
import { dagVan } from '../fixtures/dag.fixture.ts';
import { leven, ontvangst } from '../fixtures/leven.fixture.ts';
import { logboekVan } from '../fixtures/logboek.fixture.ts';
import { teLaat } from './te-laat.ts';

let views: ViewsInTest;
beforeAll(async () => {
  views = await viewsInTest(await testDatabase());
});
afterAll(async () => views[Symbol.asyncDispose]());

const dag = fc.oneof(fc.nat(120), fc.constantFrom(0, 41, 42, 43, 51, 52));
const stad = fc
  .array(
    fc.record({
      soort: fc.nat(5),
      wijken: fc.subarray(['tarwewijk', 'bloemhof', 'pernis'], { minLength: 1 }),
      ontvangenNa: fc.nat(30),
      stappen: fc.array(fc.record({ doe: fc.nat(15), dag }), { maxLength: 14 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((rijtje) =>
    rijtje.map(({ ontvangenNa, stappen, ...begin }, n) => {
      const zaakId: ZaakId = `zaak-${n}`;
      const ontvangenOp = plusDagen(ontvangst, ontvangenNa);
      return leven({ zaakId, ...begin, ontvangenOp }, [{ doe: 0, dag: 0 }, ...stappen]);
    }),
  );

/** The facts of a case that count on a day, in the order in which they were recorded. */
function feitenOp(events: readonly ZaakEvent[], peildatum: Datum): readonly Vervolg[] {
  const ontvangen = events.find(isRegistratie)?.data.ontvangenOp ?? '9999-12-31';
  const sinds = events.findLastIndex(
    (event) => event.type === 'ZaakHeropend' && dagVan(event, ontvangen) <= peildatum,
  );
  const ervoor = events.flatMap((event, n) =>
    !isRegistratie(event) && dagVan(event, ontvangen) <= peildatum ? [{ event, n }] : [],
  );
  return ervoor.flatMap(({ event, n }) =>
    n > sinds || event.type === 'ZaakToegewezen' || isBericht(event) ? [event] : [],
  );
}

const isBericht = ({ type }: Vervolg) =>
  ['TussenberichtVerzonden', 'ContactVastgelegd', 'AntwoordGegeven'].includes(type);

// An answer from before a reopening is still the last that was heard, but stops nothing any more.
function verwacht(events: readonly ZaakEvent[], peildatum: Datum) {
  const [begin] = events;
  if (!begin || !isRegistratie(begin) || begin.data.ontvangenOp > peildatum) return [];
  const feiten = feitenOp(events, peildatum);
  const heropend = events.filter(({ type }) => type === 'ZaakHeropend');
  const laatste = heropend.findLast((event) => dagVan(event, begin.data.ontvangenOp) <= peildatum);
  const nieuw = laatste
    ? feiten.filter((f) => events.indexOf(f) > events.indexOf(laatste))
    : feiten;
  const einden = nieuw.flatMap((feit) => (eindeVan(feit) ? [{ feit, einde: eindeVan(feit) }] : []));
  const geldt = einden.at(-1);
  const gestopt = nieuw.flatMap((feit) => stopVan(feit) ?? []).at(0);
  const tot = gestopt ?? peildatum;
  if (!geldt?.einde || tot <= geldt.einde) return [];
  const behandelaar = feiten.findLast((feit) => feit.type === 'ZaakToegewezen')?.data.behandelaar;
  return [
    {
      zaakId: begin.data.zaakId,
      soortTeLaat: gestopt ? 'beantwoord' : 'open',
      dagenTeLaat: dagenTussen(geldt.einde, tot),
      einde: geldt.einde,
      eersteEinde: einden.find(({ feit }) => feit.type === 'TermijnGestart')?.einde,
      naVerstrijken: geldt.feit.type === 'TermijnAfgesproken' && geldt.feit.data.naVerstrijken,
      gestoptOp: gestopt ?? null,
      behandelaar,
      aanZet: gestopt ? null : (behandelaar ?? eersteVan(begin)),
      laatsteBericht: laatsteBericht(feiten),
    },
  ];
}

// All others go to the Wijk MT in the small municipality of these specs.
function eersteVan({ type, data }: Registratie): string {
  if (type === 'ActiepuntVastgelegd') return data.eigenaar;
  return type === 'ToezeggingVastgelegd' ? 'wethouder:wonen' : `wijk-mt:${data.wijken[0]}`;
}

const eindeVan = (feit: Vervolg) =>
  feit.type === 'TermijnGestart' || feit.type === 'TermijnAfgesproken' ? feit.data.einde : null;

function stopVan(feit: Vervolg): Datum | undefined {
  if (feit.type === 'AntwoordGegeven') return feit.data.antwoordOp;
  if (feit.type === 'AfdoeningVoorgesteld') return feit.data.voorgesteldOp;
  return feit.type === 'ZaakGesloten' ? feit.data.geslotenOp : undefined;
}

function laatsteBericht(feiten: readonly Vervolg[]) {
  const berichten = feiten.flatMap((feit) => {
    if (feit.type === 'AntwoordGegeven') return { vorm: 'antwoord', op: feit.data.antwoordOp };
    if (feit.type === 'ContactVastgelegd') return { vorm: 'mondeling', op: feit.data.contactOp };
    if (feit.type !== 'TussenberichtVerzonden') return [];
    return { vorm: 'tussenbericht', op: feit.data.verzondenOp };
  });
  return berichten.toSorted((a, b) => (a.op < b.op ? -1 : a.op > b.op ? 1 : 0)).at(-1) ?? null;
}

describe('the list of late cases, of any day', () => {
  it('says of every case what its facts until that day say, and leaves none out', async () => {
    const property = fc.asyncProperty(stad, fc.nat(), async (levens, keuze) => {
      await views.ds.query('delete from lees.zaken; delete from lees.view_checkpoints');
      await projecteer(views.ds, logboekVan(...levens));
      const peildatum = sprekendeDag(levens, keuze);
      const { zaken, aantallen } = await teLaat(views.ds, gemeente, { peildatum, limiet: 200 });
      const hoort = levens.flatMap((events) => verwacht(events, peildatum));
      const open = hoort.filter(({ soortTeLaat }) => soortTeLaat === 'open').length;
      expect(aantallen).toEqual({ open, beantwoord: hoort.length - open });
      expect(zaken.map(({ zaakId }) => zaakId).toSorted()).toEqual(
        hoort.map(({ zaakId }) => zaakId).toSorted(),
      );
      for (const { behandelaar = null, ...velden } of hoort)
        expect(zaken.find(({ zaakId }) => zaakId === velden.zaakId)).toMatchObject({
          ...velden,
          behandelaar,
        });
    });
    await fc.assert(property, { numRuns: 300 });
  }, 120_000);
});

// Something changes on a day that is named in a fact, or beside it.
function sprekendeDag(levens: readonly (readonly ZaakEvent[])[], keuze: number): Datum {
  const genoemd = JSON.stringify(levens).match(/\d{4}-\d{2}-\d{2}(?=")/g) as Datum[];
  const dagen = [...new Set(genoemd)].flatMap((een) => [
    een,
    plusDagen(een, 1),
    plusDagen(een, -1),
  ]);
  return dagen[keuze % dagen.length] ?? ontvangst;
}
