import { describe, expect, it } from '@jest/globals';
import { goed, meldingen, met } from './voorbeeld-gemeente.ts';

describe('het termijnbeleid van een soort', () => {
  const laatste = goed.termijnbeleid.length - 1;

  it('overlapt niet', () => {
    expect(meldingen(met('termijnbeleid', laatste, { geldigVan: '2024-12-31' }))).toEqual([
      `/termijnbeleid/${laatste}/geldigVan: overlapt met /termijnbeleid/${laatste - 1}` +
        " (2023-01-01 tot en met 2024-12-31) voor 'ongevraagd-advies'",
    ]);
  });

  it('overlapt ook niet met een langere regel van eerder', () => {
    const [eerste] = goed.termijnbeleid;
    const kort = { ...eerste!, geldigVan: '2024-01-01', geldigTot: '2024-01-31' } as const;
    const later = { ...eerste!, geldigVan: '2024-06-01' } as const;
    const rijen = [...goed.termijnbeleid, kort, later];
    const overlap = (i: number) =>
      `/termijnbeleid/${i}/geldigVan: overlapt met /termijnbeleid/0` +
      ` (2023-01-01 tot en met nu) voor '${eerste?.soort}'`;
    expect(meldingen({ ...goed, termijnbeleid: rijen })).toEqual([
      overlap(laatste + 1),
      overlap(laatste + 2),
    ]);
  });

  it('heeft geen gat, ook niet van een dag', () => {
    expect(meldingen(met('termijnbeleid', laatste, { geldigVan: '2025-01-02' }))).toEqual([
      `/termijnbeleid/${laatste}/geldigVan: gat: van 2025-01-01 tot en met 2025-01-01` +
        " geldt niets voor 'ongevraagd-advies'",
    ]);
  });

  it('houdt niet op', () => {
    expect(meldingen(met('termijnbeleid', laatste, { geldigTot: '2026-12-31' }))).toEqual([
      `/termijnbeleid/${laatste}/geldigTot: gat: na 2026-12-31` +
        " geldt niets voor 'ongevraagd-advies'",
    ]);
  });

  it('ontbreekt voor geen enkele soort', () => {
    const rijen = goed.termijnbeleid.filter(({ soort }) => soort !== 'motie');
    expect(meldingen({ ...goed, termijnbeleid: rijen })).toEqual([
      "/termijnbeleid: soort 'motie' ontbreekt",
    ]);
  });
});

describe('het welzijn in een gebied', () => {
  it('overlapt niet', () => {
    expect(meldingen(met('welzijnsaanbieders', 1, { geldigVan: '2024-07-01' }))).toEqual([
      '/welzijnsaanbieders/1/geldigVan: overlapt met /welzijnsaanbieders/0' +
        " (2023-01-01 tot en met 2024-12-31) voor 'binnenstad'",
    ]);
  });

  it('heeft geen gat, en mag eindigen', () => {
    expect(meldingen(met('welzijnsaanbieders', 1, { geldigVan: '2025-03-01' }))).toEqual([
      '/welzijnsaanbieders/1/geldigVan: gat: van 2025-01-01 tot en met 2025-02-28' +
        " geldt niets voor 'binnenstad'",
    ]);
    expect(meldingen(met('welzijnsaanbieders', 1, { geldigTot: '2031-12-31' }))).toEqual([]);
  });
});

describe('de eerste behandelaar', () => {
  it('staat er voor iedere soort één keer', () => {
    const [eerste, tweede, ...rest] = goed.eersteBehandelaars;
    const rijen = [eerste!, { ...tweede!, soort: 'wijkhubvraag' as const }, ...rest];
    expect(meldingen({ ...goed, eersteBehandelaars: rijen })).toEqual([
      "/eersteBehandelaars/1/soort: soort 'wijkhubvraag' is al gebruikt: zie /eersteBehandelaars/0",
      "/eersteBehandelaars: soort 'vraag-uit-de-wijk' ontbreekt",
    ]);
  });
});
