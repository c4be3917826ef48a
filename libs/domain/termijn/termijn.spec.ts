import { describe, expect, it } from '@jest/globals';
import type { Datum } from './datum.ts';
import type { Oordeel, TeBeoordelen } from './oordeel.ts';
import { dagenTeLaat, oordeel } from './oordeel.ts';
import type { Termijnregel } from './termijn.ts';
import { berekenTermijn as bereken, zonderKalender } from './termijn.ts';

const zesWeken = {
  basis: { tekst: 'Verordening op de wijkraden', verwijzing: '002:78', zekerheid: 'A' },
  start: 'ontvangst',
  lengte: { dagen: 42 },
  regel: 'geen',
} as const;

const berekenTermijn = (startdatum: Datum, regel: Termijnregel, afgesproken?: Datum) =>
  bereken({ startdatum, regel, afgesproken }, zonderKalender);
const einde = (start: Datum) => berekenTermijn(start, zesWeken)?.einde;

describe('een termijn van zes weken (002:61, 002:78)', () => {
  it.each([
    ['van maandag tot maandag, over de zomertijd heen', '2026-03-02', '2026-04-13'],
    ['over de wintertijd heen', '2026-10-05', '2026-11-16'],
    ['vanaf de dag dat de klok vooruit gaat', '2026-03-29', '2026-05-10'],
    ['vanaf de dag dat de klok terug gaat', '2026-10-25', '2026-12-06'],
    ['tot en met een schrikkeldag', '2024-01-18', '2024-02-29'],
    ['in een jaar zonder schrikkeldag', '2023-01-18', '2023-03-01'],
    ['vanaf een schrikkeldag', '2024-02-29', '2024-04-11'],
    ['tot en met oudejaarsdag', '2025-11-19', '2025-12-31'],
    ['tot en met nieuwjaarsdag: die schuift niet op', '2025-11-20', '2026-01-01'],
    ['tot en met eerste kerstdag: die schuift niet op', '2025-11-13', '2025-12-25'],
    ['tot en met een zondag: die schuift niet op', '2026-03-01', '2026-04-12'],
    ['over een eeuw heen', '1999-12-01', '2000-01-12'],
  ] as const)('loopt %s', (_naam, start, verwacht) => expect(einde(start)).toBe(verwacht));

  it('telt de dag van de start niet mee en de laatste dag wel, en zegt dat erbij', () => {
    expect(berekenTermijn('2026-03-02', zesWeken)?.bewijs).toEqual({
      startdatum: '2026-03-02',
      regel: zesWeken,
      stappen: [
        'De startdag, maandag 2 maart 2026, telt niet mee.',
        'De termijn is 42 dagen. De laatste dag is dan maandag 13 april 2026.',
        'De laatste dag schuift niet op, ook niet in een weekend of op een feestdag.',
        'De laatste dag telt mee tot 24.00 uur Nederlandse tijd. ' +
          'Te laat is het vanaf dinsdag 14 april 2026.',
      ],
      berekening: [
        { soort: 'start', datum: '2026-03-02', bron: 'rekenregel 1' },
        { soort: 'lengte', datum: '2026-04-13', bron: 'rekenregel 2' },
        { soort: 'niet-verschoven', datum: '2026-04-13', bron: 'rekenregel 4, keuze "geen"' },
        { soort: 'laatste-dag', datum: '2026-04-13', bron: 'rekenregel 3' },
      ],
    });
  });

  it('draagt in het bewijs alleen de regel, niet het hele beleid', () => {
    const beleid = { ...zesWeken, soort: 'motie', geldigVan: '2022-03-16' } as const;
    expect(berekenTermijn('2026-03-02', beleid)?.bewijs.regel).toEqual(zesWeken);
  });
});

describe('een andere termijn', () => {
  it('is er niet als het beleid er geen stelt', () => {
    expect(berekenTermijn('2026-03-02', { ...zesWeken, lengte: 'geen' })).toBeUndefined();
  });

  it('is zoals afgesproken, en er niet als niets is afgesproken', () => {
    const regel = { ...zesWeken, lengte: 'zoals-afgesproken' } as const;
    expect(berekenTermijn('2026-03-02', regel)).toBeUndefined();
    expect(berekenTermijn('2026-03-02', regel, '2026-06-30')).toMatchObject({
      einde: '2026-06-30',
      bewijs: { berekening: [{ soort: 'afgesproken' }, { soort: 'laatste-dag' }] },
    });
  });
});

type Blik = readonly [TeBeoordelen, Datum, Oordeel, number];

describe('het oordeel', () => {
  const einde = '2026-04-13';
  const dagErna = '2026-04-14';

  it.each<[string, Blik]>([
    ['geen termijn', [{}, dagErna, 'geen-termijn', 0]],
    ['geen termijn en wel antwoord', [{ gestoptOp: '2026-03-03' }, dagErna, 'geen-termijn', 0]],
    ['een rij zonder einde', [{ einde: null, gestoptOp: null }, dagErna, 'geen-termijn', 0]],
    ['de laatste dag', [{ einde }, einde, 'loopt', 0]],
    ['de dag erna', [{ einde }, dagErna, 'open-te-laat', 1]],
    ['een maand later', [{ einde }, '2026-05-13', 'open-te-laat', 30]],
    ['antwoord op de laatste dag', [{ einde, gestoptOp: einde }, '2026-12-31', 'op-tijd', 0]],
    [
      'antwoord op de dag erna, ook jaren later bekeken',
      [{ einde, gestoptOp: dagErna }, '2028-12-31', 'te-laat-beantwoord', 1],
    ],
    [
      'antwoord van na de peildatum: dat was er toen nog niet',
      [{ einde, gestoptOp: '2026-05-01' }, '2026-04-20', 'open-te-laat', 7],
    ],
    [
      'antwoord van na de peildatum, toen de termijn nog liep',
      [{ einde, gestoptOp: dagErna }, '2026-04-01', 'loopt', 0],
    ],
    [
      'antwoord op de peildatum zelf',
      [{ einde, gestoptOp: dagErna }, dagErna, 'te-laat-beantwoord', 1],
    ],
  ])('is er bij %s', (_naam, [zaak, peildatum, verwacht, dagen]) => {
    expect(oordeel(zaak, peildatum)).toBe(verwacht);
    expect(dagenTeLaat(zaak, peildatum)).toBe(dagen);
  });
});
