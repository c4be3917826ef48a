import { describe, expect, it } from '@jest/globals';
import { controleerGemeente } from './controle.ts';
import type { Concept, Lijst } from './concept.ts';
import type { Gemeente } from './model.ts';
import { voorbeeldGemeente as goed } from './voorbeeld-gemeente.ts';

/** The municipality with one entry of one list changed. */
function met<L extends Lijst>(lijst: L, i: number, velden: Partial<Gemeente[L][number]>): Gemeente {
  return { ...goed, [lijst]: goed[lijst].map((rij, j) => (j === i ? { ...rij, ...velden } : rij)) };
}

const meldingen = (concept: Concept) =>
  controleerGemeente(concept).map(({ pointer, message }) => `${pointer}: ${message}`);

describe('een gemeente die klopt', () => {
  it('geeft geen melding', () => expect(controleerGemeente(goed)).toEqual([]));
});

describe('een code', () => {
  it.each(['gebieden', 'wijken'] as const)('van %s mag maar één keer voorkomen', (lijst) => {
    const [eerste] = goed[lijst];
    expect(meldingen(met(lijst, 1, { code: eerste?.code ?? '' }))[0]).toBe(
      `/${lijst}/1/code: code '${eerste?.code}' is al gebruikt: zie /${lijst}/0`,
    );
  });

  it('van het CBS mag maar één keer voorkomen', () => {
    expect(meldingen(met('gebieden', 1, { cbsCode: 'WK999901' }))).toEqual([
      "/gebieden/1/cbsCode: cbsCode 'WK999901' is al gebruikt: zie /gebieden/0",
    ]);
  });

  it('van een welzijnsaanbieder mag terugkomen, met dezelfde naam', () => {
    expect(meldingen(met('welzijnsaanbieders', 2, { naam: 'Welzijn Zuid' }))).toEqual([
      "/welzijnsaanbieders/2/naam: 'welzijn' heet elders in deze lijst 'Welzijn'",
    ]);
  });
});

describe('een verwijzing', () => {
  it.each([
    [met('wijken', 2, { gebied: 'zuid' }), "/wijken/2/gebied: 'zuid' is geen code van gebieden"],
    [
      met('wijken', 0, { wijkwethouder: 'sport' }),
      "/wijken/0/wijkwethouder: 'sport' is geen code van portefeuilles",
    ],
    [met('hubs', 0, { wijk: 'molen' }), "/hubs/0/wijk: 'molen' is geen code van wijken"],
    [
      met('partners', 0, { wijken: ['molenbuurt', 'west'] }),
      "/partners/0/wijken/1: 'west' is geen code van wijken",
    ],
    [
      met('partners', 0, { gebieden: ['west'] }),
      "/partners/0/gebieden/0: 'west' is geen code van gebieden",
    ],
    [
      met('welzijnsaanbieders', 2, { gebied: 'west' }),
      "/welzijnsaanbieders/2/gebied: 'west' is geen code van gebieden",
    ],
  ])('moet ergens heen gaan (%#)', (gemeente, melding) => {
    expect(meldingen(gemeente)).toEqual([melding]);
  });
});

describe('een periode', () => {
  const { welzijnsaanbieders: _, termijnbeleid: __, ...geenReeksen } = goed;

  it.each(['wijken', 'hubs', 'partners'] as const)(
    'van %s eindigt niet voor zij begint',
    (lijst) => {
      const rijen = goed[lijst].map((rij) => ({ ...rij, geldigTot: '2020-01-01' as const }));
      expect(meldingen({ ...geenReeksen, [lijst]: rijen })).toContain(
        `/${lijst}/0/geldigTot: geldigTot (2020-01-01) ligt voor geldigVan (${rijen[0]?.geldigVan})`,
      );
    },
  );

  it('van een alias eindigt niet voor zij begint', () => {
    const alias = { naam: 'Oud', geldigVan: '2024-01-02', geldigTot: '2024-01-01' } as const;
    expect(meldingen(met('wijken', 0, { aliassen: [alias] }))).toEqual([
      '/wijken/0/aliassen/0/geldigTot: geldigTot (2024-01-01) ligt voor geldigVan (2024-01-02)',
    ]);
  });

  it('op één dag mag', () => {
    expect(meldingen(met('partners', 0, { geldigTot: '2023-01-01' }))).toEqual([]);
  });

  it('van een openingstijd eindigt na zij begint', () => {
    const tijd = { dagen: ['ma'], van: '17:00', tot: '09:00' } as const;
    expect(meldingen(met('hubs', 0, { openingstijden: [tijd] }))).toEqual([
      '/hubs/0/openingstijden/0/tot: tot (09:00) ligt niet na van (17:00)',
    ]);
  });
});

describe('een naam van een wijk', () => {
  it.each([
    ['naam', { naam: 'Mólenbuurt!' }, '/wijken/2/naam'],
    ['alias', { aliassen: [{ naam: 'de-molens' }] }, '/wijken/2/aliassen/0/naam'],
    ['alias', { aliassen: [{ naam: 'Cafe plein' }] }, '/wijken/2/aliassen/0/naam'],
  ] as const)('mag niet in dezelfde tijd een andere wijk zijn (%s)', (_, velden, pointer) => {
    expect(meldingen(met('wijken', 2, velden))).toEqual([
      expect.stringMatching(`^${pointer}: '.*' is in dezelfde tijd ook een naam van /wijken/[01]$`),
    ]);
  });

  it('mag later wel een andere wijk zijn', () => {
    const alias = { naam: 'De Molens', geldigVan: '2025-01-01' } as const;
    expect(meldingen(met('wijken', 2, { aliassen: [alias] }))).toEqual([]);
  });

  it('mag twee keer bij dezelfde wijk staan', () => {
    const aliassen = [{ naam: 'molenbuurt' }, { naam: 'MOLENBUURT' }];
    expect(meldingen(met('wijken', 0, { aliassen }))).toEqual([]);
  });

  it('heeft een letter of een cijfer', () => {
    expect(meldingen(met('wijken', 0, { naam: '?!' }))).toEqual([
      "/wijken/0/naam: '?!' heeft geen letter of cijfer",
    ]);
  });
});

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
      `/termijnbeleid/${laatste}/geldigTot: gat: na 2026-12-31 geldt niets voor 'ongevraagd-advies'`,
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

describe('een gemeente die maar half gelezen kon worden', () => {
  it('geeft geen melding over wat er misschien wel staat', () => {
    const { gebieden: _, ...zonder } = goed;
    expect(controleerGemeente(zonder)).toEqual([]);
    const [eerste, ...rest] = goed.termijnbeleid;
    const { soort: __, ...zonderSoort } = eerste!;
    expect(controleerGemeente({ termijnbeleid: [zonderSoort, ...rest] })).toEqual([]);
    expect(controleerGemeente({ wijken: [{}], hubs: [{}], partners: [{}] })).toEqual([]);
  });

  it('geeft wel een melding over wat er zeker niet klopt', () => {
    const hubs = [{}, { ...goed.hubs[0], wijk: 'west' }];
    expect(meldingen({ ...goed, hubs })).toEqual(["/hubs/1/wijk: 'west' is geen code van wijken"]);
  });
});
