import { expect, it } from '@jest/globals';
import type { Loket } from './loket.ts';
import { verloop } from './loket.ts';
import { cloudEvent, werkbezoek, zaken } from './zaken.ts';

/** The route of each soort, over HTTP: the same script for one process and for a whole city. */
export function volgDeRoute(loket: () => Loket): void {
  it('geeft elke soort een eigenaar, en een datum waar de soort een termijn heeft', async () => {
    const ids = await Promise.all(
      zaken('soorten').map(async (registratie) => loket().meldAan(registratie)),
    );
    await loket().ingehaald();
    const gezien = await Promise.all(ids.map(async (zaakId) => loket().zaak(zaakId)));
    expect(gezien.map(({ behandelaar, einde }) => [behandelaar, einde])).toEqual([
      ['hub:wijkhub-tarwewijk', '2026-09-15'],
      ['wijk-mt:tarwewijk', '2026-10-13'],
      ['wijk-mt:tarwewijk', '2026-10-13'],
      ['wethouder:wijken', '2026-10-01'],
      ['college', null],
    ]);
    expect(gezien[0]?.tekst).toBe(zaken('soorten')[0]?.tekst);
  });

  it('volgt een advies van ontvangst tot uitvoering, te laat en al', async () => {
    const [, advies] = zaken('advies');
    const zaakId = await loket().meldAan(advies ?? {});
    await loket().ingehaald();
    const door = 'wijk-mt:tarwewijk';
    await loket().doe(zaakId, 'tussenberichten', {
      aan: 'wijkraad Tarwewijk',
      verzondenOp: '2026-10-05',
      inhoud: 'Het kost meer tijd.',
      door,
    });
    await loket().doe(zaakId, 'afspraken', {
      einde: '2026-10-20',
      met: 'wijkraad Tarwewijk',
      afgesprokenOp: '2026-10-06',
      reden: 'onderzoek loopt nog',
      door,
    });
    const antwoord = {
      vorm: 'schriftelijk',
      antwoordOp: '2026-10-25',
      inhoud: 'De reactie.',
      door,
    };
    await loket().doe(zaakId, 'antwoorden', antwoord);
    await loket().doe(zaakId, 'antwoorden', antwoord);
    await loket().doe(zaakId, 'uitkomsten', {
      uitkomst: 'deels-overgenomen',
      vastgesteldOp: '2026-10-25',
      redenen: 'Het budget is beperkt.',
      door,
    });
    await loket().doe(zaakId, 'sluitingen', {
      grond: 'afgehandeld',
      geslotenOp: '2026-10-26',
      reden: 'klaar',
      door,
    });
    await loket().doe(zaakId, 'uitvoeringen', {
      uitgevoerdOp: '2026-11-01',
      toelichting: 'gedaan',
      door,
    });
    const gesloten = await loket().zaak(zaakId);
    expect(gesloten).toMatchObject({
      status: 'gesloten',
      oordeel: 'te-laat-beantwoord',
      eersteEinde: '2026-10-13',
      einde: '2026-10-20',
      uitkomst: 'deels-overgenomen',
    });
    const gebeurd = verloop(gesloten);
    expect(gebeurd.filter((naam) => naam === 'AntwoordGegeven')).toHaveLength(1);
    expect(gebeurd).toContain('TermijnOverschreden');
    const [eerste, tweede] = gesloten.geschiedenis;
    expect(tweede?.correlatieId).toBe(eerste?.correlatieId);
    expect(tweede?.door).toMatch(/^dienst:/);

    await loket().ingehaald();
    const teLaat = await loket().get('/v1/adviezen/te-laat?peildatum=2026-10-22&wijk=tarwewijk');
    const opDieDag = (teLaat.json.adviezen as { zaakId: string }[]).find(
      (a) => a.zaakId === zaakId,
    );
    expect(opDieDag).toMatchObject({ soortTeLaat: 'open', dagenTeLaat: 2 });
  });

  it('volgt een motie door weigering en aanvaarding', async () => {
    const motie = zaken('motie')[4] ?? {};
    const zaakId = await loket().meldAan(motie);
    const door = 'griffie';
    const brief = (kenmerk: string) => ({ kenmerk, datum: '2026-09-10' });
    const voorstel = { voorgesteldOp: '2026-09-10', door: 'college' };
    await loket().doe(zaakId, 'afdoeningen', { ...voorstel, brief: brief('21bb11015') });
    await loket().doe(zaakId, 'afdoeningen/weigeringen', {
      geweigerdOp: '2026-09-20',
      reden: 'niet akkoord',
      door,
    });
    await loket().doe(zaakId, 'afdoeningen', { ...voorstel, brief: brief('21bo5701') });
    await loket().doe(zaakId, 'afdoeningen/aanvaardingen', { aanvaardOp: '2026-10-01', door });
    expect(await loket().zaak(zaakId)).toMatchObject({ status: 'gesloten', afdoening: 'aanvaard' });
  });

  it('opent uit een werkbezoek elke vraag, toezegging en elk actiepunt', async () => {
    const { status, json } = await loket().post('/v1/werkbezoeken', werkbezoek('route'));
    expect(status).toBe(202);
    await loket().ingehaald();
    const ids = (json.zaken as { zaakId: string }[]).map(({ zaakId }) => zaakId);
    const gezien = await Promise.all(ids.map(async (zaakId) => loket().zaak(zaakId)));
    expect(gezien.map(({ behandelaar, einde }) => [behandelaar, einde])).toEqual([
      ['wijk-mt:bloemhof', '2026-10-27'],
      ['wethouder:wijken', '2026-12-01'],
      ['wijkmanager:bloemhof', null],
    ]);
  });

  it('heropent een zaak met een eigen nieuwe termijn', async () => {
    const zaakId = await loket().meldAan(zaken('heropend')[0] ?? {});
    await loket().ingehaald();
    const door = 'hub:wijkhub-tarwewijk';
    const antwoord = { vorm: 'mondeling', antwoordOp: '2026-09-03', inhoud: 'Ja.', door };
    await loket().doe(zaakId, 'antwoorden', antwoord);
    await loket().doe(zaakId, 'heropeningen', {
      heropendOp: '2026-11-10',
      reden: 'niet opgelost',
      door,
    });
    await loket().ingehaald();
    expect(await loket().zaak(zaakId)).toMatchObject({
      status: 'in-behandeling',
      einde: '2026-11-24',
    });
  });

  it('neemt CloudEvents aan, één en een reeks, en weigert alleen wat niet klopt', async () => {
    const een = await loket().post(
      '/v1/aanmeldingen',
      cloudEvent('los'),
      'application/cloudevents+json',
    );
    expect(een.status).toBe(202);
    const fout = { ...cloudEvent('fout'), time: '2099-01-01T00:00:00Z' };
    const reeks = await loket().post(
      '/v1/aanmeldingen',
      [cloudEvent('los'), fout, cloudEvent('nieuw')],
      'application/cloudevents-batch+json',
    );
    expect(reeks).toMatchObject({ status: 200, json: { aangenomen: 2, geweigerd: 1 } });
  });
}
