import { describe, expect, it } from '@jest/globals';
import { goed } from '../gemeente/voorbeeld-gemeente.ts';
import type { Termijnbeleid } from '../gemeente/termijnbeleid.ts';
import { FEESTDAGREGELS } from './atw.ts';
import type { Datum } from './datum.ts';
import { dienstkalender } from './kalender-dienst.ts';
import { kalenderVan } from './kalender.ts';
import { GELIJKGESTELD, naam, nummer, orakel } from './orakel.fixture.ts';
import { reken } from './rekenmachine.ts';
import { berekenTermijn } from './termijn.ts';

const bron = { tekst: 'besluit', zekerheid: 'A' } as const;
const kalender = kalenderVan({
  naam: 'Proef',
  bijgewerktOp: '2026-11-20',
  dekking: { van: '2017-01-01', tot: '2028-12-31' },
  feestdagen: FEESTDAGREGELS.map((regel) => ({ regel, naam: regel, grond: 'artikel 3' })),
  besluiten: [
    {
      ...{ naam: 'besluiten', bron, jaren: { van: 2017, tot: 2028 } },
      dagen: [...GELIJKGESTELD].map((datum) => ({ datum: datum as Datum, naam: 'gelijkgesteld' })),
    },
  ],
});
const ketiKoti = { datum: '2026-07-01', naam: 'Keti Koti', bron } as const;
const stad = { ...goed, kalender, dienstkalender: dienstkalender(kalender, [ketiKoti]) };

const metBeleid = (velden: Partial<Termijnbeleid>) => ({
  ...stad,
  termijnbeleid: stad.termijnbeleid.map((beleid) => ({ ...beleid, ...velden })),
});

describe('rekenen zonder zaak', () => {
  it('volgt het beleid van de startdag, met elke stap', () => {
    const uitkomst = reken(stad, { soort: 'ongevraagd-advies', vanaf: '2026-03-02' });
    expect(uitkomst).toMatchObject({ einde: '2026-04-13', regel: 'geen', reden: undefined });
    expect(uitkomst.stappen.map(({ soort }) => soort)).toEqual([
      ...['start', 'lengte', 'niet-verschoven', 'laatste-dag'],
    ]);
    expect(uitkomst.stappen[1]?.tekst).toContain('42 dagen');
  });

  it('noemt bij atw elke dag die wordt overgeslagen', () => {
    const vraag = { soort: 'ongevraagd-advies', vanaf: '2026-02-20', regel: 'atw' } as const;
    const { einde, stappen } = reken(stad, vraag);
    expect(einde).toBe('2026-04-07');
    expect(stappen.flatMap(({ naam: dag }) => dag ?? [])).toEqual([
      ...['goede-vrijdag', 'zaterdag', 'zondag', 'tweede-paasdag'],
    ]);
  });

  it('is bij elke startdag als bij het orakel', () => {
    const anders: string[] = [];
    for (let dag = nummer('2025-01-01'); dag <= nummer('2028-09-01'); dag++) {
      const vraag = { soort: 'ongevraagd-advies', vanaf: naam(dag) as Datum } as const;
      const atw = reken(stad, { ...vraag, regel: 'atw' }).einde;
      if (atw !== naam(orakel(dag, 42, true))) anders.push(`${naam(dag)} atw ${atw}`);
      const geen = reken(stad, vraag).einde;
      if (geen !== naam(orakel(dag, 42, false))) anders.push(`${naam(dag)} geen ${geen}`);
    }
    expect(anders).toEqual([]);
  });

  it('zegt waarom er geen datum is waar de kalender niet reikt', () => {
    const vraag = { soort: 'ongevraagd-advies', vanaf: '2028-12-01', regel: 'atw' } as const;
    const { einde, reden, nietBepaald, stappen } = reken(stad, vraag);
    expect({ einde, nietBepaald }).toEqual({ einde: null, nietBepaald: true });
    expect(reden).toContain('tot en met 31 december 2028');
    expect(stappen.at(-1)?.soort).toBe('niet-gedekt');
  });

  it.each([
    ['geen', /stelt geen termijn/],
    ['zoals-afgesproken', /zoals afgesproken/],
  ] as const)('zegt waarom er geen datum is bij de lengte %s', (lengte, reden) => {
    const uitkomst = reken(metBeleid({ lengte }), { soort: 'toezegging', vanaf: '2026-03-02' });
    expect(uitkomst).toMatchObject({ einde: null, nietBepaald: false, stappen: [] });
    expect(uitkomst.reden).toMatch(reden);
  });

  it('laat een wettelijke termijn nooit opschuiven voor een eigen vrije dag', () => {
    const vraag = { vanaf: '2026-06-17', regel: 'werkdag' } as const;
    const wettelijk = reken(stad, { ...vraag, soort: 'ongevraagd-advies' });
    expect(wettelijk).toMatchObject({ einde: null, nietBepaald: false, stappen: [] });
    expect(wettelijk.reden).toContain('alleen voor een servicenorm');
    const norm = metBeleid({ aard: 'servicenorm', lengte: { dagen: 14 } });
    expect(reken(norm, { ...vraag, soort: 'wijkhubvraag' }).einde).toBe('2026-07-02');
  });

  it('zegt dat er nog geen beleid was', () => {
    const uitkomst = reken(stad, { soort: 'motie', vanaf: '2020-03-02' });
    expect(uitkomst).toMatchObject({ einde: null, beleid: undefined });
    expect(uitkomst.reden).toContain('nog geen beleid');
  });
});

describe('een termijn', () => {
  const regel = { ...stad.termijnbeleid[0]!, lengte: { weken: 2 } };
  const startdatum = '2026-06-17';

  it('van een servicenorm schuift ook op een eigen vrije dag op', () => {
    const werkdag = { ...regel, aard: 'servicenorm', regel: 'werkdag' } as const;
    expect(berekenTermijn({ startdatum, regel: werkdag }, stad)).toMatchObject({
      einde: '2026-07-02',
      bewijs: {
        regel: { aard: 'servicenorm', regel: 'werkdag' },
        kalender: { naam: 'Proef', bijgewerktOp: '2026-11-20' },
      },
    });
  });

  it('van de wet doet dat nooit', () => {
    const atw = { ...regel, regel: 'atw' } as const;
    expect(berekenTermijn({ startdatum, regel: atw }, stad)?.einde).toBe('2026-07-01');
  });

  it('noemt geen kalender waar er geen is gevraagd', () => {
    expect(berekenTermijn({ startdatum, regel }, stad)?.bewijs.kalender).toBeUndefined();
  });

  it('heeft zonder startdag geen einde, maar een reden', () => {
    const aanvraag = { ...regel, start: 'adviesaanvraag' } as const;
    expect(berekenTermijn({ startdatum: undefined, regel: aanvraag }, stad)).toMatchObject({
      einde: null,
      reden:
        'De dag van de adviesaanvraag is niet vastgelegd: zonder startdag is er geen laatste dag.',
    });
  });
});
