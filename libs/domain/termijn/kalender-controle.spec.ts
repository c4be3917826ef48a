import { describe, expect, it } from '@jest/globals';
import { FEESTDAGREGELS } from './atw.ts';
import type { Kalenderconcept } from './kalender-concept.ts';
import { controleerKalender } from './kalender-controle.ts';
import type { GelijkgesteldeDag, Gelijkstelling, Kalenderbestand } from './kalender.ts';

const feestdagen = FEESTDAGREGELS.filter((regel) => regel !== 'koninginnedag').map((regel) => ({
  regel,
  naam: regel,
  grond: 'artikel 3',
}));

function besluit(...dagen: GelijkgesteldeDag[]): Gelijkstelling {
  const bron = { tekst: 'Staatscourant', zekerheid: 'A' } as const;
  return { naam: 'Besluit', bron, jaren: { van: 2026, tot: 2028 }, dagen };
}

function kalender(anders: Partial<Kalenderbestand> = {}): Kalenderbestand {
  return {
    naam: 'Proef',
    bijgewerktOp: '2026-11-20',
    dekking: { van: '2026-01-01', tot: '2028-12-31' },
    feestdagen,
    besluiten: [besluit({ datum: '2026-05-15', naam: 'vrijdag', naast: 'hemelvaartsdag' })],
    ...anders,
  };
}

const fouten = (anders: Partial<Kalenderbestand>) =>
  controleerKalender(kalender(anders)).map(({ pointer, message }) => `${pointer}: ${message}`);

const foutenMet = (...dagen: GelijkgesteldeDag[]) => fouten({ besluiten: [besluit(...dagen)] });

describe('een kalender die klopt', () => {
  it('geeft geen melding', () => {
    expect(fouten({})).toEqual([]);
  });
});

describe('de dekking van een kalender', () => {
  it('is niet omgekeerd', () => {
    expect(fouten({ dekking: { van: '2028-12-31', tot: '2026-01-01' } })).toEqual([
      '/dekking/tot: tot (2026-01-01) ligt voor van (2028-12-31)',
    ]);
  });

  it('begint niet voor de regels bekend zijn', () => {
    expect(fouten({ dekking: { van: '1990-12-31', tot: '2028-12-31' } })).toEqual([
      '/dekking/van: de dekking begint op 1990-12-31; de regels zijn bekend vanaf 1991-01-01',
    ]);
  });

  it('reikt niet verder dan de besluiten', () => {
    expect(fouten({ dekking: { van: '2025-07-01', tot: '2029-01-01' } })).toEqual([
      '/dekking: 2025 valt in de dekking, maar geen besluit gaat over 2025',
      '/dekking: 2029 valt in de dekking, maar geen besluit gaat over 2029',
    ]);
  });
});

describe('een feestdag van een kalender', () => {
  it('ontbreekt niet', () => {
    expect(fouten({ feestdagen: feestdagen.slice(1) })).toEqual([
      "/feestdagen: regel 'nieuwjaarsdag' ontbreekt",
    ]);
  });

  it('is Koninginnedag als de dekking voor 2014 begint', () => {
    const besluiten = [{ ...besluit(), jaren: { van: 2013, tot: 2028 } }];
    expect(fouten({ dekking: { van: '2013-01-01', tot: '2028-12-31' }, besluiten })).toEqual([
      "/feestdagen: regel 'koninginnedag' ontbreekt",
    ]);
  });

  it('staat er een keer', () => {
    expect(fouten({ feestdagen: [...feestdagen, ...feestdagen.slice(0, 1)] })).toEqual([
      "/feestdagen/9/regel: 'nieuwjaarsdag' staat er al: zie /feestdagen/0",
    ]);
  });

  it('staat in de wet', () => {
    const prinsjesdag = { regel: 'prinsjesdag', naam: 'Prinsjesdag', grond: 'geen' };
    expect(fouten({ feestdagen: [...feestdagen, prinsjesdag] })).toEqual([
      "/feestdagen/9/regel: 'prinsjesdag' is geen feestdag uit de wet; bekend zijn: " +
        FEESTDAGREGELS.join(', '),
    ]);
  });
});

describe('een gelijkgestelde dag', () => {
  it('ligt in een jaar van zijn besluit', () => {
    expect(foutenMet({ datum: '2025-05-30', naam: 'vrijdag' })).toEqual([
      '/besluiten/0/dagen/0/datum: 2025-05-30 ligt buiten de jaren van dit besluit (2026-2028)',
    ]);
  });

  it('ligt binnen de dekking', () => {
    const dekking = { van: '2026-01-01', tot: '2028-05-01' } as const;
    const besluiten = [besluit({ datum: '2028-05-26', naam: 'vrijdag' })];
    expect(fouten({ dekking, besluiten })).toEqual([
      '/besluiten/0/dagen/0/datum: 2028-05-26 ligt buiten de dekking ' +
        '(2026-01-01 tot en met 2028-05-01)',
    ]);
  });

  it('staat er een keer, in welk besluit ook', () => {
    const dag = { datum: '2027-05-07', naam: 'vrijdag' } as const;
    expect(fouten({ besluiten: [besluit(dag), besluit(dag)] })).toEqual([
      '/besluiten/1/dagen/0/datum: 2027-05-07 staat er al: zie /besluiten/0/dagen/0',
    ]);
  });

  it('is niet al vrij', () => {
    const dagen = [
      { datum: '2026-05-14', naam: 'donderdag' },
      { datum: '2026-05-16', naam: 'zaterdag' },
    ] as const;
    expect(foutenMet(...dagen)).toEqual([
      '/besluiten/0/dagen/0/datum: 2026-05-14 is al vrij: hemelvaartsdag',
      '/besluiten/0/dagen/1/datum: 2026-05-16 is al vrij: zaterdag',
    ]);
  });

  it('ligt naast de feestdag die erbij staat, ook rond de jaarwisseling', () => {
    const dagen = [
      { datum: '2026-02-02', naam: 'een tikfout', naast: 'nieuwjaarsdag' },
      { datum: '2026-12-31', naam: 'donderdag', naast: 'nieuwjaarsdag' },
      { datum: '2028-04-28', naam: 'vrijdag', naast: 'pinksteren' },
    ] as const;
    expect(foutenMet(...dagen)).toEqual([
      '/besluiten/0/dagen/0/naast: 2026-02-02 is niet de dag voor of na nieuwjaarsdag',
      "/besluiten/0/dagen/2/naast: 'pinksteren' is geen feestdag uit de wet",
    ]);
  });

  it('komt uit een besluit waarvan de jaren niet omgekeerd zijn', () => {
    const omgekeerd = { ...besluit(), jaren: { van: 2028, tot: 2026 } };
    expect(fouten({ besluiten: [besluit(), omgekeerd] })).toEqual([
      '/besluiten/1/jaren/tot: tot (2026) ligt voor van (2028)',
    ]);
  });

  it('krijgt alle meldingen in een keer', () => {
    const fout = { datum: '2025-05-26', naam: 'een tikfout', naast: 'hemelvaartsdag' } as const;
    expect(fouten({ feestdagen: feestdagen.slice(1), besluiten: [besluit(fout)] })).toHaveLength(3);
  });
});

describe('een kalender die maar half gelezen kon worden', () => {
  it('geeft geen melding over wat er misschien wel staat', () => {
    const half = { dekking: { van: '2026-01-01' }, feestdagen: [{}], besluiten: [{ dagen: [{}] }] };
    expect(controleerKalender(half as Kalenderconcept)).toEqual([]);
    expect(controleerKalender({})).toEqual([]);
  });

  it('geeft wel een melding over wat er zeker niet klopt', () => {
    const besluiten = [{ dagen: [{ datum: '2026-05-16' }, { datum: '2026-05-16' }] }] as const;
    expect(controleerKalender({ besluiten }).map(({ pointer }) => pointer)).toEqual([
      '/besluiten/0/dagen/0/datum',
      '/besluiten/0/dagen/1/datum',
      '/besluiten/0/dagen/1/datum',
    ]);
  });

  it('met een omgekeerde dekking geeft daar een melding over, en over de rest ook', () => {
    const dekking = { van: '2028-12-31', tot: '2026-01-01' } as const;
    expect(fouten({ dekking, feestdagen: [...feestdagen, ...feestdagen.slice(0, 1)] })).toEqual([
      '/dekking/tot: tot (2026-01-01) ligt voor van (2028-12-31)',
      "/feestdagen/9/regel: 'nieuwjaarsdag' staat er al: zie /feestdagen/0",
    ]);
  });
});
