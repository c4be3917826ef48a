import { describe, expect, it } from '@jest/globals';
import type { AdviezenTeLaat, WijkOverzicht } from '@wijkspoor/wire';
import { rolnaam } from './namen.ts';
import { toonOverzicht } from './overzicht.ts';
import { dagInWoorden, dagMaandJaar, getal, tabel } from './tabel.ts';
import { toonTeLaat } from './te-laat.ts';

const kolommen = [
  { kop: 'Wat', breedte: 8 },
  { kop: 'Hoeveel', breedte: 7, rechts: true },
] as const;

describe('een tabel', () => {
  it('zet getallen rechts, kort lange woorden in en heeft geen rand', () => {
    const rijen = [
      ['kort', getal(7)],
      ['veel te lang woord', getal(1234567)],
    ];
    expect(tabel(kolommen, rijen, false).split('\n')).toEqual([
      'Wat      Hoeveel',
      'kort           7',
      'veel te… 1.234.…',
    ]);
  });

  it('heeft alleen kleur als dat gevraagd is', () => {
    expect(tabel(kolommen, [['a', '1']], false)).not.toContain('\u001B');
    expect(tabel(kolommen, [['a', '1']], true)).toContain('\u001B[1mWat\u001B[22m');
  });
});

describe('een dag', () => {
  it('staat er zoals mensen hier een dag schrijven', () => {
    expect(dagMaandJaar('2026-04-13')).toBe('13-04-2026');
    expect(dagMaandJaar(null)).toBe('-');
    expect(dagInWoorden('2026-04-01')).toBe('1 april 2026');
  });
});

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
  teLaatBeantwoord: 8,
  geenTermijn: 9,
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

const advies: AdviezenTeLaat['adviezen'][number] = {
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
};

const breedste = (tekst: string) => Math.max(...tekst.split('\n').map((regel) => regel.length));

describe('een overzicht op het scherm', () => {
  it('past in honderd kolommen, met het drukste thema bovenaan', () => {
    const tekst = toonOverzicht(overzicht, gemeente);
    expect(breedste(tekst)).toBeLessThanOrEqual(100);
    expect(tekst.indexOf('Wonen')).toBeLessThan(tekst.indexOf('Zorg'));
    expect(tekst).toMatch(/Ongevraagd advies +123\.456 +1 +2 +3 +4 +5 +6 +7 +8\n/);
    expect(tekst.startsWith(`${overzicht.naam} (Zuid) op 20 november 2026\n`)).toBe(true);
  });

  it('zegt het als er nog niets is', () => {
    const leeg = { ...overzicht, totaal: { ...aantallen, totaal: 0 } };
    expect(toonOverzicht(leeg, gemeente)).toContain('Er zijn nog geen zaken.');
  });
});

describe('de lijst van te late adviezen', () => {
  it('past in honderd kolommen en telt open en beantwoord apart', () => {
    const klaar = { ...advies, soortTeLaat: 'beantwoord', beantwoordOp: '2026-05-01' } as const;
    const lijst = { peildatum: '2026-11-20', adviezen: [advies, klaar, klaar] } as const;
    const tekst = toonTeLaat({ ...lijst, adviezen: [...lijst.adviezen] }, gemeente);
    expect(breedste(tekst)).toBeLessThanOrEqual(100);
    expect(tekst).toContain('Nog open: 1');
    expect(tekst).toContain('Te laat beantwoord: 2');
    expect(tekst).toMatch(/277 Het Lage Land, Prin.* 16-02-2026 02-03-2026 Wijk MT\n/);
  });

  it('zegt het als er geen enkel te laat is', () => {
    const tekst = toonTeLaat({ peildatum: '2026-11-20', adviezen: [] }, gemeente);
    expect(tekst).toBe('Op 20 november 2026 is geen enkel advies te laat.');
  });
});

describe('de naam van een rol', () => {
  it('is in woorden, en een onbekende blijft zoals hij is', () => {
    const code = 'het-lage-land-prinsenland-en-s-gravenland';
    expect(rolnaam(`wijk-mt:${code}`, gemeente)).toBe(
      "Wijk MT Het Lage Land, Prinsenland en 's-Gravenland",
    );
    expect(rolnaam('college', gemeente)).toBe('College');
    expect(rolnaam('griffie:ris', gemeente)).toBe('griffie ris');
    expect(rolnaam(null, gemeente)).toBe('nog niemand');
  });
});
