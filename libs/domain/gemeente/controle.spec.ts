import { describe, expect, it } from '@jest/globals';
import { controleerGemeente } from './controle.ts';
import { goed, meldingen, met } from './voorbeeld-gemeente.ts';

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

  it.each(['wijken', 'hubs', 'partners'] as const)('van %s loopt niet terug', (lijst) => {
    const rijen = goed[lijst].map((rij) => ({ ...rij, geldigTot: '2020-01-01' as const }));
    const [eerste] = rijen;
    expect(meldingen({ ...geenReeksen, [lijst]: rijen })).toContain(
      `/${lijst}/0/geldigTot: geldigTot (2020-01-01) ligt voor geldigVan (${eerste?.geldigVan})`,
    );
  });

  it('van een alias loopt niet terug', () => {
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
