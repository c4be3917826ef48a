import { describe, it } from '@jest/globals';
import { Refused } from '@wijkspoor/kernel';
import { scenario } from '@wijkspoor/testing';
import {
  afgesproken,
  antwoordOp,
  beantwoord,
  geefAntwoord,
  gesloten,
  gestart,
  heropend,
  ingetrokken,
  meldUitvoering,
  overschreden,
  stelUitkomstVast,
  uitkomstVastgesteld,
  uitvoeringGemeld,
} from './verloop.fixture.ts';
import {
  advies,
  dagErna,
  dinsdag,
  elkeSoort,
  feit,
  gevraagdAdvies,
  laatsteDag,
  maandag,
  toezegging,
  vraag,
  vraagOm,
  wijkMt,
  woensdag,
  zaakId,
  zondagErvoor,
} from './zaak.fixture.ts';
import { zaakDecider } from './zaak.ts';

const given = scenario(zaakDecider);
const door = wijkMt;

describe('het antwoord', () => {
  it.each(elkeSoort)('wordt vastgelegd bij een %s', (_soort, registratie) =>
    given(registratie, gestart).when(geefAntwoord).then(beantwoord),
  );

  it('op de laatste dag is op tijd', () => {
    const opTijd = antwoordOp(laatsteDag);
    given(advies, gestart).when(opTijd.wens).then(opTijd.feit);
  });

  it('op de dag erna is te laat, en dat wordt er meteen bij gezegd', () => {
    const teLaat = antwoordOp(dagErna);
    given(advies, gestart)
      .when(teLaat.wens)
      .then(overschreden(1, laatsteDag, dagErna), teLaat.feit);
  });

  it('dat te laat is zegt het niet nog eens', () => {
    const teLaat = antwoordOp(dagErna);
    given(advies, gestart, overschreden(1, laatsteDag, dagErna))
      .when(teLaat.wens)
      .then(teLaat.feit);
  });

  it('wordt aan de afgesproken datum gemeten (002:62)', () => {
    const na = antwoordOp(dagErna);
    given(advies, gestart, afgesproken).when(na.wens).then(na.feit);
  });

  it('verandert niets als het er al staat, ook na het sluiten', () => {
    given(vraag, beantwoord).when(geefAntwoord).then();
    given(advies, beantwoord, uitkomstVastgesteld, gesloten).when(geefAntwoord).then();
  });

  it('kan worden aangevuld; het eerste antwoord blijft de dag bepalen', () => {
    const later = antwoordOp(dagErna);
    given(advies, gestart, beantwoord).when(later.wens).then(later.feit);
  });

  it('mag bij een vraag ook mondeling', () => {
    const mondeling = { door, vorm: 'mondeling', antwoordOp: dinsdag, inhoud: 'Ja.' } as const;
    given(vraag).when(vraagOm('GeefAntwoord', mondeling)).then(feit('AntwoordGegeven', mondeling));
  });

  it.each([
    ['ongevraagd', advies],
    ['gevraagd', gevraagdAdvies],
  ])('op een %s advies is altijd schriftelijk (002:75-79)', (_soort, registratie) =>
    given(registratie)
      .when(
        vraagOm('GeefAntwoord', { door, vorm: 'mondeling', antwoordOp: dinsdag, inhoud: 'Ja.' }),
      )
      .then(new Refused('reactie-niet-schriftelijk', { zaakId })),
  );

  it('kan niet na het sluiten', () =>
    given(vraag, ingetrokken).when(geefAntwoord).then(new Refused('zaak-gesloten', { zaakId })));

  it('kan niet van voor de ontvangst zijn', () =>
    given(vraag)
      .when(antwoordOp(zondagErvoor).wens)
      .then(
        new Refused('datum-voor-ontvangst', {
          zaakId,
          datum: zondagErvoor,
          ontvangenOp: maandag,
        }),
      ));

  it('op de dag van ontvangst kan wel', () => {
    const meteen = antwoordOp(maandag);
    given(vraag).when(meteen.wens).then(meteen.feit);
  });
});

describe('de uitkomst van een advies', () => {
  it.each([
    ['ongevraagd', advies],
    ['gevraagd', gevraagdAdvies],
  ])('wordt vastgelegd bij een %s advies (004:206-212)', (_soort, registratie) =>
    given(registratie, beantwoord).when(stelUitkomstVast).then(uitkomstVastgesteld),
  );

  it('kan al voor het antwoord vaststaan', () =>
    given(advies).when(stelUitkomstVast).then(uitkomstVastgesteld));

  it('stopt de klok niet: alleen een antwoord doet dat', () =>
    given(advies, gestart, uitkomstVastgesteld)
      .when(vraagOm('StelOverschrijdingVast', { door, einde: laatsteDag }, dagErna))
      .then(overschreden(1, laatsteDag, dagErna)));

  it('verandert niets als die er al staat, ook na het sluiten', () => {
    given(advies, uitkomstVastgesteld).when(stelUitkomstVast).then();
    given(advies, beantwoord, uitkomstVastgesteld, gesloten).when(stelUitkomstVast).then();
  });

  it('kan worden herzien', () => {
    const herzien = {
      door,
      uitkomst: 'niet-overgenomen',
      vastgesteldOp: woensdag,
      redenen: 'Er is geen geld.',
    } as const;
    given(advies, uitkomstVastgesteld)
      .when(vraagOm('StelUitkomstVast', herzien))
      .then(feit('UitkomstVastgesteld', herzien));
  });

  it.each(elkeSoort.filter(([soort]) => !soort.endsWith('advies')))(
    'bestaat niet bij een %s',
    (_soort, registratie) =>
      given(registratie).when(stelUitkomstVast).then(new Refused('geen-advies', { zaakId })),
  );

  it('kan niet na het sluiten, en niet van voor de ontvangst zijn', () => {
    given(advies, ingetrokken).when(stelUitkomstVast).then(new Refused('zaak-gesloten'));
    given(advies)
      .when(
        vraagOm('StelUitkomstVast', {
          door,
          uitkomst: 'overgenomen',
          vastgesteldOp: zondagErvoor,
          redenen: 'x',
        }),
      )
      .then(new Refused('datum-voor-ontvangst'));
  });
});

describe('de uitvoering', () => {
  it('is een ander feit dan het antwoord, en kan erna komen (002:61)', () => {
    given(advies, beantwoord).when(meldUitvoering).then(uitvoeringGemeld);
    given(advies, beantwoord, uitkomstVastgesteld, gesloten)
      .when(meldUitvoering)
      .then(uitvoeringGemeld);
  });

  it('kan gemeld worden zonder antwoord, en stopt de klok niet', () => {
    given(toezegging, gestart).when(meldUitvoering).then(uitvoeringGemeld);
    given(toezegging, gestart, uitvoeringGemeld)
      .when(vraagOm('StelOverschrijdingVast', { door, einde: laatsteDag }, dagErna))
      .then(overschreden(1, laatsteDag, dagErna));
  });

  it('verandert niets als die al gemeld is, ook na een heropening', () => {
    given(vraag, uitvoeringGemeld).when(meldUitvoering).then();
    given(vraag, uitvoeringGemeld, ingetrokken, heropend).when(meldUitvoering).then();
  });

  it('kan niet van voor de ontvangst zijn', () =>
    given(vraag)
      .when(vraagOm('MeldUitvoering', { door, uitgevoerdOp: zondagErvoor, toelichting: 'x' }))
      .then(new Refused('datum-voor-ontvangst')));
});
