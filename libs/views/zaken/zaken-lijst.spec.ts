import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Datum, ZaakId } from '@wijkspoor/domain';
import { plusDagen } from '@wijkspoor/domain';
import { BadInput } from '@wijkspoor/kernel';
import { testDatabase } from '@wijkspoor/testing';
import type { ViewsInTest } from '../fixtures/database.fixture.ts';
import { projecteer, viewsInTest } from '../fixtures/database.fixture.ts';
import { leven, ontvangst } from '../fixtures/leven.fixture.ts';
import { logboekVan } from '../fixtures/logboek.fixture.ts';
import type { ZakenFilter } from './zaken-lijst.ts';
import { zakenLijst } from './zaken-lijst.ts';

let views: ViewsInTest;
beforeAll(async () => {
  views = await viewsInTest(await testDatabase());
});
afterAll(async () => views[Symbol.asyncDispose]());

const peildatum: Datum = '2026-11-20';
async function empty(): Promise<void> {
  await views.ds.query('truncate lees.zaken, lees.view_checkpoints');
}

async function ids(filter: Partial<ZakenFilter>): Promise<string[]> {
  const { zaken } = await zakenLijst(views.ds, { peildatum, limiet: 200, ...filter });
  return zaken.map(({ zaakId }) => zaakId);
}

/** The whole list, page by page. */
async function alle(filter: Partial<ZakenFilter>, limiet: number) {
  const paginas = [await zakenLijst(views.ds, { peildatum, ...filter, limiet })];
  for (let na = paginas[0]?.volgende; na; na = paginas.at(-1)?.volgende)
    paginas.push(await zakenLijst(views.ds, { peildatum, ...filter, limiet, na }));
  return paginas.map(({ zaken }) => zaken);
}

describe('the list of cases', () => {
  beforeAll(async () => {
    await empty();
    const levens = Array.from({ length: 30 }, (_, n) => {
      const zaakId: ZaakId = `zaak-${String(n).padStart(2, '0')}`;
      const ontvangenOp = plusDagen(ontvangst, n >> 2);
      const wijken = n % 5 === 0 ? ['pernis', 'bloemhof'] : ['tarwewijk'];
      const themas = n % 3 === 0 ? ['wonen'] : [];
      const stappen = [
        { doe: 2 + (n % 2), dag: 0 },
        { doe: 0, dag: 0 },
        ...(n % 4 === 0 ? [{ doe: 1, dag: 50 }] : []),
      ];
      return leven({ zaakId, ontvangenOp, wijken, themas, soort: n % 5 }, stappen);
    });
    await projecteer(views.ds, logboekVan(...levens));
  });

  it('begins with the last received, and within a day with the last by id', async () => {
    expect((await ids({ limiet: 5 })).join()).toBe('zaak-29,zaak-28,zaak-27,zaak-26,zaak-25');
  });

  it('gives every case exactly once over its pages, whatever their size', async () => {
    const alles = await ids({});
    expect(alles).toHaveLength(30);
    for (const limiet of [1, 4, 7, 15, 30, 31]) {
      const paginas = await alle({}, limiet);
      expect(paginas.flat().map(({ zaakId }) => zaakId)).toEqual(alles);
      expect(paginas).toHaveLength(Math.ceil(30 / limiet));
    }
  });

  it('goes on where it was when cases came in meanwhile', async () => {
    const { volgende = '', zaken } = await zakenLijst(views.ds, { peildatum, limiet: 3 });
    const nieuw = leven({ zaakId: 'zaak-later', ontvangenOp: '2026-04-01' }, []);
    await projecteer(views.ds, logboekVan(nieuw));
    const verder = await ids({ limiet: 2, na: volgende });
    await views.ds.query(`delete from lees.zaken where zaak_id = 'zaak-later'`);
    expect(zaken.at(-1)?.zaakId).toBe('zaak-27');
    expect(verder).toEqual(['zaak-26', 'zaak-25']);
  });

  it('narrows down by each filter, and by all that are given together', async () => {
    expect(await ids({ soort: 'motie' })).toHaveLength(6);
    expect(await ids({ wijk: 'bloemhof' })).toHaveLength(6);
    expect(await ids({ thema: 'wonen' })).toHaveLength(10);
    expect(await ids({ kanaal: 'wijkhub' })).toHaveLength(30);
    expect(await ids({ kanaal: 'web' })).toEqual([]);
    expect(await ids({ behandelaar: 'hub:afrikaanderwijk' })).toHaveLength(15);
    expect(await ids({ status: 'beantwoord' })).toHaveLength(8);
    expect(await ids({ oordeel: 'te-laat-beantwoord' })).toHaveLength(8);
    expect(await ids({ oordeel: 'open-te-laat' })).toHaveLength(22);
    expect(
      await ids({
        soort: 'wijkhubvraag',
        wijk: 'pernis',
        thema: 'wonen',
        status: 'in-behandeling',
      }),
    ).toEqual(['zaak-15']);
  });

  it('finds a number of the council however it is written', async () => {
    for (const kenmerk of ['22bb4407', '22B4407', ' 22bb004407 ', '22BO4407'])
      expect(await ids({ kenmerk })).toHaveLength(6);
    expect(await ids({ kenmerk: '22bb44' })).toEqual([]);
  });

  it('shows a case in one line', async () => {
    const { zaken } = await zakenLijst(views.ds, {
      peildatum,
      limiet: 1,
      wijk: 'bloemhof',
      soort: 'wijkhubvraag',
    });
    expect(zaken).toEqual([
      {
        ...{ zaakId: 'zaak-25', soort: 'wijkhubvraag', status: 'in-behandeling' },
        ...{ wijken: ['pernis', 'bloemhof'], themas: [], kanaal: 'wijkhub' },
        ...{ onderwerp: 'Lekkage in het portiek', ontvangenOp: '2026-03-08', kenmerken: [] },
        ...{ behandelaar: 'hub:afrikaanderwijk', wethouder: null, beantwoordOp: null },
        ...{ einde: '2026-04-19', eersteEinde: '2026-04-19', laatsteContactOp: null },
        ...{ oordeel: 'open-te-laat', dagenTeLaat: 215 },
      },
    ]);
  });

  it('refuses a place that it never gave, and says what to do', async () => {
    const valse = ['x', '', 'W10', Buffer.from('["2026-02-30","zaak-1"]').toString('base64url')];
    for (const na of [...valse, Buffer.from('["2026-03-02","; drop"]').toString('base64url')])
      await expect(zakenLijst(views.ds, { peildatum, limiet: 5, na })).rejects.toThrow(BadInput);
    await expect(ids({ na: 'x' })).rejects.toMatchObject({
      faults: [{ pointer: '/na', message: expect.stringContaining("'x' is geen plek") }],
    });
  });
});
