import { describe, it } from '@jest/globals';
import { Refused } from '@wijkspoor/kernel';
import { scenario } from '@wijkspoor/testing';
import { goed } from '../gemeente/voorbeeld-gemeente.ts';
import type { Afspraakbeleid } from '../gemeente/termijnbeleid.ts';
import { afgesproken, gestart, overschreden, spreekAf } from './verloop.fixture.ts';
import {
  advies,
  dagErna,
  dagNaNieuweDag,
  feit,
  laatsteDag,
  maandag,
  nieuweDag,
  vraagOm,
  wijkMt,
  zaakId,
} from './zaak.fixture.ts';
import type { ZaakEvent } from './zaak.events.ts';
import { zaakDeciderIn } from './zaak.ts';

const streng: Afspraakbeleid = { door: ['wethouder'], naVerstrijken: false };
const ruim: Afspraakbeleid = { door: ['wijk-mt'], naVerstrijken: true };
const alleenOpTijd: Afspraakbeleid = { door: ['wijk-mt'], naVerstrijken: false };

function given(afspraak: Afspraakbeleid, ...feiten: readonly ZaakEvent[]) {
  const termijnbeleid = goed.termijnbeleid.map((beleid) => ({ ...beleid, afspraak }));
  return scenario(zaakDeciderIn({ termijnbeleid }))(...feiten);
}

const opDagErna = {
  door: wijkMt,
  einde: nieuweDag,
  met: 'wijkraad',
  afgesprokenOp: dagErna,
  reden: 'x',
} as const;
const laat = vraagOm('SpreekTermijnAf', opDagErna, dagErna);

describe('wie een andere datum mag afspreken', () => {
  it('staat in het beleid', () => {
    given(ruim, advies, gestart).when(spreekAf).then(afgesproken);
    given(streng, advies, gestart)
      .when(spreekAf)
      .then(new Refused('afspraak-niet-bevoegd', { zaakId, door: wijkMt, mag: ['wethouder'] }));
  });

  it('doet er niet toe als dezelfde afspraak er al staat', () =>
    given(streng, advies, gestart, afgesproken).when(spreekAf).then());
});

describe('een andere datum na het einde', () => {
  it('mag als het beleid dat zegt, en dat staat er dan bij', () =>
    given(ruim, advies, gestart, overschreden(1, laatsteDag, dagErna))
      .when(laat)
      .then(
        feit('TermijnAfgesproken', {
          ...opDagErna,
          ...{ revisie: 2, vorigEinde: laatsteDag, naVerstrijken: true },
        }),
      ));

  it('mag anders niet', () =>
    given(alleenOpTijd, advies, gestart)
      .when(laat)
      .then(
        new Refused('afspraak-na-verstrijken', {
          ...{ zaakId, einde: laatsteDag, afgesprokenOp: dagErna },
        }),
      ));

  it('wordt gemeten aan de datum die gold: na een afspraak is die later', () => {
    const opnieuw = { ...opDagErna, einde: dagNaNieuweDag } as const;
    given(alleenOpTijd, advies, gestart, afgesproken)
      .when(vraagOm('SpreekTermijnAf', opnieuw, dagErna))
      .then(
        feit('TermijnAfgesproken', {
          ...opnieuw,
          ...{ revisie: 3, vorigEinde: nieuweDag, naVerstrijken: false },
        }),
      );
  });
});

describe('een afgesproken datum', () => {
  it('ligt nooit voor het begin van de termijn', () => {
    const einde = '2026-03-01';
    given(ruim, advies, gestart)
      .when(vraagOm('SpreekTermijnAf', { ...opDagErna, einde }))
      .then(new Refused('afgesproken-datum-voor-start', { zaakId, einde, startdatum: maandag }));
  });

  it('ligt nooit voor de dag van de afspraak', () => {
    const einde = '2026-04-01';
    given(ruim, advies, gestart)
      .when(vraagOm('SpreekTermijnAf', { ...opDagErna, einde }))
      .then(new Refused('afgesproken-datum-voorbij', { zaakId, einde, afgesprokenOp: dagErna }));
  });
});
