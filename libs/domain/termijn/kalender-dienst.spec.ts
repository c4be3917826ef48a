import { describe, expect, it } from '@jest/globals';
import { berekenEinde, berekenServicenorm } from './bereken.ts';
import type { Datum } from './datum.ts';
import type { EigenDag } from './kalender-dienst.ts';
import { controleerEigenDagen, dienstkalender } from './kalender-dienst.ts';
import type { Kalender } from './kalender.ts';
import { opDatum } from './kalender.ts';

const bron = { tekst: 'collegebesluit', zekerheid: 'A' } as const;
const ketiKoti: EigenDag = { datum: '2026-07-01', naam: 'Keti Koti', bron };

const wettelijk: Kalender = {
  soort: 'wettelijk',
  naam: 'Proef',
  bijgewerktOp: '2026-11-20',
  dekking: { van: '2026-01-01', tot: '2026-12-31' },
  vrij: opDatum([{ datum: '2026-05-05', naam: 'Bevrijdingsdag', grond: 'artikel 3' }]),
};
const dienst = dienstkalender(wettelijk, [ketiKoti]);
const norm = { lengte: { dagen: 14 }, regel: 'werkdag' } as const;

describe('een eigen vrije dag van de gemeente', () => {
  it('verschuift het einde van een servicenorm', () => {
    const { einde, stappen } = berekenServicenorm('2026-06-17', norm, dienst);
    expect(einde).toBe('2026-07-02');
    expect(stappen.filter(({ soort }) => soort === 'overgeslagen')).toEqual([
      {
        soort: 'overgeslagen',
        datum: '2026-07-01',
        naam: 'Keti Koti',
        tekst: 'De termijn kan niet eindigen op woensdag 1 juli 2026: Keti Koti.',
        bron: 'collegebesluit',
      },
    ]);
  });

  it('verschuift een wettelijke termijn niet', () => {
    const regel = { lengte: { dagen: 14 }, regel: 'atw' } as const;
    expect(berekenEinde('2026-06-17', regel, wettelijk).einde).toBe('2026-07-01');
  });

  it('kan niet in een wettelijke termijn komen: de compiler weigert de kalender', () => {
    const past: typeof dienst extends Kalender ? true : false = false;
    expect(past).toBe(false);
  });
});

describe('een servicenorm', () => {
  it('schuift ook op bij een feestdag uit de wet en in het weekend', () => {
    const einden = (['2026-04-21', '2026-04-25'] as Datum[]).map(
      (datum) => berekenServicenorm(datum, norm, dienst).einde,
    );
    expect(einden).toEqual(['2026-05-06', '2026-05-11']);
  });

  it('blijft staan als de gemeente dat koos', () => {
    const { einde } = berekenServicenorm('2026-06-17', { ...norm, regel: 'geen' }, dienst);
    expect(einde).toBe('2026-07-01');
  });

  it('heeft geen einde waar de wettelijke kalender ophoudt', () => {
    expect(berekenServicenorm('2026-12-20', norm, dienst).einde).toBeNull();
  });
});

describe('een lijst met eigen vrije dagen', () => {
  it('meldt elke fout op zijn plek', () => {
    const laat: EigenDag = { ...ketiKoti, datum: '2027-07-01' };
    expect(controleerEigenDagen([ketiKoti, laat, ketiKoti], wettelijk)).toEqual([
      {
        pointer: '/eigenDagen/1/datum',
        message: '2027-07-01 ligt buiten de kalender (2026-01-01 tot en met 2026-12-31)',
      },
      { pointer: '/eigenDagen/2/datum', message: '2026-07-01 staat er al: zie /eigenDagen/0' },
    ]);
  });
});
