import { describe, expect, it } from '@jest/globals';
import { Refused } from '@wijkspoor/kernel';
import { scenario } from '@wijkspoor/testing';
import { goed } from '../gemeente/voorbeeld-gemeente.ts';
import { startdagVan, termijnVan } from './soort.ts';
import { gestart, heropend, ingetrokken, spreekAf } from './verloop.fixture.ts';
import {
  advies,
  feit,
  gevraagdAdvies,
  maandag,
  vraagOm,
  vraagUitDeWijk,
  wijkMt,
  zaakId,
} from './zaak.fixture.ts';
import { zaakDecider } from './zaak.ts';

const given = scenario(zaakDecider);
const door = wijkMt;

const metAtw = {
  ...goed,
  termijnbeleid: goed.termijnbeleid.map((beleid) => ({ ...beleid, regel: 'atw' as const })),
};
const termijn = termijnVan(metAtw, advies);
if (termijn?.einde !== null) throw new Error('the calendar of this municipality knows no day');
const { reden, bewijs } = termijn;
const start = vraagOm('StartTermijn', { door, termijn });
const nietBepaald = feit('TermijnNietBepaald', { door, reden, bewijs });
const later = vraagOm('StartTermijn', {
  door,
  termijn: { einde: '2026-04-13', bewijs: { ...bewijs, startdatum: maandag } },
});

describe('een termijn waarvan het einde niet te bepalen is', () => {
  it('krijgt geen gegokte datum, maar een reden', () => {
    given(advies).when(start).then(nietBepaald);
    expect(reden).toContain('niet te berekenen');
  });

  it('wordt één keer gemeld', () => given(advies, nietBepaald).when(start).then());

  it('krijgt zijn einde zodra de kalender het weet', () =>
    given(advies, nietBepaald)
      .when(later)
      .then(
        feit('TermijnGestart', {
          ...{ door, revisie: 1, einde: '2026-04-13' },
          bewijs: { ...bewijs, startdatum: maandag },
        }),
      ));

  it('verandert een einde dat er al is nooit', () => given(advies, gestart).when(start).then());

  it('begint na een heropening opnieuw', () =>
    given(advies, nietBepaald, ingetrokken, heropend).when(start).then(nietBepaald));

  it('laat geen andere datum afspreken: er is er geen om van af te wijken', () =>
    given(advies, nietBepaald)
      .when(spreekAf)
      .then(new Refused('geen-lopende-termijn', { zaakId })));
});

describe('de startdag', () => {
  it('is bij een zaak uit een werkbezoek de dag van het bezoek', () => {
    expect(startdagVan(vraagUitDeWijk, 'bezoek')).toBe(maandag);
  });

  it('is bij een gevraagd advies de aanvraag, als het beleid dat zegt en zij bekend is', () => {
    const gevraagdOp = '2026-02-02';
    const metDag = { ...gevraagdAdvies, data: { ...gevraagdAdvies.data, gevraagdOp } };
    expect(startdagVan(metDag as typeof gevraagdAdvies, 'adviesaanvraag')).toBe(gevraagdOp);
    expect(startdagVan(gevraagdAdvies, 'adviesaanvraag')).toBeUndefined();
    expect(startdagVan(gevraagdAdvies, 'ontvangst')).toBe(maandag);
  });
});
