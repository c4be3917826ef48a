import { describe, expect, it } from '@jest/globals';
import type { Registratie, ZaakId } from '@wijkspoor/domain';
import { eventually, testClock, testService } from '@wijkspoor/testing';
import {
  advies,
  doe,
  geschiedenis,
  motie,
  klokIsBij,
  startMonitor,
  verloop,
} from './fixtures/monitor.fixture.ts';

const clock = testClock('2026-04-13T09:00:00.000Z');
const monitor = testService(async (url) => startMonitor(url, clock));

const registreer = async (registratie: Registratie): Promise<ZaakId> =>
  doe(monitor.running, { type: 'RegistreerZaak', data: { registratie, now: clock.now() } });

const wordt = async (zaakId: ZaakId, ...types: string[]) =>
  eventually(
    async () => verloop(monitor.running, zaakId),
    (found) => found.length >= types.length,
  );

/** Registers one more and waits for its term: by then the monitor has handled what came before. */
async function bijgekomen(id: string): Promise<void> {
  const zaakId = await registreer(advies(id));
  expect(await wordt(zaakId, 'AdviesOntvangen', 'TermijnGestart')).toHaveLength(2);
}

const door = 'wijk-mt:tarwewijk';

describe('a case that is registered', () => {
  it('gets the term of its soort, with the proof and what led to it', async () => {
    const zaakId = await registreer(advies('zes weken'));
    await wordt(zaakId, 'AdviesOntvangen', 'TermijnGestart');
    const [registered, started] = await geschiedenis(monitor.running, zaakId);
    expect(started).toMatchObject({
      type: 'TermijnGestart',
      data: {
        ...{ revisie: 1, einde: '2026-04-13', door: 'dienst:deadline-monitor' },
        bewijs: { startdatum: '2026-03-02', regel: { lengte: { dagen: 42 } } },
      },
      meta: { actor: 'dienst:deadline-monitor', causationId: registered?.id },
    });
  });

  it('gets none where its soort has none', async () => {
    const zaakId = await registreer(motie('zonder termijn'));
    await bijgekomen('na zonder termijn');
    expect(await verloop(monitor.running, zaakId)).toEqual(['MotieGeregistreerd']);
  });
});

describe('a case that is reopened', () => {
  const sluit = async (zaakId: ZaakId) =>
    doe(monitor.running, {
      type: 'SluitZaak',
      data: {
        ...{ zaakId, door, grond: 'ingetrokken', geslotenOp: '2026-03-10', reden: 'ingetrokken' },
        now: clock.now(),
      },
    });
  const heropen = async (zaakId: ZaakId, heropendOp: `2026-${number}-${number}`) =>
    doe(monitor.running, {
      type: 'HeropenZaak',
      data: { zaakId, door, heropendOp, reden: 'toch niet', now: clock.now() },
    });

  it('gets a term of its own, from the day of the reopening', async () => {
    const zaakId = await registreer(advies('heropend'));
    await wordt(zaakId, 'AdviesOntvangen', 'TermijnGestart');
    await sluit(zaakId);
    await heropen(zaakId, '2026-04-07');
    await wordt(zaakId, '', '', '', '', 'TermijnGestart');
    expect((await geschiedenis(monitor.running, zaakId)).at(-1)).toMatchObject({
      type: 'TermijnGestart',
      data: { revisie: 2, einde: '2026-05-19', bewijs: { startdatum: '2026-04-07' } },
    });
  });

  it('keeps its one new term when everything comes again', async () => {
    const zaakId = await registreer(advies('twee keer heropend'));
    await wordt(zaakId, 'AdviesOntvangen', 'TermijnGestart');
    await sluit(zaakId);
    await heropen(zaakId, '2026-04-07');
    await sluit(zaakId);
    await heropen(zaakId, '2026-04-08');
    await bijgekomen('na twee keer heropend');
    await monitor.restartFromTheStart('deadline-monitor');
    await bijgekomen('na alles opnieuw');
    const events = await geschiedenis(monitor.running, zaakId);
    const last = events.filter(({ type }) => type === 'TermijnGestart').at(-1);
    expect(last).toMatchObject({ data: { einde: '2026-05-20' } });
    const count = events.length;
    await monitor.restartFromTheStart('deadline-monitor');
    await bijgekomen('en nog eens');
    expect(await geschiedenis(monitor.running, zaakId)).toHaveLength(count);
  }, 60_000);
});

describe('a process that ends in the middle of its reactions', () => {
  it('leaves every case with exactly one term after it is started again', async () => {
    const adviezen = Array.from({ length: 300 }, (_, n) => advies(`midden ${n}`));
    const zaken = await Promise.all(adviezen.map(registreer));
    for (let times = 0; times < 3; times++) await monitor.restart();
    for (const zaakId of zaken) {
      const types = await wordt(zaakId, 'AdviesOntvangen', 'TermijnGestart');
      expect(types).toEqual(['AdviesOntvangen', 'TermijnGestart']);
    }
  }, 60_000);
});

describe('a term that passes', () => {
  it('is established as exceeded the day after, once, and only where nobody answered', async () => {
    const laat = await registreer(advies('te laat'));
    const beantwoord = await registreer(advies('op tijd'));
    await wordt(laat, 'AdviesOntvangen', 'TermijnGestart');
    await wordt(beantwoord, 'AdviesOntvangen', 'TermijnGestart');
    const data = { vorm: 'schriftelijk', antwoordOp: '2026-04-07', inhoud: 'Ja.' } as const;
    await doe(monitor.running, {
      type: 'GeefAntwoord',
      data: { zaakId: beantwoord, door, ...data, now: clock.now() },
    });
    await klokIsBij(monitor.running, monitor.databaseUrl);
    await monitor.restart();
    expect(await verloop(monitor.running, laat)).not.toContain('TermijnOverschreden');

    clock.set('2026-04-13T22:00:00.000Z');
    await monitor.restart();
    await wordt(laat, 'AdviesOntvangen', 'TermijnGestart', 'TermijnOverschreden');
    await monitor.restart();
    const [, , exceeded, ...more] = await geschiedenis(monitor.running, laat);
    expect(more).toEqual([]);
    expect(exceeded).toMatchObject({
      type: 'TermijnOverschreden',
      data: { einde: '2026-04-13', vastgesteldOp: '2026-04-14', revisie: 1 },
      meta: { actor: 'dienst:deadline-monitor' },
    });
    expect(await verloop(monitor.running, beantwoord)).not.toContain('TermijnOverschreden');
  }, 60_000);

  it('is established for more cases than fit on a page', async () => {
    const day = '2026-01-05';
    const adviezen = Array.from({ length: 1_100 }, (_, n) => advies(`oud ${n}`, day));
    const zaken = await Promise.all(adviezen.map(registreer));
    await eventually(
      async () => (await geschiedenis(monitor.running, zaken.at(-1) ?? 'zaak-')).length,
      (length) => length === 2,
    );
    await klokIsBij(monitor.running, monitor.databaseUrl);
    await monitor.restart();
    for (const zaakId of zaken) {
      const types = await wordt(zaakId, '', '', 'TermijnOverschreden');
      expect(types).toEqual(['AdviesOntvangen', 'TermijnGestart', 'TermijnOverschreden']);
    }
  }, 120_000);
});
