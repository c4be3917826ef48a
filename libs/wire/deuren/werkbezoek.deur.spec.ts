import { describe, expect, it } from '@jest/globals';
import { faultsOf } from '../faults.fixture.ts';
import { gemeenteUit } from '../gemeente.fixture.ts';
import { deuren } from './deuren.ts';

const rotterdam = deuren(gemeenteUit('rotterdam'));
const voorbeeldstad = deuren(gemeenteUit('voorbeeldstad'));
const vandaag = '2026-11-20';

const item = { onderwerp: 'Het plein', tekst: 'Wanneer wordt het plein opgeknapt?' };

const bezoek = {
  aanmelding: { bron: 'bestuursondersteuning', id: 'bezoek-7' },
  wijken: ['hillesluis', 'bloemhof'],
  bezoekOp: '2026-03-02',
  wethouder: 'wijken',
  vragen: [{ id: 'vraag-1', ...item }],
  toezeggingen: [{ id: 'toezegging-1', ...item, uiterlijk: '2026-06-30' }],
  actiepunten: [{ id: 'actie-1', ...item, eigenaar: 'cluster:stadsbeheer', wijken: ['bloemhof'] }],
};

const refused = (change: object) =>
  faultsOf(() => rotterdam.werkbezoek({ ...bezoek, ...change }, vandaag));

describe('the door of a formal visit', () => {
  const { werkbezoek, door } = rotterdam.werkbezoek(bezoek, vandaag);
  const [vraag, toezegging, actiepunt] = werkbezoek.registraties;

  it('lets it in as one fact with all that follows from it (002:42, 51)', () => {
    expect(werkbezoek.registraties.map(({ type }) => type)).toEqual([
      'VraagUitDeWijkGeregistreerd',
      'ToezeggingVastgelegd',
      'ActiepuntVastgelegd',
    ]);
    expect(werkbezoek.werkbezoekId).toMatch(/^werkbezoek-[0-9a-f-]{36}$/);
    expect(werkbezoek.aanmelding).toEqual(bezoek.aanmelding);
  });

  it('gives each item the day, the channel, the wethouder and the wijken of the visit', () => {
    expect(vraag?.data).toEqual({
      zaakId: expect.stringMatching(/^zaak-/),
      aanmelding: { bron: 'bestuursondersteuning', id: 'bezoek-7#vraag-1' },
      kanaal: 'werkbezoek',
      wijken: ['hillesluis', 'bloemhof'],
      themas: [],
      ...item,
      ontvangenOp: '2026-03-02',
      kenmerken: [],
      werkbezoekId: werkbezoek.werkbezoekId,
      wethouder: 'wijken',
    });
  });

  it('keeps what an item says itself', () => {
    expect(toezegging?.data).toMatchObject({ aan: 'wijkraad', uiterlijk: '2026-06-30' });
    expect(actiepunt?.data).toMatchObject({
      eigenaar: 'cluster:stadsbeheer',
      wijken: ['bloemhof'],
    });
    expect(actiepunt?.data).not.toHaveProperty('uiterlijk');
  });

  it('takes the channel for visits of its municipality when none is given', () => {
    const elders = { ...bezoek, wijken: ['molenbuurt'], wethouder: 'mensen', actiepunten: [] };
    expect(werkbezoek.kanaal).toBe('werkbezoek');
    expect(door).toBe('kanaal:werkbezoek');
    expect(voorbeeldstad.werkbezoek(elders, vandaag).werkbezoek.kanaal).toBe('wijkbezoek');
  });

  it('lets a visit in from which nothing followed', () => {
    const { vragen: _v, toezeggingen: _t, actiepunten: _a, ...leeg } = bezoek;
    expect(rotterdam.werkbezoek(leeg, vandaag).werkbezoek.registraties).toEqual([]);
  });
});

describe('what is refused at the door of a visit', () => {
  it.each([
    ['tomorrow', { bezoekOp: '2026-11-21', toezeggingen: [] }, '/bezoekOp', /na vandaag/],
    ['no wethouder', { wethouder: undefined }, '/wethouder', /ontbreekt/],
    ['the name of a portfolio', { wethouder: 'Wijken' }, '/wethouder', /de code 'wijken'/],
    ['no wijk', { wijken: [] }, '/wijken', /geen lege lijst/],
    ['questions that are no list', { vragen: 'ja' }, '/vragen', /moet een lijst zijn/],
    ['a question that is no object', { vragen: ['ja'] }, '/vragen/0', /een object met velden/],
    ['a question without an id', { vragen: [item] }, '/vragen/0/id', /ontbreekt/],
    ['an id with a #', { vragen: [{ ...item, id: 'a#b' }] }, '/vragen/0/id', /tekst zonder #/],
    [
      'a question with an owner',
      { vragen: [{ ...item, id: '1', eigenaar: 'x' }] },
      '/vragen/0/eigenaar',
      /onbekend veld/,
    ],
    [
      'an action item without an owner',
      { actiepunten: [{ ...item, id: '1' }] },
      '/actiepunten/0/eigenaar',
      /ontbreekt/,
    ],
    [
      'an owner that does not exist',
      { actiepunten: [{ ...item, id: '1', eigenaar: 'wijk-mt:bloemhofje' }] },
      '/actiepunten/0/eigenaar',
      /'bloemhofje' staat niet bij de wijken/,
    ],
    [
      'a promise that was due before the visit',
      { toezeggingen: [{ ...item, id: '1', uiterlijk: '2026-03-01' }] },
      '/toezeggingen/0/uiterlijk',
      /ligt voor de eerste dag \(2026-03-02\)/,
    ],
    [
      'an item about no wijk',
      { vragen: [{ ...item, id: '1', wijken: [] }] },
      '/vragen/0/wijken',
      /geen lege lijst/,
    ],
    [
      'a channel that no question comes by',
      { kanaal: 'formeel-overleg', toezeggingen: [] },
      '/kanaal',
      /geen vraag-uit-de-wijk binnen; kies uit: werkbezoek/,
    ],
    ['a field that nobody knows', { vraagen: [] }, '/vraagen', /bedoelt u 'vragen'\?/],
  ])('%s', (_name, change, pointer, message) => {
    expect(refused(change)).toEqual({ [pointer]: expect.stringMatching(message) });
  });

  it('one id for two items, also in two lists, because they would be one case', () => {
    const vragen = [
      { id: '1', ...item },
      { id: '1', ...item, tekst: 'Iets anders' },
    ];
    const toezeggingen = [{ id: '1', ...item }];
    expect(refused({ vragen, toezeggingen })).toEqual({
      '/vragen/1/id': 'staat ook al bij /vragen/0',
      '/toezeggingen/0/id': 'staat ook al bij /vragen/0',
    });
  });

  it('wijken without a wijkraad on that day, each at its place', () => {
    expect(refused({ bezoekOp: '2022-03-01' })).toEqual({
      '/wijken/0': expect.stringMatching(/^'hillesluis' had op 2022-03-01 geen wijkraad/),
      '/wijken/1': expect.stringMatching(/^'bloemhof' had/),
      '/actiepunten/0/wijken/0': expect.stringMatching(/^'bloemhof' had/),
    });
  });

  it('every fault in every item at once', () => {
    const faults = refused({
      wijken: ['bloemhov'],
      vragen: [{ id: '1' }, { id: '', onderwerp: ' ', tekst: '\0', themas: ['woonen'] }],
    });
    expect(Object.keys(faults).sort()).toEqual([
      '/vragen/0/onderwerp',
      '/vragen/0/tekst',
      '/vragen/1/id',
      '/vragen/1/onderwerp',
      '/vragen/1/tekst',
      '/vragen/1/themas/0',
      '/wijken/0',
    ]);
  });
});
