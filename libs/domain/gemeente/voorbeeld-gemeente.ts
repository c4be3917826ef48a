import { zonderKalender } from '../termijn/termijn.ts';
import type { Concept, Lijst } from './concept.ts';
import { controleerGemeente } from './controle.ts';
import type { Gemeente, Wijk } from './model.ts';
import { SOORTEN } from './model.ts';
import type { Termijnbeleid } from './termijnbeleid.ts';
import { STANDAARDBELEID } from './termijnbeleid.ts';

/* A municipality of three wijken that is right as a whole, for specs to look up in and to break. */

const bron = { tekst: 'verzonnen', zekerheid: 'open' } as const;
const geldigVan = '2023-01-01';

const molenbuurt: Wijk = {
  code: 'molenbuurt',
  naam: 'Molenbuurt',
  gebied: 'binnenstad',
  raad: 'wijkraad',
  aliassen: [{ naam: 'De Molens', geldigTot: '2024-12-31' }],
  wijkwethouder: 'leefomgeving',
  geldigVan,
  bron,
};

const cafeplein: Wijk = {
  ...molenbuurt,
  code: 'cafe-plein',
  naam: "'t Caféplein-Oost",
  aliassen: [],
  geldigTot: '2025-06-30',
};

const { wijkwethouder: _, ...zonderWethouder } = molenbuurt;

const vlietdorp: Wijk = {
  ...zonderWethouder,
  code: 'vlietdorp',
  naam: 'Vlietdorp',
  gebied: 'buitengebied',
  raad: 'dorpsraad',
  aliassen: [{ naam: 'Het Dorp' }],
};

const strikt = (soort: Termijnbeleid['soort'], dagen: number): Termijnbeleid => ({
  ...STANDAARDBELEID,
  soort,
  aard: 'wettelijk',
  basis: { tekst: 'verzonnen', verwijzing: 'verzonnen', zekerheid: 'open' },
  start: 'ontvangst',
  lengte: { dagen },
  regel: 'geen',
  geldigVan,
});

export const goed: Gemeente = {
  ...zonderKalender,
  code: 'voorbeeld',
  naam: 'Voorbeeld',
  tijdzone: 'Europe/Amsterdam',
  gebieden: [
    { code: 'binnenstad', naam: 'Binnenstad', cbsCode: 'WK999901', bron },
    { code: 'buitengebied', naam: 'Buitengebied', cbsCode: 'WK999902', bron },
  ],
  wijken: [molenbuurt, cafeplein, vlietdorp],
  hubs: [
    {
      code: 'huiskamer',
      naam: 'Huiskamer',
      wijk: 'molenbuurt',
      soort: 'wijkhub',
      openingstijden: [{ dagen: ['ma'], van: '09:00', tot: '17:00' }],
      geldigVan: '2023-03-01',
      bron,
    },
  ],
  partners: [
    {
      code: 'straatoverleg',
      naam: 'Straatoverleg',
      soort: 'overleg',
      gebieden: ['binnenstad'],
      wijken: ['molenbuurt', 'vlietdorp'],
      geldigVan,
      bron,
    },
  ],
  welzijnsaanbieders: [
    {
      code: 'samen-sterk',
      naam: 'Samen Sterk',
      gebied: 'binnenstad',
      geldigVan,
      geldigTot: '2024-12-31',
      bron,
    },
    { code: 'welzijn', naam: 'Welzijn', gebied: 'binnenstad', geldigVan: '2025-01-01', bron },
    { code: 'welzijn', naam: 'Welzijn', gebied: 'buitengebied', geldigVan, bron },
  ],
  themas: [{ code: 'water', naam: 'Water', onderwerpen: ['dijk'], bron }],
  kanalen: [{ code: 'post', naam: 'Post', bron }],
  portefeuilles: [{ code: 'leefomgeving', naam: 'Leefomgeving', bron }],
  termijnbeleid: [
    ...SOORTEN.filter((soort) => soort !== 'ongevraagd-advies').map((soort) => strikt(soort, 30)),
    { ...strikt('ongevraagd-advies', 56), geldigTot: '2024-12-31' },
    { ...strikt('ongevraagd-advies', 42), geldigVan: '2025-01-01' },
  ],
  eersteBehandelaars: [
    { soort: 'wijkhubvraag', rol: 'hub', bron },
    { soort: 'vraag-uit-de-wijk', rol: 'wijk-mt', bron },
    { soort: 'ongevraagd-advies', rol: 'wijk-mt', bron },
    { soort: 'gevraagd-advies', rol: 'wijk-mt', bron },
    { soort: 'toezegging', rol: 'wethouder', bron },
    { soort: 'actiepunt', rol: 'genoemde-eigenaar', bron },
    { soort: 'motie', rol: 'college', bron },
  ],
  ontvangers: [{ rol: 'wijk-mt:*', email: '{code}@wijk-mt.example' }],
};

/** That municipality with one entry of one list changed. */
export function met<L extends Lijst>(
  lijst: L,
  i: number,
  velden: Partial<Gemeente[L][number]>,
): Gemeente {
  return { ...goed, [lijst]: goed[lijst].map((rij, j) => (j === i ? { ...rij, ...velden } : rij)) };
}

/** Everything that is wrong with a municipality, one line each. */
export const meldingen = (concept: Concept): readonly string[] =>
  controleerGemeente(concept).map(({ pointer, message }) => `${pointer}: ${message}`);
