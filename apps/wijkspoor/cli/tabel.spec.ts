import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dagInWoorden, dagMaandJaar, getal, tabel } from './tabel.ts';

// Whoever runs this spec may have a screen, of any width.
const { isTTY } = process.stdout;
beforeAll(() => void (process.stdout.isTTY = false));
afterAll(() => void (process.stdout.isTTY = isTTY));

const kolommen = [
  { kop: 'Wat', breedte: 8 },
  { kop: 'Hoeveel', breedte: 7, rechts: true },
] as const;

describe('een tabel', () => {
  it('zet getallen rechts, kort lange woorden in en heeft geen rand', () => {
    const rijen = [
      ['kort', getal(7)],
      ['veel te lang woord', getal(1234567)],
    ];
    expect(tabel(kolommen, rijen, false).split('\n')).toEqual([
      'Wat      Hoeveel',
      'kort           7',
      'veel te… 1.234.…',
    ]);
  });

  it('wordt zo breed als het scherm, in de kolommen die rekken', () => {
    const rekbaar = [{ ...kolommen[0], breedte: 20, rekt: true }, kolommen[1]] as const;
    const breedteBij = (scherm: number) =>
      tabel(rekbaar, [['woord '.repeat(30), 7]], false, scherm).split('\n')[1]?.length;
    expect([80, 90, 100, 160].map(breedteBij)).toEqual([18, 18, 28, 88]);
    const vast = [['veel te lang woord', 7]];
    expect(tabel(kolommen, vast, false, 160)).toBe(tabel(kolommen, vast, false));
  });

  it('heeft alleen kleur als dat gevraagd is', () => {
    expect(tabel(kolommen, [['a', '1']], false)).not.toContain('\u001B');
    expect(tabel(kolommen, [['a', '1']], true)).toContain('\u001B[1mWat\u001B[22m');
  });
});

describe('wat mensen schreven', () => {
  it('zegt een scherm niet wat het moet doen', () => {
    const rij = ['\u001B[2J\u0007weg\u202Eom', 1];
    expect(tabel(kolommen, [rij])).not.toMatch(/[\u001B\u0007\u202E]/);
    expect(tabel(kolommen, [['twee\nregels', 1]])).toContain('twee           1\nregels');
  });
});

describe('een dag', () => {
  it('staat er zoals mensen hier een dag schrijven', () => {
    expect(dagMaandJaar('2026-04-13')).toBe('13-04-2026');
    expect(dagMaandJaar(null)).toBe('-');
    expect(dagInWoorden('2026-04-01')).toBe('1 april 2026');
  });
});
