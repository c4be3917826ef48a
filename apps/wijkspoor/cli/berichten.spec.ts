import { describe, expect, it } from '@jest/globals';
import { laadGemeente, readConfig } from '@wijkspoor/platform';
import type { Bericht } from './berichten.ts';
import { toonBerichten } from './berichten.ts';

const gemeente = await laadGemeente(readConfig({}, {}).gemeente);

const bericht: Bericht = {
  berichtId: 'bericht-wijk-mt:tarwewijk-2026-03-30',
  ...{ ontvanger: 'wijk-mt:tarwewijk', datum: '2026-03-30', regels: 12, langs: null },
  ...{ status: 'wordt-herhaald', pogingen: 2, reden: 'te druk\u001B[2J' },
  laatstePogingOp: '2026-03-30T04:01:00.000Z',
  volgendePogingOp: '2026-03-30T04:05:00.000Z',
};

describe('de berichten op het scherm', () => {
  it('zeggen aan wie, over hoeveel, waarom niet, en wanneer weer', () => {
    const tekst = toonBerichten([bericht], gemeente, false);
    expect(tekst).toContain('1 bericht dat niet is aangekomen');
    expect(tekst).toMatch(/30-03-2026 +Wijk MT Tarwewijk +12 +wordt herhaald +2 +te druk/);
    expect(tekst).toContain('weer: 30-03-2026 06:05');
    expect(tekst).not.toContain('\u001B');
    expect(Math.max(...tekst.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100);
  });

  it('geven de hele reden, op meer regels als het moet', () => {
    const reden = 'deze rol heeft geen adres in ontvangers.yaml';
    const tekst = toonBerichten([{ ...bericht, reden, volgendePogingOp: null }], gemeente, false);
    const [, , , ...regels] = tekst.split('\n');
    expect(regels.map((regel) => regel.slice(66).trim()).join(' ')).toBe(reden);
  });

  it('zeggen het ook als er geen zijn', () =>
    expect(toonBerichten([], gemeente, false)).toBe(
      'Er zijn geen berichten die niet zijn aangekomen.',
    ));

  it('zeggen van wat is opgegeven hoe het nog eens gaat, en van het andere niet', () => {
    expect(toonBerichten([bericht], gemeente, false)).not.toContain('opnieuw');
    const weg = { ...bericht, status: 'niet-bezorgd', volgendePogingOp: null } as const;
    const een = toonBerichten([bericht, weg], gemeente, false);
    expect(een).toContain(`npx wijkspoor berichten opnieuw ${weg.berichtId}`);
    expect(een).not.toContain('--alles');
    const acht = toonBerichten(Array<Bericht>(8).fill(weg), gemeente, false);
    expect(acht.match(/opnieuw bericht-/g)).toHaveLength(5);
    expect(acht).toContain('npx wijkspoor berichten opnieuw --alles');
  });
});
