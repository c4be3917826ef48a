import { describe, expect, it } from '@jest/globals';
import { faultsOf } from '../faults.fixture.ts';
import { gemeenteUit } from '../gemeente.fixture.ts';
import { deuren } from './deuren.ts';

const rotterdam = deuren(gemeenteUit('rotterdam'));

describe('the query of the list of cases', () => {
  it('asks for fifty cases when it says nothing', () => {
    expect(rotterdam.zakenVraag({})).toEqual({ limiet: 50 });
    expect(rotterdam.zakenVraag(undefined)).toEqual({ limiet: 50 });
  });

  it('is text that becomes what it stands for, and leaves the request as it was', () => {
    const query = { soort: 'motie', wijk: 'pernis', peildatum: '2026-03-02', limiet: '200' };
    expect(rotterdam.zakenVraag(query)).toEqual({ ...query, limiet: 200 });
    expect(query.limiet).toBe('200');
  });

  it('leaves a number of a paper as it was written', () => {
    expect(rotterdam.zakenVraag({ kenmerk: '0012' }).kenmerk).toBe('0012');
  });

  it.each([
    [{ limiet: '0' }, '/limiet', /minstens 1 zijn/],
    [{ limiet: '201' }, '/limiet', /hoogstens 200 zijn/],
    [{ limiet: 'veel' }, '/limiet', /moet een geheel getal zijn, maar is de tekst 'veel'/],
    [{ limiet: '2.5' }, '/limiet', /moet een geheel getal zijn/],
    [{ soort: 'motee' }, '/soort', /bedoelt u 'motie'\?/],
    [{ soort: 'vraag-uit-de-wijk2' }, '/soort', /bedoelt u 'vraag-uit-de-wijk'\?/],
    [{ status: 'open' }, '/status', /kies uit: nieuw, in-behandeling, beantwoord, gesloten/],
    [{ wijk: 'Pernis' }, '/wijk', /de code 'pernis'/],
    [{ wijk: ['pernis', 'pendrecht'] }, '/wijk', /moet tekst zijn, maar is een lijst/],
    [{ oordeel: 'te-laat' }, '/oordeel', /kies uit: geen-termijn, geen-einde-bepaald, loopt/],
    [{ behandelaar: 'WijkMT' }, '/behandelaar', /niet de vorm/],
    [{ peildatum: '2026-02-30' }, '/peildatum', /niet bestaat/],
    [{ peildatum: '' }, '/peildatum', /geen datum/],
    [{ wijck: 'pernis' }, '/wijck', /bedoelt u 'wijk'\?/],
  ])('refuses %p', (query, pointer, message) => {
    const faults = faultsOf(() => rotterdam.zakenVraag(query));
    expect(faults).toEqual({ [pointer]: expect.stringMatching(message) });
  });

  it('takes every soort, those of a visit too', () => {
    expect(rotterdam.zakenVraag({ soort: 'actiepunt' }).soort).toBe('actiepunt');
  });

  it('names every fault at once', () => {
    const faults = faultsOf(() => rotterdam.zakenVraag({ limiet: 'x', wijk: 'x', x: 'x' }));
    expect(Object.keys(faults).sort()).toEqual(['/limiet', '/wijk', '/x']);
  });
});

describe('the other queries', () => {
  it('take a day, also one that is still to come', () => {
    expect(rotterdam.peildatumVraag({ peildatum: '2027-01-01' })).toEqual({
      peildatum: '2027-01-01',
    });
    expect(rotterdam.zakenTeLaatVraag({ wijk: 'pernis', soort: 'motie' })).toEqual({
      ...{ wijk: 'pernis', soort: 'motie', limiet: 50 },
    });
  });

  it('take only the soorten and the forms that a list has', () => {
    const wrong = { soort: 'motie', vorm: 'pdf', wethouder: 'niemand' };
    expect(faultsOf(() => rotterdam.adviezenTeLaatVraag(wrong))).toEqual({
      '/soort': expect.stringMatching(/gevraagd-advies, ongevraagd-advies/),
      '/vorm': expect.stringMatching(/json, csv, html/),
      '/wethouder': expect.stringMatching(/geen portefeuille/),
    });
  });

  it('take a trial run as true or false only', () => {
    expect(rotterdam.aanmeldingenVraag({})).toEqual({ proef: false });
    expect(rotterdam.aanmeldingenVraag({ proef: 'true' })).toEqual({ proef: true });
    expect(faultsOf(() => rotterdam.aanmeldingenVraag({ proef: '' }))).toEqual({
      '/proef': "moet true of false zijn, maar is de tekst ''",
    });
  });

  it('are refused where nothing can be asked', () => {
    expect(rotterdam.geenVraag({})).toBeUndefined();
    expect(Object.keys(faultsOf(() => rotterdam.geenVraag({ a: '1', 'b/c': '' })))).toEqual([
      '/a',
      '/b~1c',
    ]);
  });
});

describe('the code of a wijk in a path', () => {
  it('is right or gets a hint', () => {
    expect(rotterdam.wijkFout('tarwewijk')).toBeUndefined();
    expect(rotterdam.wijkFout('tarwewyk')).toMatch(/bedoelt u 'tarwewijk'\?/);
    expect(rotterdam.wijkFout('constructor')).toMatch(/geen wijk van Rotterdam/);
  });
});
