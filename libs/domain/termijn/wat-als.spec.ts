import { describe, expect, it } from '@jest/globals';
import type { Termijnbeleid } from '../gemeente/gemeente.ts';
import { goed } from '../gemeente/voorbeeld-gemeente.ts';
import type { Registratie } from '../zaak/zaak.events.ts';
import type { Datum } from './datum.ts';
import { dienstkalender } from './kalender-dienst.ts';
import type { Kalender } from './kalender.ts';
import type { Kalenders, Termijnregels } from './termijn.ts';
import type { OpenZaak } from './wat-als.ts';
import { watAls } from './wat-als.ts';

const vrij = (...datums: readonly Datum[]): Kalenders => {
  const dagen = datums.map((datum) => [datum, { datum, naam: 'Vrij', grond: 'besluit' }] as const);
  const dekking = { van: '2020-01-01', tot: '2028-12-31' } as const;
  const kalender: Kalender = {
    ...{ soort: 'wettelijk', naam: 'proef', bijgewerktOp: '2026-01-01', dekking },
    vrij: new Map(dagen),
  };
  return { kalender, dienstkalender: dienstkalender(kalender, []) };
};

const regels = (
  anders: (beleid: Termijnbeleid) => Termijnbeleid | readonly Termijnbeleid[] = (een) => een,
  kalenders = vrij(),
): Termijnregels => ({ termijnbeleid: goed.termijnbeleid.flatMap(anders), ...kalenders });

const metRegel = (regel: Termijnbeleid['regel']) => (beleid: Termijnbeleid) => ({
  ...beleid,
  regel,
});

const registratie: Registratie = {
  type: 'AdviesOntvangen',
  data: {
    ...{ zaakId: 'zaak-1', aanmelding: { bron: 'balie', id: '1' }, kanaal: 'post', themas: [] },
    ...{ wijken: ['molenbuurt'], onderwerp: 'Een brug', tekst: 'Graag een brug.', kenmerken: [] },
    ...{ ontvangenOp: '2026-03-02', gevraagd: false },
  },
};
const einde = '2026-04-13';
const zaak: OpenZaak = {
  ...{ soort: 'ongevraagd-advies', ontvangenOp: '2026-03-02', eersteEinde: einde, einde },
};
const nu = regels();

const isAdvies = ({ soort, geldigVan }: Termijnbeleid) =>
  soort === 'ongevraagd-advies' && geldigVan === '2025-01-01';
const korter = regels((een) => (isAdvies(een) ? { ...een, lengte: { weken: 4 } } : een));

describe('wat als het beleid van de eerste dag van een zaak anders wordt', () => {
  const bekijk = watAls({ nu, straks: korter });

  it('verschuift die zaak, met de stappen erbij', () => {
    expect(bekijk.zonderFeiten(zaak)).toBeUndefined();
    expect(bekijk.metFeiten(zaak, { registratie })).toMatchObject({
      ...{ soort: 'verschuift', van: einde, naar: '2026-03-30', dagen: -14, reden: null },
      stappen: expect.arrayContaining([expect.stringContaining('4 weken')]),
    });
  });

  it('blijft een andere datum die is afgesproken', () => {
    const afgesproken = { ...zaak, einde: '2026-05-01' } as const;
    expect(bekijk.metFeiten(afgesproken, { registratie })).toEqual({
      ...{ soort: 'blijft', waarom: 'afgesproken' },
    });
  });

  it('telt een heropende zaak vanaf die dag', () => {
    const heropend = { ...zaak, eersteEinde: '2026-08-12', einde: '2026-08-12' } as const;
    expect(bekijk.metFeiten(heropend, { registratie, heropendOp: '2026-07-01' })).toMatchObject({
      ...{ soort: 'verschuift', naar: '2026-07-29' },
    });
  });

  it('raakt geen andere soort', () => {
    expect(bekijk.zonderFeiten({ ...zaak, soort: 'motie' })).toEqual({ soort: 'niet-geraakt' });
  });

  it('blijft wat van voor een gekozen dag is', () => {
    const later = watAls({ nu, straks: korter, vanaf: '2026-03-03' });
    expect(later.zonderFeiten(zaak)).toEqual({ soort: 'blijft', waarom: 'voor-vanaf' });
  });
});

describe('wat als er nieuw beleid komt', () => {
  const geldigVan = '2026-06-01';
  const straks = regels((een) =>
    isAdvies(een)
      ? [
          { ...een, geldigTot: '2026-05-31' },
          { ...een, geldigVan, lengte: { dagen: 28 } },
        ]
      : een,
  );

  it('houdt een zaak van eerder het beleid van haar dag', () => {
    expect(watAls({ nu, straks }).zonderFeiten(zaak)).toEqual({
      ...{ soort: 'blijft', waarom: 'beleid-van-de-dag' },
    });
  });

  it('wordt een zaak van later geteld met het nieuwe', () => {
    const later = {
      ...zaak,
      ontvangenOp: geldigVan,
      einde: '2026-07-13',
      eersteEinde: '2026-07-13',
    };
    expect(watAls({ nu, straks }).zonderFeiten(later as OpenZaak)).toBeUndefined();
  });
});

describe('wat als een woord of een herinnering anders wordt', () => {
  it('raakt dat geen enkele datum', () => {
    const straks = regels((een) => ({
      ...een,
      basis: { ...een.basis, tekst: 'anders gezegd' },
      ladder: { voor: [3], daarnaElke: 1 },
    }));
    expect(watAls({ nu, straks }).zonderFeiten(zaak)).toEqual({ soort: 'niet-geraakt' });
    const weken = regels((een) => (isAdvies(een) ? { ...een, lengte: { weken: 6 } } : een));
    expect(watAls({ nu, straks: weken }).zonderFeiten(zaak)).toEqual({ soort: 'niet-geraakt' });
  });
});

describe('wat als er een vrije dag bij komt', () => {
  const met = (dag: Datum) => regels(metRegel('atw'), vrij(dag));
  const zonder = regels(metRegel('atw'));

  it('verschuift een einde op die dag', () => {
    const bekijk = watAls({ nu: zonder, straks: met(einde) });
    expect(bekijk.zonderFeiten(zaak)).toBeUndefined();
    expect(bekijk.metFeiten(zaak, { registratie })).toMatchObject({
      ...{ soort: 'verschuift', van: einde, naar: '2026-04-14', dagen: 1 },
    });
  });

  it('blijft een einde op een andere dag', () => {
    const bekijk = watAls({ nu: zonder, straks: met('2026-04-15') });
    expect(bekijk.metFeiten(zaak, { registratie })).toEqual({
      ...{ soort: 'blijft', waarom: 'zelfde-uitkomst' },
    });
  });

  it('raakt dat niets waar vrije dagen niet tellen', () => {
    expect(watAls({ nu, straks: regels((een) => een, vrij(einde)) }).zonderFeiten(zaak)).toEqual({
      soort: 'niet-geraakt',
    });
  });
});

describe('wat als het voorstel geen einde kan geven', () => {
  it('staat er waarom', () => {
    const zonder = regels((een) => (isAdvies(een) ? { ...een, lengte: 'geen' } : een));
    expect(watAls({ nu, straks: zonder }).metFeiten(zaak, { registratie })).toMatchObject({
      ...{ soort: 'verschuift', van: einde, naar: null, dagen: null },
      reden: 'Volgens het voorstel geldt er geen termijn voor een zaak van deze dag.',
    });
  });
});
