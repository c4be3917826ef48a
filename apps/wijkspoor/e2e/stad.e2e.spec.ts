import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Loket } from './loket.ts';
import type { Stad } from './proces.ts';
import { draai, ingehaald, legeMap, startStad } from './proces.ts';
import { cloudEvent, werkbezoek, zaken } from './zaken.ts';

type Gebeurtenis = { gebeurtenis: string; door: string; correlatieId: string; oorzaakId: string };
type Zaak = {
  status: string;
  behandelaar: string;
  einde: string;
  oordeel: string;
  tekst: string;
} & {
  eersteEinde: string;
  uitkomst: string;
  afdoening: string;
  geschiedenis: Gebeurtenis[];
};

const minuten = 60_000;

describe('een stad in één proces', () => {
  let map: Awaited<ReturnType<typeof legeMap>>;
  let stad: Stad;
  let loket: Loket;

  beforeAll(async () => {
    map = await legeMap();
    stad = await startStad(map.map);
    loket = new Loket(stad.adres);
  }, 3 * minuten);

  afterAll(async () => {
    await stad?.stop();
    await map?.weg();
  }, minuten);

  const zaak = async (zaakId: string) =>
    (await loket.get(`/v1/zaken/${zaakId}`)).json as never as Zaak;

  const namen = ({ geschiedenis }: Zaak) => geschiedenis.map(({ gebeurtenis }) => gebeurtenis);

  async function meldAan(registratie: object): Promise<string> {
    const { status, json } = await loket.post('/v1/zaken', registratie);
    expect({ status, json }).toMatchObject({ status: 202, json: { zaakId: expect.any(String) } });
    return json.zaakId as string;
  }

  async function doe(zaakId: string, pad: string, body: object): Promise<void> {
    const { status, json } = await loket.post(`/v1/zaken/${zaakId}/${pad}`, body);
    expect({ pad, status, json }).toMatchObject({ status: 202, json: { zaakId } });
  }

  it('geeft elke soort een eigenaar, en een datum waar de soort een termijn heeft', async () => {
    const ids = await Promise.all(zaken('soorten').map(meldAan));
    await ingehaald(stad.adres);
    const gezien = await Promise.all(ids.map(zaak));
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
    const zaakId = await meldAan(advies ?? {});
    await ingehaald(stad.adres);
    const door = 'wijk-mt:tarwewijk';
    await doe(zaakId, 'tussenberichten', {
      aan: 'wijkraad Tarwewijk',
      verzondenOp: '2026-10-05',
      inhoud: 'Het kost meer tijd.',
      door,
    });
    await doe(zaakId, 'afspraken', {
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
    await doe(zaakId, 'antwoorden', antwoord);
    await doe(zaakId, 'antwoorden', antwoord);
    await doe(zaakId, 'uitkomsten', {
      uitkomst: 'deels-overgenomen',
      vastgesteldOp: '2026-10-25',
      redenen: 'Het budget is beperkt.',
      door,
    });
    await doe(zaakId, 'sluitingen', {
      grond: 'afgehandeld',
      geslotenOp: '2026-10-26',
      reden: 'klaar',
      door,
    });
    await doe(zaakId, 'uitvoeringen', { uitgevoerdOp: '2026-11-01', toelichting: 'gedaan', door });
    const gesloten = await zaak(zaakId);
    expect(gesloten).toMatchObject({
      status: 'gesloten',
      oordeel: 'te-laat-beantwoord',
      eersteEinde: '2026-10-13',
      einde: '2026-10-20',
      uitkomst: 'deels-overgenomen',
    });
    const verloop = namen(gesloten);
    expect(verloop.filter((naam) => naam === 'AntwoordGegeven')).toHaveLength(1);
    expect(verloop).toContain('TermijnOverschreden');
    const [eerste, tweede] = gesloten.geschiedenis;
    expect(tweede?.correlatieId).toBe(eerste?.correlatieId);
    expect(tweede?.door).toMatch(/^dienst:/);

    const teLaat = await loket.get('/v1/adviezen/te-laat?peildatum=2026-10-22&wijk=tarwewijk');
    const opDieDag = (teLaat.json.adviezen as { zaakId: string }[]).find(
      (a) => a.zaakId === zaakId,
    );
    expect(opDieDag).toMatchObject({ soortTeLaat: 'open', dagenTeLaat: 2 });
  });

  it('volgt een motie door weigering en aanvaarding', async () => {
    const motie = zaken('motie')[4] ?? {};
    const zaakId = await meldAan(motie);
    const door = 'griffie';
    const brief = (kenmerk: string) => ({ kenmerk, datum: '2026-09-10' });
    const voorstel = { voorgesteldOp: '2026-09-10', door: 'college' };
    await doe(zaakId, 'afdoeningen', { ...voorstel, brief: brief('21bb11015') });
    await doe(zaakId, 'afdoeningen/weigeringen', {
      geweigerdOp: '2026-09-20',
      reden: 'niet akkoord',
      door,
    });
    await doe(zaakId, 'afdoeningen', { ...voorstel, brief: brief('21bo5701') });
    await doe(zaakId, 'afdoeningen/aanvaardingen', { aanvaardOp: '2026-10-01', door });
    expect(await zaak(zaakId)).toMatchObject({ status: 'gesloten', afdoening: 'aanvaard' });
  });

  it('opent uit een werkbezoek elke vraag, toezegging en elk actiepunt', async () => {
    const { status, json } = await loket.post('/v1/werkbezoeken', werkbezoek('route'));
    expect(status).toBe(202);
    await ingehaald(stad.adres);
    const ids = (json.zaken as { zaakId: string }[]).map(({ zaakId }) => zaakId);
    const gezien = await Promise.all(ids.map(zaak));
    expect(gezien.map(({ behandelaar, einde }) => [behandelaar, einde])).toEqual([
      ['wijk-mt:bloemhof', '2026-10-27'],
      ['wethouder:wijken', '2026-12-01'],
      ['wijkmanager:bloemhof', null],
    ]);
  });

  it('heropent een zaak met een eigen nieuwe termijn', async () => {
    const zaakId = await meldAan(zaken('heropend')[0] ?? {});
    await ingehaald(stad.adres);
    const door = 'hub:wijkhub-tarwewijk';
    const antwoord = { vorm: 'mondeling', antwoordOp: '2026-09-03', inhoud: 'Ja.', door };
    await doe(zaakId, 'antwoorden', antwoord);
    await doe(zaakId, 'heropeningen', { heropendOp: '2026-11-10', reden: 'niet opgelost', door });
    await ingehaald(stad.adres);
    expect(await zaak(zaakId)).toMatchObject({
      status: 'in-behandeling',
      einde: '2026-11-24',
    });
  });

  it('neemt CloudEvents aan, één en een reeks, en weigert alleen wat niet klopt', async () => {
    const een = await loket.post(
      '/v1/aanmeldingen',
      cloudEvent('los'),
      'application/cloudevents+json',
    );
    expect(een.status).toBe(202);
    const fout = { ...cloudEvent('fout'), time: '2099-01-01T00:00:00Z' };
    const reeks = await loket.post(
      '/v1/aanmeldingen',
      [cloudEvent('los'), fout, cloudEvent('nieuw')],
      'application/cloudevents-batch+json',
    );
    expect(reeks).toMatchObject({ status: 200, json: { aangenomen: 2, geweigerd: 1 } });
  });

  it(
    'verliest en verdubbelt niets als het midden in het werk wordt doodgeslagen',
    async () => {
      const reeks = Array.from({ length: 40 }, (_, n) => zaken(`crash-${n}`)).flat();
      const bezoeken = Array.from({ length: 10 }, (_, n) => werkbezoek(`crash-${n}`));
      const toegezegd = new Set<string>();
      const zend = async (pad: string, body: object) => {
        const { status, json } = await loket.post(pad, body);
        if (status !== 202) throw new Error(`${pad}: ${status} ${JSON.stringify(json)}`);
        const gekregen = (json.zaken as { zaakId: string }[]) ?? [json];
        for (const { zaakId } of gekregen) toegezegd.add(zaakId);
      };
      const alles = () => [
        ...bezoeken.map((body) => zend('/v1/werkbezoeken', body)),
        ...reeks.map((body) => zend('/v1/zaken', body)),
      ];
      const eerst = Promise.allSettled(alles());
      while (toegezegd.size < 60) await new Promise((verder) => setTimeout(verder, 1));
      await stad.doodslaan();
      const uitslagen = await eerst;
      expect(uitslagen.some(({ status }) => status === 'rejected')).toBe(true);
      const voorDeKlap = [...toegezegd];

      stad = await startStad(map.map);
      loket = new Loket(stad.adres);
      await ingehaald(stad.adres);
      const gebleven = (await loket.alleZaken()).map(({ zaakId }) => zaakId);
      expect(new Set(gebleven).size).toBe(gebleven.length);
      expect(voorDeKlap.filter((zaakId) => !gebleven.includes(zaakId))).toEqual([]);

      await Promise.all(alles());
      await ingehaald(stad.adres);
      const nu = (await loket.alleZaken()).map(({ zaakId }) => zaakId);
      expect(new Set(nu).size).toBe(nu.length);
      for (const zaakId of toegezegd) {
        const verloop = namen(await zaak(zaakId));
        const keer = (naam: RegExp) =>
          verloop.filter((gebeurtenis) => naam.test(gebeurtenis)).length;
        expect([
          zaakId,
          keer(/Geregistreerd|Ontvangen|Vastgelegd$/),
          keer(/^ZaakToegewezen$/),
        ]).toEqual([zaakId, 1, 1]);
        expect(keer(/^TermijnGestart$/)).toBeLessThanOrEqual(1);
      }
    },
    3 * minuten,
  );

  it(
    'heeft rij voor rij de leesmodellen die het logboek maakt, ook na een herbouw',
    async () => {
      await stad.stop();
      const controleer = () => draai('herbouw', '--controleer', '--gegevens', map.map);
      const geheel = { code: 0, uitvoer: expect.stringMatching(/^Alle \d+ rijen kloppen/) };
      expect(await controleer()).toMatchObject(geheel);
      expect(await draai('herbouw', '--gegevens', map.map)).toMatchObject({ code: 0 });
      expect(await controleer()).toMatchObject(geheel);
      stad = await startStad(map.map);
      loket = new Loket(stad.adres);
      expect((await loket.alleZaken()).length).toBeGreaterThan(200);
    },
    2 * minuten,
  );

  it(
    'weigert een tweede start op dezelfde map, met een zin en zonder schade',
    async () => {
      const { code, uitvoer } = await draai('start', '--gegevens', map.map, '--poort', '0');
      expect(code).toBe(1);
      expect(uitvoer).toContain(map.map);
      expect(uitvoer).not.toMatch(/\n\s+at /);
      expect((await loket.get('/health/ready')).json.gereed).toBe(true);
    },
    minuten,
  );
});
