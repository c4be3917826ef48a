import { describe, expect, it } from '@jest/globals';
import { goed as gemeente, met } from './voorbeeld-gemeente.ts';
import { wijkenVanWethouder, wijknaamOp } from './wijknaam.ts';

describe('de naam van een wijk', () => {
  it('is op een dag de naam van toen', () => {
    expect(wijknaamOp(gemeente, 'molenbuurt', '2024-12-31')).toBe('De Molens');
    expect(wijknaamOp(gemeente, 'molenbuurt', '2025-01-01')).toBe('Molenbuurt');
  });

  it('is van meer oude namen de eerste die nog gold', () => {
    const aliassen = [
      { naam: 'De Molens', geldigVan: '2024-01-01', geldigTot: '2024-12-31' },
      { naam: 'Molenwal', geldigTot: '2023-12-31' },
    ] as const;
    const ouder = met('wijken', 0, { aliassen });
    expect(wijknaamOp(ouder, 'molenbuurt', '2023-06-01')).toBe('Molenwal');
    expect(wijknaamOp(ouder, 'molenbuurt', '2024-06-01')).toBe('De Molens');
  });

  it('is nooit een roepnaam, en van een onbekende wijk de code', () => {
    expect(wijknaamOp(gemeente, 'vlietdorp', '2024-01-01')).toBe('Vlietdorp');
    expect(wijknaamOp(gemeente, 'opgeheven', '2024-01-01')).toBe('opgeheven');
  });
});

describe('een wijkwethouder', () => {
  it('heeft zijn wijken, en alleen die', () => {
    expect(wijkenVanWethouder(gemeente, 'leefomgeving')).toEqual(['molenbuurt', 'cafe-plein']);
    expect(wijkenVanWethouder(gemeente, 'niemand')).toEqual([]);
  });
});
