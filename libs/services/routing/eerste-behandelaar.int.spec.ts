import { describe, expect, it } from '@jest/globals';
import type { Registratie, Zaak, ZaakEvent, ZaakId } from '@wijkspoor/domain';
import { zaakDecider } from '@wijkspoor/domain';
import { eventually, post, testClock, testService } from '@wijkspoor/testing';
import { eventId, zaakCodec } from '@wijkspoor/wire';
import {
  actiepunt,
  advies,
  cause,
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

describe('a case that is registered', () => {
  it.each([
    ['a question', vraag, /^hub:/],
    ['an advies', advies, /^wijk-mt:tarwewijk$/],
    ['a toezegging', toezegging, /^wethouder:wijken$/],
    ['an actiepunt', actiepunt, /^cluster:stadsbeheer$/],
  ])('gets its first owner: %s', async (naam, registratie, behandelaar) => {
    const zaakId = await geregistreerd(registratie(`eerste ${naam}`));
    const [registered, assigned] = await geschiedenis(routing.running, zaakId);
    expect(assigned).toMatchObject({
      type: 'ZaakToegewezen',
      data: { behandelaar: expect.stringMatching(behandelaar) },
      meta: { actor: 'dienst:routing', causationId: registered?.id },
    });
    expect(assigned?.meta.correlationId).toBe(registered?.meta.correlationId);
  });

  it('is left alone when it was closed before it had an owner', async () => {
    const { zaakId } = vraag('meteen dicht').data;
    const grond = { grond: 'dubbel', geslotenOp: '2026-03-02', reden: 'dubbel' } as const;
    const feiten: ZaakEvent[] = [
      vraag('meteen dicht'),
      { type: 'ZaakGesloten', data: { zaakId, door: 'hub:tarwewijk', ...grond } },
    ];
    const { commandId, ...meta } = cause(zaakId);
    const events = feiten.map((feit, n) => zaakCodec.encode(eventId(commandId, n), feit, meta));
    await routing.running.log.append(zaakId, events, 'none');
    await geregistreerd(vraag('na meteen dicht'));
    expect(await geschiedenis(routing.running, zaakId)).toHaveLength(2);
  });
});

describe('a process that ends in the middle of its reactions', () => {
  it('leaves every case with exactly one owner after it is started again', async () => {
    const zaken = Array.from({ length: 300 }, (_, n) => vraag(`midden ${n}`));
    await Promise.all(zaken.map(async (registratie) => registreer(routing.running, registratie)));
    for (let times = 0; times < 3; times++) {
      await routing.restart();
    }
    for (const { data } of zaken) {
      const events = await eventually(
        async () => geschiedenis(routing.running, data.zaakId),
        (found) => found.length > 1,
      );
      expect(events.map(({ type }) => type)).toEqual(['VraagGeregistreerd', 'ZaakToegewezen']);
    }
  }, 60_000);

  it('does not take a case away from whom a person gave it to', async () => {
    const zaakId = await geregistreerd(vraag('verplaatst'));
    await zet(zaakId, 'toewijzingen', { behandelaar: 'cluster:wonen' });
    await routing.restartFromTheStart('routing');
    await geregistreerd(vraag('na het terugzetten'));
    expect(await zaakNu(zaakId)).toMatchObject({ behandelaar: 'cluster:wonen' });
  });
});
