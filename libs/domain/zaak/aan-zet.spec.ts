import { describe, expect, it } from '@jest/globals';
import { goed as gemeente } from '../gemeente/voorbeeld-gemeente.ts';
import type { TeVragen } from './aan-zet.ts';
import { aanZet } from './aan-zet.ts';

const advies: TeVragen = {
  soort: 'ongevraagd-advies',
  wijken: ['molenbuurt', 'vlietdorp'],
  ontvangenOp: '2026-03-02',
  wethouder: 'leefomgeving',
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
