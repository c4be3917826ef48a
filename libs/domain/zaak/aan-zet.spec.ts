import { describe, expect, it } from '@jest/globals';
import { goed as gemeente } from '../gemeente/voorbeeld-gemeente.ts';
import type { TeVragen } from './aan-zet.ts';
import { aanZet } from './aan-zet.ts';
import { eersteBehandelaarVan, soortVan } from './soort.ts';
import type { Registratie } from './zaak.events.ts';
import { elkeSoort } from './zaak.fixture.ts';

const advies: TeVragen = {
  soort: 'ongevraagd-advies',
  wijken: ['molenbuurt', 'vlietdorp'],
  ontvangenOp: '2026-03-02',
  wethouder: 'leefomgeving',
  eigenaar: null,
  behandelaar: 'hub:huiskamer',
  gestoptOp: null,
};
const dag = '2026-04-20';

describe('aan zet', () => {
  it('is wie de zaak heeft, zolang de klok loopt', () => {
    expect(aanZet(gemeente, advies, dag)).toBe('hub:huiskamer');
  });

  it('is niemand meer als de klok stilstaat', () => {
    expect(aanZet(gemeente, { ...advies, gestoptOp: dag }, dag)).toBeNull();
  });

  it('was op een dag voor het antwoord nog wie de zaak had', () => {
    expect(aanZet(gemeente, { ...advies, gestoptOp: '2026-04-21' }, dag)).toBe('hub:huiskamer');
  });

  it.each<[Partial<TeVragen>, string]>([
    [{}, 'wijk-mt:molenbuurt'],
    [{ soort: 'vraag-uit-de-wijk' }, 'wijk-mt:molenbuurt'],
    [{ soort: 'wijkhubvraag' }, 'hub:huiskamer'],
    [{ soort: 'wijkhubvraag', wijken: ['vlietdorp'] }, 'wijk-mt:vlietdorp'],
    [{ soort: 'toezegging' }, 'wethouder:leefomgeving'],
    [{ soort: 'motie', wijken: [] }, 'college'],
  ])('is bij een zaak van nog niemand wie zo een zaak het eerst krijgt: %j', (anders, rol) => {
    expect(aanZet(gemeente, { ...advies, behandelaar: null, ...anders }, dag)).toBe(rol);
  });
});

/** What a row of the lists knows of a case on its first day. */
function teVragen(registratie: Registratie): TeVragen {
  const { data } = registratie;
  const { wijken, ontvangenOp } = data;
  return {
    ...{ soort: soortVan(registratie), wijken, ontvangenOp, behandelaar: null, gestoptOp: null },
    wethouder: 'wethouder' in data ? (data.wethouder ?? null) : null,
    eigenaar: 'eigenaar' in data ? data.eigenaar : null,
  };
}

const eerste = {
  wijkhubvraag: 'hub:huiskamer',
  'vraag-uit-de-wijk': 'wijk-mt:molenbuurt',
  'ongevraagd-advies': 'wijk-mt:molenbuurt',
  'gevraagd-advies': 'wijk-mt:molenbuurt',
  toezegging: 'wethouder:wijken',
  actiepunt: 'cluster:stadsbeheer',
  motie: 'college',
} as const;

describe.each(elkeSoort)('aan zet bij een %s', (soort, gegeven) => {
  const wijken = gegeven.data.wijken.length > 0 ? ['molenbuurt'] : [];
  const registratie = { ...gegeven, data: { ...gegeven.data, wijken } } as Registratie;
  const nieuw = teVragen(registratie);
  const bij = 'hub:elders';

  it('is wie zo een zaak het eerst krijgt, zolang zij van niemand is', () => {
    expect(aanZet(gemeente, nieuw, dag)).toBe(eerste[soort]);
    expect(eersteBehandelaarVan(gemeente, registratie)).toBe(eerste[soort]);
  });

  it.each<[string, Partial<TeVragen>, string | null]>([
    ['in behandeling', { behandelaar: bij }, bij],
    ['morgen beantwoord, van niemand', { gestoptOp: '2026-04-21' }, eerste[soort]],
    ['morgen beantwoord, van iemand', { behandelaar: bij, gestoptOp: '2026-04-21' }, bij],
    ['beantwoord of gesloten, van niemand', { gestoptOp: dag }, null],
    ['beantwoord of gesloten, van iemand', { behandelaar: bij, gestoptOp: '2026-04-19' }, null],
  ])('%s', (_stand, anders, rol) => {
    expect(aanZet(gemeente, { ...nieuw, ...anders }, dag)).toBe(rol);
  });
});
