import { describe, expect, it } from '@jest/globals';
import { cellen, GeenRij, leesKop, scheidingVan } from './csv.ts';
import { vertaal, wijknamenVan } from './vertaling.ts';

const namen = 'soort;bron;id;kanaal;wijken;themas;onderwerp;tekst;ontvangenOp;kenmerken';
const kop = leesKop('f.csv', namen);

const geldig = { geldigVan: '2022-03-16', bron: { tekst: 't', zekerheid: 'A' } } as const;
const wijk = (code: string, naam: string, aliassen: { naam: string; geldigTot?: '2023-11-30' }[]) =>
  ({ ...geldig, code, naam, gebied: 'g', raad: 'wijkraad', aliassen }) as const;

const gemeente = {
  wijken: [
    wijk('oud-charlois-wielewaal', 'Oud Charlois-Wielewaal', [{ naam: 'Oud Charlois' }]),
    wijk('carnisse-zuidplein', 'Carnisse-Zuidplein', [
      { naam: 'Carnisse-Zuid', geldigTot: '2023-11-30' },
      { naam: 'Zuid' },
    ]),
    wijk('vreewijk', 'Vreewijk', [{ naam: 'Zuid' }, { naam: 'Carnisse-Zuid' }]),
  ],
};

type Data = { wijken: string[]; [veld: string]: unknown };

function bericht(rij: string) {
  const { bericht, fouten } = vertaal(rij, kop, wijknamenVan(gemeente));
  const { data, ...envelop } = JSON.parse(bericht) as { data: Data; [veld: string]: unknown };
  return { data, envelop, fouten };
}

const rij = (wijken: string, dag = '2026-03-02') =>
  `wijkhubvraag;balie;v1;web;${wijken};wonen | zorg;Lekkage;"Het ""lekt"";\nal lang";${dag};`;

describe('de eerste regel van een CSV', () => {
  it('zegt zelf of de kolommen met ; of , gescheiden zijn', () => {
    expect(scheidingVan(namen)).toBe(';');
    expect(scheidingVan(namen.replaceAll(';', ','))).toBe(',');
  });

  it('mag hoofdletters, spaties en aanhalingstekens hebben', () => {
    const anders = namen.replaceAll(';', ' , ').replace('soort', '"SOORT"').replace('Op', 'op');
    expect(leesKop('f.csv', anders)).toEqual({ ...kop, scheiding: ',' });
  });

  it('wordt met alle fouten tegelijk geweigerd', () => {
    const fout = 'soort;bron;id;idd;kanaal;wijken;;tekst;ontvangenOp;soort';
    expect(() => leesKop('f.csv', fout)).toThrow(
      "'idd' is geen bekende kolom; een kolom heeft geen naam; 'onderwerp' ontbreekt; " +
        "'soort' staat er twee keer",
    );
  });

  it('mag de kolommen van een geweigerd bestand nog hebben', () => {
    const bij = leesKop('f.csv', `${namen};geweigerd_regel;geweigerd_redenen`);
    expect(bij.kolommen).toEqual([...kop.kolommen, undefined, undefined]);
  });
});

describe('een rij van een CSV', () => {
  it('wordt een CloudEvent met de velden van POST /v1/zaken', () => {
    expect(bericht(rij('vreewijk'))).toEqual({
      envelop: {
        specversion: '1.0',
        type: 'nl.wijkspoor.zaak-aangemeld.v1',
        source: 'balie',
        id: 'v1',
        datacontenttype: 'application/json',
      },
      data: {
        soort: 'wijkhubvraag',
        kanaal: 'web',
        wijken: ['vreewijk'],
        themas: ['wonen', 'zorg'],
        onderwerp: 'Lekkage',
        tekst: 'Het "lekt";\nal lang',
        ontvangenOp: '2026-03-02',
      },
      fouten: [],
    });
  });

  it('laat weg wat leeg is, maar nooit de wijken', () => {
    const { data } = bericht('motie;b;m1;brief;;;;;;');
    expect(data).toEqual({ soort: 'motie', kanaal: 'brief', wijken: [] });
  });

  it('vertaalt namen en aliassen van wijken naar codes, hoe ook geschreven', () => {
    expect(bericht(rij('oud charlois|VREEWIJK | carnisse-zuidplein')).data.wijken).toEqual([
      'oud-charlois-wielewaal',
      'vreewijk',
      'carnisse-zuidplein',
    ]);
  });

  it('weigert een naam die meer dan één wijk kan zijn', () => {
    const { data, fouten } = bericht(rij('vreewijk|Zuid'));
    expect(data.wijken).toEqual(['vreewijk', 'Zuid']);
    expect(fouten).toEqual([
      {
        pointer: '/data/wijken/1',
        melding: "'Zuid' kan meer dan één wijk zijn; schrijf carnisse-zuidplein of vreewijk",
      },
    ]);
  });

  it('kiest de wijk die op de dag van ontvangst zo heette', () => {
    expect(bericht(rij('Carnisse-Zuid')).data.wijken).toEqual(['vreewijk']);
    expect(bericht(rij('Carnisse-Zuid', '2023-01-02')).fouten.length).toBe(1);
  });

  it('geeft een onbekende naam door zoals hij is, zodat de stad zegt wat er mis is', () => {
    expect(bericht(rij('Vreewyk'))).toMatchObject({ data: { wijken: ['Vreewyk'] }, fouten: [] });
  });

  it('wordt geweigerd als het aantal kolommen niet klopt', () => {
    expect(() => bericht('a;b;c')).toThrow(GeenRij);
    expect(() => bericht('a;b;c')).toThrow('de rij heeft 3 kolommen; de eerste regel 10');
  });

  it('wordt geweigerd als de aanhalingstekens niet kloppen', () => {
    expect(() => cellen('a;"b', ';')).toThrow(GeenRij);
  });
});
