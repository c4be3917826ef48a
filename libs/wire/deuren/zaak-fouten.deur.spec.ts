import { describe, expect, it } from '@jest/globals';
import { faultsOf as refused } from '../faults.fixture.ts';
import { gemeenteUit } from '../gemeente.fixture.ts';
import { deuren } from './deuren.ts';

const { zaak } = deuren(gemeenteUit('rotterdam'));
const vandaag = '2026-11-20';

const vraag = {
  soort: 'wijkhubvraag',
  aanmelding: { bron: 'balie', id: '113' },
  kanaal: 'wijkhub-balie',
  wijken: ['tarwewijk'],
  onderwerp: 'Lekkage in het portiek',
  tekst: 'De regen komt door het dak.',
  ontvangenOp: '2026-03-02',
};

const toezegging = {
  ...vraag,
  soort: 'toezegging',
  kanaal: 'formeel-overleg',
  aan: 'wijkraad',
  wethouder: 'wijken',
};

const faultsOf = (input: unknown) => refused(() => zaak(input, vandaag));

describe('what is refused at the door of a case', () => {
  it.each([
    ['an unknown wijk', { wijken: ['atlantis'] }, '/wijken/0', /geen wijk van Rotterdam; GET/],
    ['a slip in the code of a wijk', { wijken: ['tarwewyk'] }, '/wijken/0', /u 'tarwewijk'\?/],
    ['the name of a wijk', { wijken: ['Tarwewijk'] }, '/wijken/0', /de code 'tarwewijk', niet/],
    [
      'a name from before',
      { wijken: ['Carnisse-Zuiderpark'] },
      '/wijken/0',
      /de code 'carnisse-zuidplein-zuiderpark'/,
    ],
    [
      'a name in one word, as in a letter',
      { wijken: ['MiddellandNieuweWesten'] },
      '/wijken/0',
      /de code 'middelland-nieuwe-westen'/,
    ],
    ['a number for a wijk', { wijken: [12] }, '/wijken/0', /moet tekst zijn, maar is het getal 12/],
    ['one wijk without a list', { wijken: 'tarwewijk' }, '/wijken', /moet een lijst zijn/],
    ['no wijk', { wijken: [] }, '/wijken', /mag geen lege lijst zijn/],
    ['the same wijk twice', { wijken: ['pernis', 'pernis'] }, '/wijken/1', /staat al eerder/],
    [
      'an unknown soort',
      { soort: 'klacht' },
      '/soort',
      /kies uit: wijkhubvraag, ongevraagd-advies/,
    ],
    ['a slip in a soort', { soort: 'wijkhubvaag' }, '/soort', /bedoelt u 'wijkhubvraag'\?/],
    [
      'an unknown channel',
      { kanaal: 'rooksignaal' },
      '/kanaal',
      /geen kanaal; kies uit: brief, e-/,
    ],
    ['a slip in a channel', { kanaal: 'wijkhub-bali' }, '/kanaal', /bedoelt u 'wijkhub-balie'\?/],
    ['the name of a channel', { kanaal: 'E-mail' }, '/kanaal', /de code 'e-mail'/],
    ['a channel of other soorten', { kanaal: 'wijkraad' }, '/kanaal', /geen wijkhubvraag binnen/],
    ['an unknown theme', { themas: ['weer'] }, '/themas/0', /'weer' is geen thema; kies uit/],
    ['a subject for a theme', { themas: ['fundering'] }, '/themas/0', /de code 'wonen'/],
    ['a day that does not exist', { ontvangenOp: '2026-02-30' }, '/ontvangenOp', /niet bestaat/],
    ['a leap day too many', { ontvangenOp: '2025-02-29' }, '/ontvangenOp', /niet bestaat/],
    ['a day of next month', { ontvangenOp: '2026-12-20' }, '/ontvangenOp', /ligt na vandaag/],
    ['tomorrow', { ontvangenOp: '2026-11-21' }, '/ontvangenOp', /na vandaag \(2026-11-20\)/],
    ['a day written the Dutch way', { ontvangenOp: '02-03-2026' }, '/ontvangenOp', /jaar-maand/],
    ['a moment for a day', { ontvangenOp: '2026-03-02T10:00:00Z' }, '/ontvangenOp', /geen datum/],
    ['a day as a number', { ontvangenOp: 20260302 }, '/ontvangenOp', /moet tekst zijn/],
    ['the year zero', { ontvangenOp: '0000-01-01' }, '/ontvangenOp', /niet tussen 1900 en 2100/],
    ['no text', { tekst: undefined }, '/tekst', /ontbreekt/],
    ['an empty text', { tekst: '' }, '/tekst', /mag niet leeg zijn$/],
    ['a text of blanks only', { tekst: ' \n\t ' }, '/tekst', /alleen spaties of regeleinden/],
    ['a text of 40,001 letters', { tekst: 'x'.repeat(40_001) }, '/tekst', /40001 tekens, hoogst/],
    ['no text but null', { tekst: null }, '/tekst', /moet tekst zijn, maar is null/],
    ['no text but a list', { tekst: ['a'] }, '/tekst', /moet tekst zijn, maar is een lijst/],
    ['an empty subject', { onderwerp: '' }, '/onderwerp', /mag niet leeg zijn/],
    ['a NUL in a text', { tekst: 'a\0b' }, '/tekst', /NUL-teken \(U\+0000\)/],
    ['half a character', { tekst: 'a\ud83d' }, '/tekst', /half teken/],
    ['the other half', { onderwerp: '\ude00a' }, '/onderwerp', /half teken/],
    ['a NUL in an id', { aanmelding: { bron: 'a', id: '\0' } }, '/aanmelding/id', /NUL-teken/],
    ['a source without an id', { aanmelding: { bron: 'a' } }, '/aanmelding/id', /ontbreekt/],
    ['no source at all', { aanmelding: undefined }, '/aanmelding', /ontbreekt/],
    ['an id as a number', { aanmelding: { bron: 'a', id: 7 } }, '/aanmelding/id', /getal 7/],
    ['a role in capitals', { door: 'Hub' }, '/door', /niet de vorm rol of rol:code/],
    [
      'the Wijk MT of no wijk',
      { door: 'wijk-mt:mars' },
      '/door',
      /'mars' staat niet bij de wijken/,
    ],
    ['the Wijk MT without a wijk', { door: 'wijk-mt' }, '/door', /noemt geen code/],
    ['a field that nobody knows', { tekts: 'x' }, '/tekts', /onbekend veld; bedoelt u 'tekst'\?/],
    ['a field of another soort', { uiterlijk: '2026-04-01' }, '/uiterlijk', /onbekend veld/],
    ['an odd name of a field', { 'a/b~c': 1 }, '/a~1b~0c', /onbekend veld/],
  ])('%s', (_name, change, pointer, message) => {
    expect(faultsOf({ ...vraag, ...change })).toEqual({
      [pointer]: expect.stringMatching(message),
    });
  });

  it.each(['vraag-uit-de-wijk', 'actiepunt'])('a %s, which comes from a visit only', (soort) => {
    expect(faultsOf({ ...vraag, soort })).toEqual({
      '/soort': `'${soort}' komt alleen uit een formeel werkbezoek; gebruik POST /v1/werkbezoeken`,
    });
  });

  it('a wijk on a day on which it had no wijkraad yet', () => {
    expect(faultsOf({ ...vraag, ontvangenOp: '2022-03-15' })).toEqual({
      '/wijken/0': "'tarwewijk' had op 2022-03-15 geen wijkraad of dorpsraad",
    });
  });

  it('a promise that was due before it was made', () => {
    expect(faultsOf({ ...toezegging, uiterlijk: '2026-03-01' })).toEqual({
      '/uiterlijk': "'2026-03-01' ligt voor de eerste dag (2026-03-02)",
    });
  });

  it('a promise to a wijkraad without its wijk, though the council has the whole city', () => {
    expect(faultsOf({ ...toezegging, wijken: [] })).toEqual({
      '/wijken': 'mag geen lege lijst zijn: noem de wijk van de wijkraad',
    });
    const aanRaad = { ...toezegging, kanaal: 'raadsvergadering', aan: 'gemeenteraad', wijken: [] };
    expect(zaak(aanRaad, vandaag).registratie.type).toBe('ToezeggingVastgelegd');
  });

  it.each([
    ['null', null],
    ['a list', []],
    ['a text', 'vraag'],
    ['a number', 7],
    ['nothing', undefined],
  ])('a body that is %s', (_name, input) => {
    expect(faultsOf(input)).toEqual({
      '': expect.stringMatching(/moet een object met velden zijn/),
    });
  });

  it('a body with a __proto__, which changes no prototype', () => {
    const input: unknown = JSON.parse('{"__proto__":{"soort":"motie"},"constructor":1}');
    expect(Object.keys(faultsOf(input))).toEqual(
      expect.arrayContaining(['/__proto__', '/constructor', '/soort', '/tekst']),
    );
    expect(({} as { soort?: unknown }).soort).toBeUndefined();
  });

  it('every fault at once, each at its place', () => {
    const input = {
      soort: 'toezegging',
      aanmelding: { bron: '', id: 1, extra: true },
      kanaal: 'brieff',
      wijken: ['tarwewyk', 'pernis', 5, 'pernis'],
      themas: 'wonen',
      onderwerp: 'x'.repeat(201),
      ontvangenOp: '2027-01-01',
      uiterlijk: '2026-13-01',
      aan: 'koning',
      onbekend: null,
    };
    expect(Object.keys(faultsOf(input)).sort()).toEqual(
      [
        '/aan',
        '/aanmelding/bron',
        '/aanmelding/extra',
        '/aanmelding/id',
        '/kanaal',
        '/onbekend',
        '/onderwerp',
        '/ontvangenOp',
        '/tekst',
        '/themas',
        '/uiterlijk',
        '/wethouder',
        '/wijken/0',
        '/wijken/2',
        '/wijken/3',
      ].sort(),
    );
  });

  it('also what lies between two fields, beside what is wrong in others', () => {
    const input = { ...vraag, ontvangenOp: '2022-01-01', kanaal: 'werkbezoek', onderwerp: '' };
    expect(Object.keys(faultsOf(input)).sort()).toEqual(['/kanaal', '/onderwerp', '/wijken/0']);
  });

  it('what every soort has, when its own soort is not known', () => {
    const input = { ...toezegging, soort: 'toezeging', wijken: ['tarwewyk'], tekst: undefined };
    expect(Object.keys(faultsOf(input)).sort()).toEqual(['/soort', '/tekst', '/wijken/0']);
  });
});
