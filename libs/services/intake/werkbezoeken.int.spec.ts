import { describe, expect, it } from '@jest/globals';
import { eventually, post, testClock, testService } from '@wijkspoor/testing';
import { bezoek, geschiedenis, pointers, startIntake } from './fixtures/intake.fixture.ts';

const clock = testClock('2026-03-02T09:00:00.000Z');
const intake = testService(async (url) => startIntake(url, clock));

describe('POST /v1/werkbezoeken', () => {
  const legVast = async (body: unknown) => post(`${intake.running.url}/v1/werkbezoeken`, body);

  it('keeps the visit as one fact, from which every case follows once', async () => {
    const { status, body } = await legVast(bezoek('bezoek 1'));
    expect(status).toBe(202);
    const zaken = body['zaken'] as { id: string; soort: string; zaakId: string }[];
    expect(zaken.map(({ id, soort }) => [id, soort])).toEqual([
      ['v1', 'vraag-uit-de-wijk'],
      ['t1', 'toezegging'],
      ['a1', 'actiepunt'],
    ]);
    for (const { zaakId } of zaken) {
      const [event] = await eventually(
        async () => geschiedenis(intake.running, zaakId),
        (events) => events.length === 1,
      );
      const visit = (
        await intake.running.log.read(body['werkbezoekId'] as `werkbezoek-${string}`)
      )[0];
      expect(event?.meta).toMatchObject({ actor: 'dienst:intake', causationId: visit?.id });
    }
  });

  it('gives the same answer to the same visit again', async () => {
    const first = await legVast(bezoek('bezoek 2'));
    expect(await legVast(bezoek('bezoek 2'))).toMatchObject({ status: 202, body: first.body });
  });

  it('refuses another visit under the same id, and names what differs', async () => {
    await legVast(bezoek('bezoek 3'));
    const [vraag] = bezoek('').vragen;
    const [actiepunt] = bezoek('').actiepunten;
    const anders = {
      bezoekOp: '2026-03-01',
      vragen: [{ ...vraag, tekst: 'Wanneer nou?' }],
      toezeggingen: [],
      actiepunten: [actiepunt, { ...actiepunt, id: 'a2' }],
    };
    const { status, body } = await legVast(bezoek('bezoek 3', anders));
    expect({ status, code: body['code'] }).toEqual({ status: 409, code: 'aanmelding-wijkt-af' });
    expect(body['verschillen']).toEqual([
      ...['/bezoekOp', '/vragen/0/tekst', '/toezeggingen/0', '/actiepunten/1'],
    ]);
  });

  it('names the faults of an item at its place', async () => {
    const vragen = [{ id: 'v1', onderwerp: 'Dak' }];
    const answer = await legVast(bezoek('bezoek 4', { vragen }));
    expect(answer.status).toBe(400);
    expect(pointers(answer)).toEqual(['/vragen/0/tekst']);
  });
});
