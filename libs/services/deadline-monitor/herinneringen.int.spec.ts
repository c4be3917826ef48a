import { describe, expect, it } from '@jest/globals';
import type { Datum, Registratie, ZaakEvent, ZaakId } from '@wijkspoor/domain';
import type { Instant } from '@wijkspoor/kernel';
import type { Running } from '@wijkspoor/platform';
import { eventually, testClock, testService } from '@wijkspoor/testing';
import { advies, alles, doe, klokIsBij, startMonitor, vraag } from './fixtures/monitor.fixture.ts';

// Long after anything here is stored, so that nothing counts as written down late. Each case has
// days of its own: they share one database, and one monitor.
const clock = testClock('2031-01-06T09:00:00.000Z');
const monitor = testService(async (url) => startMonitor(url, clock));

/** Down, and up again at another moment: whatever is due then is looked at at once. */
async function opnieuwOm(now: Instant): Promise<void> {
  await klokIsBij(monitor.running, monitor.databaseUrl);
  await monitor.restart(() => clock.set(now));
}

const opDag = async (dag: Datum) => opnieuwOm(`${dag}T09:00:00.000Z`);

async function registreer(registratie: Registratie): Promise<ZaakId> {
  const zaakId = await doe(monitor.running, {
    type: 'RegistreerZaak',
    data: { registratie, now: clock.now() },
  });
  await eventually(
    async () => alles(monitor.running, zaakId),
    (events) => events.some(({ type }) => type === 'TermijnGestart'),
  );
  return zaakId;
}

function kort({ type, data }: ZaakEvent): string | number {
  if (type === 'HerinneringGegeven') return data.trede;
  return type === 'SignaalGegeven' ? `${data.signaal} ${data.dag}` : type;
}

const begin = ['AdviesOntvangen', 'TermijnGestart'];

/** What the clock has said of an advies, besides the word that is due. */
async function gezegd(zaakId: ZaakId): Promise<(string | number)[]> {
  const events = (await alles(monitor.running, zaakId)).map(kort);
  return events.filter((kort) => !begin.includes(String(kort)) && !/^tussen/.test(String(kort)));
}

/** Waits until the clock has said so much, and a case of later days as well. */
const wordt = async (zaakId: ZaakId, verwacht: readonly (string | number)[]) => {
  await eventually(
    async () => gezegd(zaakId),
    (nu) => nu.length >= verwacht.length,
  );
  expect(await gezegd(zaakId)).toEqual(verwacht);
};

describe('a monitor that was down for a week', () => {
  it('says every rung that it missed once, in order, and then goes on', async () => {
    const zaakId = await registreer(advies('een week stil', '2031-01-06'));
    await opDag('2031-02-03');
    await wordt(zaakId, [-14]);
    await opDag('2031-02-25');
    await wordt(zaakId, [-14, -7, -2, 0, 'TermijnOverschreden', 7]);
    await opDag('2031-02-25');
    await opDag('2031-03-03');
    await wordt(zaakId, [-14, -7, -2, 0, 'TermijnOverschreden', 7, 14]);
  }, 60_000);
});

describe('a clock that is wrong', () => {
  it('raises nothing again when it goes back, and nothing early', async () => {
    const zaakId = await registreer(advies('teruggezet', '2031-02-03'));
    await opDag('2031-03-10');
    await wordt(zaakId, [-14, -7]);
    await opDag('2031-02-20');
    await opDag('2031-03-09');
    await registreer(advies('erna', '2031-03-09'));
    expect(await gezegd(zaakId)).toEqual([-14, -7]);
    await opDag('2031-03-15');
    await wordt(zaakId, [-14, -7, -2]);
  }, 60_000);

  it('has said too much when it went forward, and says none of it again', async () => {
    const zaakId = await registreer(advies('vooruit', '2031-03-17'));
    await opDag('2031-05-05');
    await wordt(zaakId, [-14, -7, -2, 0, 'TermijnOverschreden', 7]);
    await opDag('2031-03-18');
    await opDag('2031-05-11');
    await registreer(advies('erna vooruit', '2031-05-11'));
    expect(await gezegd(zaakId)).toHaveLength(6);
    await opDag('2031-05-12');
    await wordt(zaakId, [-14, -7, -2, 0, 'TermijnOverschreden', 7, 14]);
  }, 90_000);
});

describe('the day of the municipality', () => {
  it('begins at its own midnight, on a day on which the clock changes too', async () => {
    // Ends on Sunday 30 March 2031, the day on which the clock goes forward.
    const zaakId = await registreer(advies('zomertijd', '2031-02-16'));
    await opnieuwOm('2031-03-29T22:59:59.000Z');
    await wordt(zaakId, [-14, -7, -2]);
    await opnieuwOm('2031-03-29T23:00:00.000Z');
    await wordt(zaakId, [-14, -7, -2, 0]);
    await opnieuwOm('2031-03-30T21:59:59.000Z');
    await wordt(zaakId, [-14, -7, -2, 0]);
    await opnieuwOm('2031-03-30T22:00:00.000Z');
    await wordt(zaakId, [-14, -7, -2, 0, 'TermijnOverschreden']);
  }, 90_000);

  it('counts a leap day as a day', async () => {
    const zaakId = await registreer(advies('schrikkeldag', '2032-01-20'));
    await opDag('2032-02-29');
    await wordt(zaakId, [-14, -7, -2]);
    await opDag('2032-03-02');
    await wordt(zaakId, [-14, -7, -2, 0]);
  }, 60_000);
});

describe('a question that nobody says anything about', () => {
  it('is signalled again and again, each period once', async () => {
    clock.set('2033-01-03T09:00:00.000Z');
    const zaakId = await registreer(vraag('stil', '2033-01-03'));
    const stil = async () => (await gezegd(zaakId)).filter((kort) => /^stilte/.test(String(kort)));
    await opDag('2033-01-10');
    await eventually(stil, ({ length }) => length >= 1);
    await opDag('2033-01-25');
    await eventually(stil, ({ length }) => length >= 3);
    const dagen = ['2033-01-10', '2033-01-17', '2033-01-24'];
    expect(await stil()).toEqual(dagen.map((dag) => `stilte ${dag}`));
  }, 60_000);
});

describe('two monitors at once', () => {
  it('raise everything once between them', async () => {
    const dag = '2034-01-02';
    clock.set(`${dag}T09:00:00.000Z`);
    const adviezen = Array.from({ length: 400 }, (_, n) => advies(`samen ${n}`, dag));
    const zaken = await Promise.all(adviezen.map(registreer));
    await klokIsBij(monitor.running, monitor.databaseUrl);
    const andere: Promise<Running>[] = [];
    await monitor.restart(() => {
      clock.set('2034-02-20T09:00:00.000Z');
      andere.push(startMonitor(monitor.databaseUrl, clock));
    });
    const verwacht = [-14, -7, -2, 0, 'TermijnOverschreden', 7];
    for (const zaakId of zaken) await wordt(zaakId, verwacht);
    for (const ander of await Promise.all(andere)) await ander.close();
    await opDag('2034-02-20');
    for (const zaakId of zaken) expect(await gezegd(zaakId)).toEqual(verwacht);
  }, 120_000);
});
