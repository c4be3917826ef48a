import { describe, expect, it } from '@jest/globals';
import type { Registratie, Zaak, ZaakId } from '@wijkspoor/domain';
import { zaakDecider } from '@wijkspoor/domain';
import { eventually, post, testClock, testService } from '@wijkspoor/testing';
import { zaakIdVan } from '@wijkspoor/wire';
import {
  advies,
  geschiedenis,
  registreer,
  startRouting,
  toezegging,
  vraag,
} from './fixtures/routing.fixture.ts';

const clock = testClock('2026-04-13T09:00:00.000Z');
const routing = testService(async (url) => startRouting(url, clock));

/** Registers a case as intake does, and waits for its owner. */
async function geregistreerd(registratie: Registratie): Promise<ZaakId> {
  const zaakId = await registreer(routing.running, registratie);
  await eventually(
    async () => geschiedenis(routing.running, zaakId),
    (events) => events.length === 2,
  );
  return zaakId;
}

const zaakNu = async (zaakId: ZaakId) =>
  (await geschiedenis(routing.running, zaakId)).reduce<Zaak>(
    zaakDecider.evolve,
    zaakDecider.initial,
  );

const zet = async (zaakId: string, pad: string, body: object) =>
  post(`${routing.running.url}/v1/zaken/${zaakId}/${pad}`, { door: 'wijk-mt:tarwewijk', ...body });

describe('what an owner does', () => {
  const antwoord = { vorm: 'schriftelijk', antwoordOp: '2026-04-07', inhoud: 'Het dak is klaar.' };
  const uitkomst = { uitkomst: 'overgenomen', vastgesteldOp: '2026-04-07', redenen: 'Nodig.' };

  it('leads an advies from its answer to its closing', async () => {
    const zaakId = await geregistreerd(advies('hele weg'));
    const gebeurtenissen: unknown[] = [];
    for (const [pad, body] of [
      ['themas', { themas: ['wonen'] }],
      ['toewijzingen', { behandelaar: 'cluster:wonen', reden: 'past daar beter' }],
      ['antwoorden', antwoord],
      ['uitkomsten', uitkomst],
      ['uitvoeringen', { uitgevoerdOp: '2026-04-10', toelichting: 'Klaar.' }],
      ['sluitingen', { grond: 'afgehandeld', geslotenOp: '2026-04-11', reden: 'klaar' }],
      ['heropeningen', { heropendOp: '2026-04-12', reden: 'het lekt weer' }],
    ] as const) {
      const { status, body: answer } = await zet(zaakId, pad, body);
      expect([pad, status]).toEqual([pad, 202]);
      expect(answer).toMatchObject({
        zaakId,
        revisie: (await geschiedenis(routing.running, zaakId)).length - 1,
      });
      gebeurtenissen.push(...(answer['gebeurtenissen'] as string[]));
    }
    expect(gebeurtenissen).toEqual([
      ...['ThemasVastgesteld', 'ZaakToegewezen', 'AntwoordGegeven', 'UitkomstVastgesteld'],
      ...['UitvoeringGemeld', 'ZaakGesloten', 'ZaakHeropend'],
    ]);
    const assigned = (await geschiedenis(routing.running, zaakId))[3];
    expect(assigned?.meta).toMatchObject({ actor: 'wijk-mt:tarwewijk', reason: 'past daar beter' });
  });

  it('settles a toezegging that was refused once', async () => {
    const zaakId = await geregistreerd(toezegging('afdoening'));
    const voorstel = (kenmerk: string) => ({
      brief: { kenmerk, datum: '2026-04-07' },
      voorgesteldOp: '2026-04-07',
    });
    const stappen = [
      ['afdoeningen', voorstel('22bb1783')],
      ['afdoeningen/weigeringen', { geweigerdOp: '2026-04-08', reden: 'te vaag' }],
      ['afdoeningen', voorstel('22bb007835')],
      ['afdoeningen/aanvaardingen', { aanvaardOp: '2026-04-10' }],
    ] as const;
    for (const [pad, body] of stappen)
      expect(await zet(zaakId, pad, body)).toMatchObject({ status: 202 });
    expect(await zaakNu(zaakId)).toMatchObject({ status: 'gesloten', afdoening: 'aanvaard' });
  });

  it('is told once, however often it is sent', async () => {
    const zaakId = await geregistreerd(vraag('nog eens'));
    const first = await zet(zaakId, 'antwoorden', antwoord);
    const again = await zet(zaakId, 'antwoorden', antwoord);
    expect(first.body).toMatchObject({ revisie: 2, gebeurtenissen: ['AntwoordGegeven'] });
    expect(again).toMatchObject({ status: 202, body: { revisie: 2, gebeurtenissen: [] } });
  });

  it('is carried out one after another, when all come at once', async () => {
    const zaakId = await geregistreerd(vraag('tegelijk'));
    const behandelaars = ['cluster:a', 'cluster:b', 'cluster:c', 'cluster:d'];
    const answers = await Promise.all(
      behandelaars.map((behandelaar) => zet(zaakId, 'toewijzingen', { behandelaar })),
    );
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202]);
    expect(await geschiedenis(routing.running, zaakId)).toHaveLength(6);
  });
});

describe('what the rules say no to', () => {
  const antwoord = { vorm: 'mondeling', antwoordOp: '2026-04-07', inhoud: 'Gebeld.' };

  const afdoening = { brief: { kenmerk: 'x', datum: '2026-04-07' }, voorgesteldOp: '2026-04-07' };
  const uitkomst = { uitkomst: 'overgenomen', vastgesteldOp: '2026-04-07', redenen: 'ja' };
  const sluiting = { grond: 'afgehandeld', geslotenOp: '2026-04-07', reden: 'klaar' };
  const tevroeg = { ...antwoord, antwoordOp: '2026-03-01' };
  const heropening = { heropendOp: '2026-04-07', reden: 'x' };

  it.each([
    { code: 'reactie-niet-schriftelijk', soort: advies, pad: 'antwoorden', body: antwoord },
    { code: 'geen-advies', soort: vraag, pad: 'uitkomsten', body: uitkomst },
    { code: 'zaak-niet-beantwoord', soort: vraag, pad: 'sluitingen', body: sluiting },
    { code: 'datum-voor-ontvangst', soort: vraag, pad: 'antwoorden', body: tevroeg },
    { code: 'geen-afdoening-mogelijk', soort: vraag, pad: 'afdoeningen', body: afdoening },
    { code: 'zaak-niet-te-heropenen', soort: vraag, pad: 'heropeningen', body: heropening },
  ])('is 409 with the code: $code', async ({ code, soort, pad, body }) => {
    const zaakId = await geregistreerd(soort(`nee ${code}`));
    const answer = await zet(zaakId, pad, body);
    expect(answer).toMatchObject({ status: 409, body: { code, zaakId, status: 409 } });
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await geschiedenis(routing.running, zaakId)).toHaveLength(2);
  });

  it.each([zaakIdVan({ bron: 'niemand', id: 'niets' }), 'zaak-1', 'iets'])(
    'is 404 for a case that is not there: %s',
    async (zaakId) => {
      const answer = await zet(zaakId, 'toewijzingen', { behandelaar: 'cluster:wonen' });
      expect(answer).toMatchObject({ status: 404, body: { code: 'zaak-onbekend', zaakId } });
    },
  );

  it('is 400 with every fault for a body that does not fit', async () => {
    const zaakId = await geregistreerd(vraag('fout'));
    const answer = await zet(zaakId, 'antwoorden', { vorm: 'rooksignaal', door: 'De Wijk' });
    expect(answer.status).toBe(400);
    const fouten = answer.body['fouten'] as { pointer: string }[];
    expect(new Set(fouten.map(({ pointer }) => pointer))).toEqual(
      new Set(['/vorm', '/door', '/antwoordOp', '/inhoud']),
    );
  });
});
