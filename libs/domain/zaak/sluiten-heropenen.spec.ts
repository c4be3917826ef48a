import { describe, it } from '@jest/globals';
import { Refused } from '@wijkspoor/kernel';
import { scenario } from '@wijkspoor/testing';
import {
  beantwoord,
  geefAntwoord,
  gesloten,
  gestart,
  heropen,
  heropend,
  ingetrokken,
  overschreden,
  sluit,
  termijn,
  toegewezen,
  trekIn,
  uitkomstVastgesteld,
} from './verloop.fixture.ts';
import {
  actiepunt,
  advies,
  dagErna,
  elkeSoort,
  feit,
  laatsteDag,
  maandag,
  motie,
  toezegging,
  vraag,
  vraagOm,
  vraagUitDeWijk,
  wijkMt,
  woensdag,
  zaakId,
  zondagErvoor,
} from './zaak.fixture.ts';
import { zaakDecider } from './zaak.ts';

const given = scenario(zaakDecider);
const door = wijkMt;

describe('het sluiten van een zaak als afgehandeld', () => {
  it.each([
    ['vraag', vraag],
    ['vraag uit de wijk', vraagUitDeWijk],
    ['actiepunt', actiepunt],
  ])('kan bij een %s zodra er antwoord is', (_soort, registratie) => {
    given(registratie, beantwoord).when(sluit).then(gesloten);
    given(registratie, toegewezen)
      .when(sluit)
      .then(new Refused('zaak-niet-beantwoord', { zaakId }));
  });

  it('vraagt bij een advies ook om de uitkomst (004:206-212)', () => {
    given(advies, beantwoord, uitkomstVastgesteld).when(sluit).then(gesloten);
    given(advies, beantwoord).when(sluit).then(new Refused('geen-uitkomst', { zaakId }));
    given(advies, uitkomstVastgesteld).when(sluit).then(new Refused('zaak-niet-beantwoord'));
  });

  it.each([
    ['toezegging', toezegging],
    ['motie', motie],
  ])('kan bij een %s alleen door de afdoening te aanvaarden (002:38)', (_soort, registratie) =>
    given(registratie, beantwoord)
      .when(sluit)
      .then(new Refused('afdoening-niet-aanvaard', { zaakId })),
  );
});

describe('het sluiten van een zaak', () => {
  it.each(elkeSoort)('kan bij een %s altijd als die is ingetrokken', (_soort, registratie) =>
    given(registratie).when(trekIn).then(ingetrokken),
  );

  it.each(['dubbel', 'onjuist-geregistreerd'] as const)('kan zonder antwoord als %s', (grond) =>
    given(vraag)
      .when(vraagOm('SluitZaak', { door, grond, geslotenOp: woensdag, reden: 'x' }))
      .then(feit('ZaakGesloten', { door, grond, geslotenOp: woensdag, reden: 'x' })),
  );

  it('verandert niets als de zaak al gesloten is', () =>
    given(vraag, ingetrokken).when(trekIn).then());

  it('kan niet op een dag voor de ontvangst', () =>
    given(vraag)
      .when(
        vraagOm('SluitZaak', {
          door,
          grond: 'dubbel',
          geslotenOp: zondagErvoor,
          reden: 'x',
        }),
      )
      .then(
        new Refused('datum-voor-ontvangst', {
          zaakId,
          datum: zondagErvoor,
          ontvangenOp: maandag,
        }),
      ));

  const teLaat = { door, grond: 'ingetrokken', geslotenOp: dagErna, reden: 'x' } as const;

  it('na het einde zegt erbij dat de termijn voorbij was (002:79)', () => {
    given(advies, gestart)
      .when(vraagOm('SluitZaak', teLaat, dagErna))
      .then(overschreden(1, laatsteDag, dagErna), feit('ZaakGesloten', teLaat));
  });

  it('na het einde zegt dat niet nog eens, en niet als er op tijd antwoord was', () => {
    const sluitTeLaat = vraagOm('SluitZaak', teLaat, dagErna);
    given(advies, gestart, overschreden(1, laatsteDag, dagErna))
      .when(sluitTeLaat)
      .then(feit('ZaakGesloten', teLaat));
    given(advies, gestart, beantwoord).when(sluitTeLaat).then(feit('ZaakGesloten', teLaat));
  });
});

describe('het heropenen van een zaak', () => {
  it('kan als de zaak gesloten is', () => given(vraag, ingetrokken).when(heropen).then(heropend));

  it('kan als er antwoord is', () => given(vraag, beantwoord).when(heropen).then(heropend));

  it.each([
    ['nieuw', [vraag]],
    ['in-behandeling', [vraag, toegewezen]],
  ] as const)('wordt geweigerd als de zaak %s is', (status, feiten) =>
    given(...feiten)
      .when(heropen)
      .then(new Refused('zaak-niet-te-heropenen', { zaakId, status })),
  );

  it('verandert niets als het net is gebeurd', () =>
    given(vraag, ingetrokken, heropend).when(heropen).then());

  it('kan niet op een dag voor de ontvangst', () =>
    given(vraag, ingetrokken)
      .when(vraagOm('HeropenZaak', { door, heropendOp: zondagErvoor, reden: 'x' }))
      .then(new Refused('datum-voor-ontvangst')));

  it('laat antwoord en uitkomst in de geschiedenis, en vraagt om nieuwe', () => {
    const verloop = [advies, beantwoord, uitkomstVastgesteld, gesloten, heropend] as const;
    given(...verloop)
      .when(sluit)
      .then(new Refused('zaak-niet-beantwoord'));
    given(...verloop)
      .when(geefAntwoord)
      .then();
  });

  it('geeft recht op een nieuwe termijn, met een volgende revisie', () =>
    given(advies, gestart, beantwoord, heropend)
      .when(vraagOm('StartTermijn', { door, termijn }))
      .then(feit('TermijnGestart', { door, revisie: 2, ...termijn })));
});
