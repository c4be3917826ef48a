import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ZaakId } from '@wijkspoor/domain';
import { plusDagen } from '@wijkspoor/domain';
import { testDatabase } from '@wijkspoor/testing';
import type { ViewsInTest } from '../fixtures/database.fixture.ts';
import { projecteer, viewsInTest } from '../fixtures/database.fixture.ts';
import { leven, ontvangst } from '../fixtures/leven.fixture.ts';
import { logboek, logboekVan } from '../fixtures/logboek.fixture.ts';
import { teLateLooptijden } from './te-late-looptijden.ts';

let views: ViewsInTest;
beforeAll(async () => {
  views = await viewsInTest(await testDatabase());
});
afterAll(async () => views[Symbol.asyncDispose]());
beforeEach(async () => views.ds.query('truncate lees.zaken, lees.view_checkpoints'));

const stap = (doe: number, dag: number) => ({ doe, dag });
const [starten, antwoorden, afspreken, heropenen] = [0, 1, 4, 9] as const;

const idsOp = async (dag: Parameters<typeof teLateLooptijden>[1]) =>
  (await teLateLooptijden(views.ds, dag, 10)).map(({ zaakId }) => zaakId);

describe('the terms that ended without an answer', () => {
  it('are due from the day after the end, unless answered or agreed otherwise', async () => {
    await projecteer(
      views.ds,
      logboekVan(
        leven({ zaakId: 'zaak-loopt' }, [stap(starten, 0)]),
        leven({ zaakId: 'zaak-beantwoord' }, [stap(starten, 0), stap(antwoorden, 3)]),
        leven({ zaakId: 'zaak-afgesproken' }, [stap(starten, 0), stap(afspreken, 40)]),
        leven({ zaakId: 'zaak-zonder' }, []),
      ),
    );
    expect(await idsOp('2026-04-13')).toEqual([]);
    expect(await idsOp('2026-04-14')).toEqual(['zaak-loopt']);
    expect(await idsOp('2026-04-21')).toEqual(['zaak-loopt', 'zaak-afgesproken']);
  });

  it('are due no more once that has been established, until another date is agreed', async () => {
    const log = logboekVan(leven({ zaakId: 'zaak-1' }, [stap(starten, 0)]));
    const basis = { zaakId: 'zaak-1', door: 'dienst:deadline-monitor', revisie: 1 } as const;
    log.append('zaak-1', {
      type: 'TermijnOverschreden',
      data: { ...basis, einde: '2026-04-13', vastgesteldOp: '2026-04-14' },
    });
    await projecteer(views.ds, log);
    expect(await idsOp('2026-05-01')).toEqual([]);
    log.append('zaak-1', {
      type: 'TermijnAfgesproken',
      data: {
        ...{ ...basis, revisie: 2, einde: '2026-05-04', vorigEinde: '2026-04-13' },
        ...{ met: 'wijkraad', afgesprokenOp: '2026-04-20', reden: 'later', naVerstrijken: true },
      },
    });
    await projecteer(views.ds, log, 3);
    expect(await teLateLooptijden(views.ds, '2026-05-05', 10)).toEqual([
      { zaakId: 'zaak-1', einde: '2026-05-04', termijnRevisie: 2 },
    ]);
  });

  it('of a reopened case are those of its new term', async () => {
    const begin = [stap(starten, 0), stap(antwoorden, 3), stap(heropenen, 60)];
    const log = logboekVan(leven({ zaakId: 'zaak-1' }, [...begin, stap(starten, 60)]));
    await projecteer(views.ds, log);
    expect(await idsOp('2026-06-12')).toEqual([]);
    expect(await idsOp('2026-06-13')).toEqual(['zaak-1']);
  });

  it('come in pages, the oldest end first, each of them once', async () => {
    const log = logboek();
    for (let n = 0; n < 23; n++) {
      const zaakId: ZaakId = `zaak-${String(n).padStart(2, '0')}`;
      const ontvangenOp = plusDagen(ontvangst, -(n % 4));
      log.append(zaakId, ...leven({ zaakId, ontvangenOp }, [stap(starten, 0)]));
    }
    await projecteer(views.ds, log);
    const gezien = [];
    let pagina = await teLateLooptijden(views.ds, '2026-05-01', 5);
    while (pagina.length > 0) {
      gezien.push(...pagina);
      pagina = await teLateLooptijden(views.ds, '2026-05-01', 5, gezien.at(-1));
    }
    expect(new Set(gezien.map(({ zaakId }) => zaakId)).size).toBe(23);
    expect(gezien).toHaveLength(23);
    const eindes = gezien.map(({ einde }) => einde);
    expect(eindes).toEqual(eindes.toSorted());
  });

  it('are found by an index that holds nothing else', async () => {
    const plan = await views.ds.transaction(async (manager) => {
      await manager.query('set local enable_seqscan = off');
      return manager.query<{ 'QUERY PLAN': string }[]>(
        `explain select zaak_id from lees.zaken
         where gestopt_op is null and einde is not null and not overschreden
           and einde < '2026-05-01' order by einde, zaak_id limit 5`,
      );
    });
    expect(plan.map((regel) => regel['QUERY PLAN']).join('\n')).toContain('zaken_te_bewaken');
  });
});
