import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ZaakTeLaat, WijkOverzicht } from '@wijkspoor/wire';
import { toonOverzicht } from './overzicht.ts';
import { toonTeLaat } from './te-laat.ts';

// Whoever runs this spec may have a screen, of any width.
const { isTTY } = process.stdout;
beforeAll(() => void (process.stdout.isTTY = false));
afterAll(() => void (process.stdout.isTTY = isTTY));

const gebieden = [
  { code: 'zuid', naam: 'Zuid', cbsCode: 'WK059901', bron: { tekst: 't', zekerheid: 'A' } },
] as const;

const gemeente = {
  gebieden,
  wijken: [
    {
      code: 'het-lage-land-prinsenland-en-s-gravenland',
      naam: "Het Lage Land, Prinsenland en 's-Gravenland",
      gebied: 'zuid',
      raad: 'wijkraad',
      aliassen: [],
      geldigVan: '2022-03-16',
      bron: { tekst: 't', zekerheid: 'A' },
    },
  ],
} as const;

const aantallen = {
  totaal: 123456,
  nieuw: 1,
  inBehandeling: 2,
  beantwoord: 3,
  gesloten: 4,
  loopt: 5,
  openTeLaat: 6,
  opTijd: 7,
  opTijdDoorAfspraak: 3,
  teLaatBeantwoord: 8,
  ...{ geenTermijn: 9, geenEindeBepaald: 10 },
};

const overzicht: WijkOverzicht = {
  wijk: 'het-lage-land-prinsenland-en-s-gravenland',
  naam: "Het Lage Land, Prinsenland en 's-Gravenland",
  gebied: 'zuid',
  peildatum: '2026-11-20',
  totaal: aantallen,
  perSoort: [{ soort: 'ongevraagd-advies', aantallen }],
  perThema: [
    { thema: 'zorg', naam: 'Zorg', aantallen: { ...aantallen, totaal: 1 } },
    { thema: 'wonen', naam: 'Wonen', aantallen },
  ],
};

const advies: ZaakTeLaat = {
  zaakId: 'zaak-1',
  soort: 'ongevraagd-advies',
  status: 'in-behandeling',
  wijken: ['het-lage-land-prinsenland-en-s-gravenland', 'vreewijk'],
  themas: ['wonen'],
  kanaal: 'brief',
  onderwerp: 'Een onderwerp van een heel lange adem 🏠\nover twee regels, في الحي',
  ontvangenOp: '2026-01-05',
  behandelaar: 'wijk-mt:het-lage-land-prinsenland-en-s-gravenland',
  wethouder: null,
  einde: '2026-02-16',
  eersteEinde: '2026-02-16',
  oordeel: 'open-te-laat',
  dagenTeLaat: 277,
  beantwoordOp: null,
  laatsteContactOp: '2026-03-02',
  kenmerken: [],
  soortTeLaat: 'open',
  aanZet: 'wijk-mt:het-lage-land-prinsenland-en-s-gravenland',
  laterVastgelegd: false,
  gestoptOp: null,
  naVerstrijken: false,
  laatsteBericht: { vorm: 'tussenbericht', op: '2026-03-02' },
  wijknamen: [
    {
      code: 'het-lage-land-prinsenland-en-s-gravenland',
      naam: "Het Lage Land, Prinsenland en 's-Gravenland",
    },
    { code: 'vreewijk', naam: 'Vreewijk' },
  ],
  wijkwethouders: [],
  link: '/v1/zaken/zaak-1',
};

const breedste = (tekst: string) => Math.max(...tekst.split('\n').map((regel) => regel.length));

describe('een overzicht op het scherm', () => {
  it('past in honderd kolommen, met het drukste thema bovenaan', () => {
    const tekst = toonOverzicht(overzicht, gemeente);
    expect(breedste(tekst)).toBeLessThanOrEqual(100);
    expect(tekst.indexOf('Wonen')).toBeLessThan(tekst.indexOf('Zorg'));
    expect(tekst).toMatch(/Ongevraagd advies +123\.456 +1 +2 +3 +4 +5 +6 +7 +3 +8\n/);
    expect(tekst.startsWith(`${overzicht.naam} (Zuid) op 20 november 2026\n`)).toBe(true);
  });

  it.each([
    ['opTijdDoorAfspraak', 'Op tijd door een afspraak: 1. Dat is een deel van "Op tijd"'],
    ['geenEindeBepaald', 'Bij 1 zaak is nog geen einde te bepalen: de startdag is niet bekend'],
  ] as const)('zegt het als %s niet nul is, en anders niets', (getal, zin) => {
    const [niets, een] = [0, 1].map((n) =>
      toonOverzicht({ ...overzicht, totaal: { ...aantallen, [getal]: n } }, gemeente),
    );
    expect(niets).not.toContain(zin.slice(-15));
    expect(een).toContain(zin);
  });

  it('zegt het als er nog niets is', () => {
    const leeg = { ...overzicht, totaal: { ...aantallen, totaal: 0 } };
    expect(toonOverzicht(leeg, gemeente)).toContain('Er zijn nog geen zaken.');
  });
});

const klaar: ZaakTeLaat = {
  ...advies,
  ...{ soortTeLaat: 'beantwoord', gestoptOp: '2026-05-01', einde: '2026-03-02' },
};
const peildatum = '2026-11-20';
const erbij = { ...gemeente, vandaag: peildatum } as const;

describe('de lijst van wat te laat is', () => {
  it.each(['adviezen', 'zaken'] as const)('van %s past in honderd kolommen', (wat) => {
    const aantallen = { open: 1, beantwoord: 2 };
    const lijst = { peildatum, aantallen, zaken: [advies, klaar, klaar] } as const;
    const tekst = toonTeLaat(wat, { ...lijst, zaken: [...lijst.zaken] }, erbij);
    expect(breedste(tekst)).toBeLessThanOrEqual(100);
    expect(tekst).toContain('Nog open: 1');
    expect(tekst).toContain('Te laat beantwoord: 2');
    expect(tekst).toMatch(/277 .*Het Lage.* 16-02-2026 +02-03-2026 +Wijk MT\n.*Tussenber/);
    expect(tekst).toMatch(/ 02-03-2026\* +01-05-2026/);
    expect(tekst).not.toContain('Getoond');
  });

  it('zegt hoeveel er meer zijn dan er staan', () => {
    const aantallen = { open: 1234, beantwoord: 0 };
    const tekst = toonTeLaat('adviezen', { peildatum, aantallen, zaken: [advies] }, erbij);
    expect(tekst).toContain('Getoond: 1 van 1.234.');
  });

  it('zegt het als er geen enkel te laat is', () => {
    const leeg = { peildatum, aantallen: { open: 0, beantwoord: 0 }, zaken: [] } as const;
    expect(toonTeLaat('zaken', { ...leeg, zaken: [] }, erbij)).toBe(
      'Op 20 november 2026 zijn er geen zaken te laat.',
    );
  });

  it.each([
    ['2026-11-19', '\nDeze dag moet nog komen: zo wordt het als er tot dan niets gebeurt.\n'],
    ['2026-11-20', 'op 20 november 2026\n\n'],
    ['2026-11-21', '\nDit is hoe het op die dag was. Wat later gebeurde, telt niet mee.\n'],
  ] as const)('zegt op %s wat voor dag het is', (vandaag, zin) => {
    const aantallen = { open: 1, beantwoord: 0 };
    const lijst = { peildatum, aantallen, zaken: [advies] } as const;
    expect(toonTeLaat('zaken', { ...lijst, zaken: [advies] }, { ...gemeente, vandaag })).toContain(
      zin,
    );
  });
});
