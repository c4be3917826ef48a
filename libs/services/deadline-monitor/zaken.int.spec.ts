import { describe, expect, it } from '@jest/globals';
import type { Registratie, ZaakId } from '@wijkspoor/domain';
import { eventually, get, post, testClock, testService } from '@wijkspoor/testing';
import { zaakIdVan } from '@wijkspoor/wire';
import { advies, doe, motie, startMonitor, verloop } from './fixtures/monitor.fixture.ts';

const clock = testClock('2026-04-20T09:00:00.000Z');
const monitor = testService(async (url) => startMonitor(url, clock));

const registreer = async (registratie: Registratie): Promise<ZaakId> =>
  doe(monitor.running, { type: 'RegistreerZaak', data: { registratie, now: clock.now() } });

/** An advies of 2 March, of which the term (13 April) runs. */
async function lopend(id: string): Promise<ZaakId> {
  const zaakId = await registreer(advies(id));
  await eventually(
    async () => verloop(monitor.running, zaakId),
    ({ length }) => length >= 2,
  );
  return zaakId;
}

const zet = async (zaakId: string, pad: string, body: object) =>
  post(`${monitor.running.url}/v1/zaken/${zaakId}/${pad}`, { door: 'wijk-mt:tarwewijk', ...body });

const termijn = async (zaakId: string, vraag = '') =>
  get(`${monitor.running.url}/v1/zaken/${zaakId}/termijn${vraag}`);

const afspraak = {
  ...{ einde: '2026-05-04', met: 'wijkraad Tarwewijk', afgesprokenOp: '2026-04-07' },
  reden: 'Het onderzoek duurt langer.',
};

describe('what is agreed and told while the clock runs', () => {
  it('is kept, with who and why', async () => {
    const zaakId = await lopend('alles');
    const bericht = { aan: 'wijkraad', verzondenOp: '2026-04-02', inhoud: 'Wij wachten nog.' };
    const contact = { met: 'voorzitter', contactOp: '2026-04-03', inhoud: 'Gebeld.' };
    for (const [pad, body, gebeurtenis] of [
      ['tussenberichten', bericht, 'TussenberichtVerzonden'],
      ['contacten', contact, 'ContactVastgelegd'],
      ['afspraken', afspraak, 'TermijnAfgesproken'],
    ] as const) {
      const body1 = { gebeurtenissen: [gebeurtenis], zaakId };
      expect(await zet(zaakId, pad, body)).toMatchObject({ status: 202, body: body1 });
      const body2 = { gebeurtenissen: [] };
      expect(await zet(zaakId, pad, body)).toMatchObject({ status: 202, body: body2 });
    }
  });

  it('is refused when there is no term to agree about, and when the day has passed', async () => {
    const zonder = await registreer(motie('geen termijn'));
    expect(await zet(zonder, 'afspraken', afspraak)).toMatchObject({
      status: 409,
      body: { code: 'geen-lopende-termijn', zaakId: zonder },
    });
    const zaakId = await lopend('te vroeg');
    const voorbij = { ...afspraak, einde: '2026-04-06' };
    expect(await zet(zaakId, 'afspraken', voorbij)).toMatchObject({
      status: 409,
      body: { code: 'afgesproken-datum-voorbij', einde: '2026-04-06' },
    });
  });

  it('is refused with every fault', async () => {
    const zaakId = await lopend('fouten');
    const answer = await zet(zaakId, 'afspraken', { einde: '31 mei', haast: 1 });
    expect(answer.status).toBe(400);
    const pointers = (answer.body['fouten'] as { pointer: string }[]).map((fout) => fout.pointer);
    expect(new Set(pointers)).toEqual(
      new Set(['/einde', '/met', '/afgesprokenOp', '/reden', '/haast']),
    );
  });

  it('is 404 for a case that is not there', async () => {
    const zaakId = zaakIdVan({ bron: 'niemand', id: 'niets' });
    expect(await zet(zaakId, 'afspraken', afspraak)).toMatchObject({ status: 404 });
    expect(await termijn(zaakId)).toMatchObject({ status: 404, body: { code: 'zaak-onbekend' } });
  });
});

describe('GET /v1/zaken/{zaakId}/termijn', () => {
  it('gives the term with its proof, as seen today', async () => {
    const { status, body } = await termijn(await lopend('vandaag'));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ soort: 'ongevraagd-advies', peildatum: '2026-04-20', einde: '2026-04-13' },
      ...{ oordeel: 'open-te-laat', dagenTeLaat: 7, gestoptOp: null },
      bewijs: { startdatum: '2026-03-02', regel: { regel: 'geen', lengte: { dagen: 42 } } },
    });
  });

  it('judges as on another day', async () => {
    const zaakId = await lopend('andere dag');
    expect((await termijn(zaakId, '?peildatum=2026-04-13')).body).toMatchObject({
      ...{ peildatum: '2026-04-13', oordeel: 'loopt', dagenTeLaat: 0 },
    });
  });

  it('keeps the old date in sight beside the agreed one', async () => {
    const zaakId = await lopend('afgesproken');
    await zet(zaakId, 'afspraken', { ...afspraak, afgesprokenOp: '2026-04-15' });
    const { body } = await termijn(zaakId);
    expect(body).toMatchObject({ einde: '2026-05-04', oordeel: 'loopt' });
    expect(body['bewijs']).toMatchObject({ startdatum: '2026-03-02' });
    expect(body['revisies']).toMatchObject([
      { revisie: 1, einde: '2026-04-13', bewijs: {}, afspraak: null },
      {
        ...{ revisie: 2, einde: '2026-05-04', bewijs: null },
        afspraak: { vorigEinde: '2026-04-13', met: afspraak.met, naVerstrijken: true },
      },
    ]);
  });

  it('says so when there is no term', async () => {
    const { body } = await termijn(await registreer(motie('zonder')));
    expect(body).toMatchObject({
      einde: null,
      oordeel: 'geen-termijn',
      bewijs: null,
      revisies: [],
    });
  });

  it.each(['?peildatum=gisteren', '?peildatum=2026-02-30', '?dag=2026-04-13'])(
    'refuses a question that it does not know: %s',
    async (vraag) => {
      expect(await termijn(await lopend(`vraag ${vraag}`), vraag)).toMatchObject({ status: 400 });
    },
  );
});
