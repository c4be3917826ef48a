import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Gemeente } from '@wijkspoor/domain';
import type { WatAlsUitkomst } from '@wijkspoor/wire';
import { alsCsv, toonWatAls } from './wat-als.ts';

// Whoever runs this spec may have a screen, of any width.
const { isTTY } = process.stdout;
beforeAll(() => void (process.stdout.isTTY = false));
afterAll(() => void (process.stdout.isTTY = isTTY));

const gemeente: Pick<Gemeente, 'wijken'> = { wijken: [] };
const zaak: Omit<WatAlsUitkomst['blijft'][number], 'einde' | 'waarom'> = {
  ...{ zaakId: 'zaak-1', wijken: ['pernis', 'vreewijk'] },
  soort: 'ongevraagd-advies',
  onderwerp: 'Meer groen op\nhet plein',
  ontvangenOp: '2026-03-02',
  link: '/v1/zaken/zaak-1',
};
const stap = 'Vrij: "Stadsdag"; de termijn schuift op.';

const uitkomst: WatAlsUitkomst = {
  uitleg: 'Er is niets opgeslagen. '.repeat(8).trim(),
  vanaf: null,
  aantallen: {
    ...{ open: 1234, verschuift: 1, beleidVanDeDag: 7, afgesproken: 0, zelfdeUitkomst: 0 },
    ...{ voorVanaf: 0, nietGeraakt: 1226 },
  },
  perSoort: [{ soort: 'ongevraagd-advies', verschuift: 1, blijft: 7 }],
  perWijk: [{ wijk: 'pernis', naam: 'Pernis', verschuift: 1, blijft: 7 }],
  verschuift: [
    {
      ...{ ...zaak, van: '2026-04-13', naar: '2026-04-14', dagen: 1 },
      ...{ reden: null, stappen: [stap] },
    },
  ],
  blijft: [{ ...zaak, einde: '2026-05-01', waarom: 'beleid-van-de-dag' }],
};

describe('wat een voorstel doet', () => {
  it('past in honderd kolommen en zegt wat verschuift en wat blijft, en waarom', () => {
    const tekst = toonWatAls(uitkomst, gemeente);
    expect(Math.max(...tekst.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100);
    expect(tekst).toContain('Open zaken: 1.234. Daarvan verschuift: 1.');
    expect(tekst).toContain('7 (het beleid van hun eerste dag blijft gelden)');
    expect(tekst).toMatch(
      /Ongevraagd advies +pernis \+1 +Meer groen op het pl… +02-03-2026 13-04-2026 14-04-2026 +\+1/,
    );
    expect(tekst).toMatch(/Pernis +1 +7/);
  });

  it('staat als CSV met elke zaak op een regel', () => {
    const [kop, weg, hier] = alsCsv(uitkomst, gemeente).split('\r\n');
    expect(kop).toContain('Zaak;Soort;Wijken;Onderwerp;Ontvangen op;');
    expect(weg).toContain('"Meer groen op\nhet plein";2026-03-02;');
    expect(weg).toContain(';verschuift;2026-04-13;2026-04-14;1;"Vrij: ""Stadsdag""; de termijn');
    expect(hier).toContain(';blijft;2026-05-01;2026-05-01;0;beleid-van-de-dag;');
  });
});
