import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { compile } from './ajv.ts';
import { parseEigenDagen } from './kalender-parse.ts';
import { eigenDagenBestand, kalenderBestand } from './kalender.ts';

const file = new URL('../../infra/kalender/nederland.yaml', import.meta.url);
const nederland = parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
const kalender = compile(kalenderBestand);

function meldingen(anders: Record<string, unknown>): string[] {
  const gelezen = kalender({ ...nederland, ...anders });
  if (!('faults' in gelezen)) return [];
  return gelezen.faults.map(({ pointer, message }) => `${pointer}: ${message}`);
}

const besluit = (dag: unknown) => ({
  besluiten: [
    {
      naam: 'Besluit',
      bron: { tekst: 'Staatscourant', zekerheid: 'A' },
      jaren: { van: 2026, tot: 2028 },
      dagen: [dag],
    },
  ],
});

describe('een kalenderbestand', () => {
  it('kan dat van Nederland zijn', () => {
    expect(kalender(nederland)).toEqual({ value: nederland });
  });

  it('noemt dagen die bestaan', () => {
    const dekking = { van: '2026-02-30', tot: '2028-12-31' };
    expect(meldingen({ dekking })).toEqual([
      "/dekking/van: '2026-02-30' is een dag die niet bestaat",
    ]);
  });

  it('heeft van elke dag een datum en een naam, en niets dat niemand kent', () => {
    expect(meldingen(besluit({ naam: 'vrijdag', dag: '2026-05-15' }))).toEqual([
      '/besluiten/0/dagen/0/datum: is verplicht, maar ontbreekt',
      '/besluiten/0/dagen/0/dag: is een onbekend veld',
    ]);
  });

  it('heeft feestdagen', () => {
    expect(meldingen({ feestdagen: [] })).toEqual(['/feestdagen: mag geen lege lijst zijn']);
  });
});

describe('een bestand met eigen dagen', () => {
  it('zegt van elke dag waarop hij rust', () => {
    const dag = { datum: '2026-07-01', naam: 'Keti Koti' };
    const bron = { tekst: 'collegebesluit', zekerheid: 'A' };
    const eigenDagen = compile(eigenDagenBestand);
    expect(eigenDagen({ eigenDagen: [{ ...dag, bron }] })).toHaveProperty('value');
    expect(eigenDagen({ eigenDagen: [dag] })).toMatchObject({
      faults: [{ pointer: '/eigenDagen/0/bron' }],
    });
  });

  it('noemt alle fouten tegelijk, ook als een van de dagen niet te lezen is', () => {
    const bron = { tekst: 'collegebesluit', zekerheid: 'A' };
    const op = (datum: string) => ({ datum, naam: 'Keti Koti', bron });
    const dagen = ['2026-07-01', '2026-02-29', '2026-07-01', '2031-07-01'];
    const dekking = { van: '2017-01-01', tot: '2028-12-31' } as const;
    const gelezen = parseEigenDagen({ eigenDagen: dagen.map(op) }, { dekking });
    expect('faults' in gelezen && gelezen.faults.map(({ message }) => message)).toEqual([
      "'2026-02-29' is een dag die niet bestaat",
      '2026-07-01 staat er al: zie /eigenDagen/0',
      '2031-07-01 ligt buiten de kalender (2017-01-01 tot en met 2028-12-31)',
    ]);
  });
});
