import { describe, it } from '@jest/globals';
import { Refused } from '@wijkspoor/kernel';
import { scenario } from '@wijkspoor/testing';
import {
  aanvaardAfdoening,
  afdoeningAanvaard,
  afdoeningGeweigerd,
  afdoeningVoorgesteld,
  gestart,
  heropend,
  ingetrokken,
  overschreden,
  stelAfdoeningVoor,
  weigerAfdoening,
} from './verloop.fixture.ts';
import {
  dagErna,
  elkeSoort,
  feit,
  griffie,
  laatsteDag,
  motie,
  toezegging,
  vraagOm,
  wijkMt,
  woensdag,
  zaakId,
  zondagErvoor,
} from './zaak.fixture.ts';
import { zaakDecider } from './zaak.ts';

const given = scenario(zaakDecider);
const door = wijkMt;

const afTeDoen = [
  ['toezegging', toezegging],
  ['motie', motie],
] as const;

/** The acceptance closes the case by itself. */
const geslotenDoorAanvaarding = feit('ZaakGesloten', {
  door: griffie,
  grond: 'afgehandeld',
  geslotenOp: woensdag,
  reden: 'afdoening aanvaard',
});

describe.each(afTeDoen)('de afdoening van een %s', (_soort, registratie) => {
  it('wordt voorgesteld met een brief', () =>
    given(registratie).when(stelAfdoeningVoor).then(afdoeningVoorgesteld));

  it('sluit de zaak zodra die is aanvaard', () =>
    given(registratie, afdoeningVoorgesteld)
      .when(aanvaardAfdoening)
      .then(afdoeningAanvaard, geslotenDoorAanvaarding));

  it('laat de zaak open als die is geweigerd', () =>
    given(registratie, afdoeningVoorgesteld).when(weigerAfdoening).then(afdoeningGeweigerd));

  it('kan twee keer worden geweigerd en dan aanvaard (002:38)', () => {
    const nogEens = { door, brief: { kenmerk: 'b', datum: woensdag }, voorgesteldOp: woensdag };
    const tweedeVoorstel = feit('AfdoeningVoorgesteld', nogEens as never);
    const tweedeWeigering = feit('AfdoeningGeweigerd', {
      door: griffie,
      geweigerdOp: laatsteDag,
      reden: 'Nog steeds te mager.',
    });
    const derdeVoorstel = feit('AfdoeningVoorgesteld', {
      ...nogEens,
      voorgesteldOp: dagErna,
    } as never);
    given(
      registratie,
      afdoeningVoorgesteld,
      afdoeningGeweigerd,
      tweedeVoorstel,
      tweedeWeigering,
      derdeVoorstel,
    )
      .when(aanvaardAfdoening)
      .then(afdoeningAanvaard, geslotenDoorAanvaarding);
  });

  it('verandert niets als het er al staat', () => {
    given(registratie, afdoeningVoorgesteld).when(stelAfdoeningVoor).then();
    given(registratie, afdoeningVoorgesteld, afdoeningGeweigerd).when(weigerAfdoening).then();
    const klaar = [
      registratie,
      afdoeningVoorgesteld,
      afdoeningAanvaard,
      geslotenDoorAanvaarding,
    ] as const;
    given(...klaar)
      .when(aanvaardAfdoening)
      .then();
    given(...klaar)
      .when(stelAfdoeningVoor)
      .then();
  });

  it.each([
    ['zonder voorstel', []],
    ['na een weigering', [afdoeningVoorgesteld, afdoeningGeweigerd]],
    [
      'na een heropening',
      [afdoeningVoorgesteld, afdoeningAanvaard, geslotenDoorAanvaarding, heropend],
    ],
  ])('kan niet worden aanvaard %s', (_naam, feiten) =>
    given(registratie, ...feiten)
      .when(aanvaardAfdoening)
      .then(new Refused('geen-afdoening-voorgesteld', { zaakId })),
  );

  it('kan niet worden geweigerd zonder voorstel', () =>
    given(registratie)
      .when(weigerAfdoening)
      .then(new Refused('geen-afdoening-voorgesteld', { zaakId })));

  it.each([stelAfdoeningVoor, aanvaardAfdoening, weigerAfdoening])(
    'kan niet na het sluiten: $type',
    (wens) =>
      given(registratie, ingetrokken).when(wens).then(new Refused('zaak-gesloten', { zaakId })),
  );

  it.each([
    vraagOm('StelAfdoeningVoor', {
      door,
      brief: { kenmerk: 'b', datum: zondagErvoor },
      voorgesteldOp: zondagErvoor,
    }),
    vraagOm('AanvaardAfdoening', { door, aanvaardOp: zondagErvoor }),
    vraagOm('WeigerAfdoening', { door, geweigerdOp: zondagErvoor, reden: 'x' }),
  ])('kan niet van voor de ontvangst zijn: $type', (wens) =>
    given(registratie, afdoeningVoorgesteld).when(wens).then(new Refused('datum-voor-ontvangst')),
  );
});

describe('een afdoening', () => {
  it.each(elkeSoort.filter(([soort]) => soort !== 'toezegging' && soort !== 'motie'))(
    'bestaat niet bij een %s',
    (_soort, registratie) =>
      given(registratie)
        .when(stelAfdoeningVoor)
        .then(new Refused('geen-afdoening-mogelijk', { zaakId })),
  );

  it('die te laat wordt voorgesteld zegt dat erbij', () => {
    const laat = {
      door,
      brief: { kenmerk: '22bb4407', datum: dagErna },
      voorgesteldOp: dagErna,
    } as const;
    given(toezegging, gestart)
      .when(vraagOm('StelAfdoeningVoor', laat, dagErna))
      .then(overschreden(1, laatsteDag, dagErna), feit('AfdoeningVoorgesteld', laat));
  });

  it('die op tijd wordt voorgesteld stopt de klok', () =>
    given(toezegging, gestart, afdoeningVoorgesteld)
      .when(vraagOm('StelOverschrijdingVast', { door, einde: laatsteDag }, dagErna))
      .then());
});
