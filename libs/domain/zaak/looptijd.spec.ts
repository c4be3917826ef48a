import { describe, it } from '@jest/globals';
import { Refused } from '@wijkspoor/kernel';
import { scenario } from '@wijkspoor/testing';
import {
  afgesproken,
  antwoordOp,
  beantwoord,
  gestart,
  heropend,
  ingetrokken,
  overschreden,
  spreekAf,
  termijn,
} from './verloop.fixture.ts';
import {
  advies,
  dagErna,
  dinsdag,
  elkeSoort,
  feit,
  laatsteDag,
  maandag,
  nieuweDag,
  vraagOm,
  wijkMt,
  woensdag,
  zaakId,
  zondagErvoor,
} from './zaak.fixture.ts';
import { zaakDecider } from './zaak.ts';

const given = scenario(zaakDecider);
const door = wijkMt;
const start = vraagOm('StartTermijn', { door, termijn });

describe('het starten van de termijn', () => {
  it.each(elkeSoort)('geeft een %s een einde, met het bewijs', (_soort, registratie) =>
    given(registratie).when(start).then(gestart),
  );

  it('verandert niets als er al een termijn is', () => given(advies, gestart).when(start).then());

  it('vervangt een afgesproken datum niet', () =>
    given(advies, gestart, afgesproken).when(start).then());

  it('gebeurt ook als er al antwoord is, zodat bekend is of dat op tijd was', () =>
    given(advies, beantwoord).when(start).then(gestart));

  it('zegt er dan bij dat het antwoord te laat was', () =>
    given(advies, antwoordOp(dagErna).feit)
      .when(start)
      .then(gestart, overschreden(1, laatsteDag, dagErna)));

  it('gebeurt ook als de zaak al gesloten is', () =>
    given(advies, ingetrokken).when(start).then(gestart));
});

describe('een andere datum afspreken', () => {
  it('laat de oude datum zichtbaar (002:62)', () =>
    given(advies, gestart).when(spreekAf).then(afgesproken));

  it('telt verder vanaf de vorige afspraak', () => {
    const opnieuw = {
      door,
      einde: '2026-06-01',
      met: 'wijkraad',
      afgesprokenOp: woensdag,
      reden: 'x',
    } as const;
    given(advies, gestart, afgesproken)
      .when(vraagOm('SpreekTermijnAf', opnieuw))
      .then(
        feit('TermijnAfgesproken', {
          ...opnieuw,
          revisie: 3,
          vorigEinde: nieuweDag,
          naVerstrijken: false,
        }),
      );
  });

  it.each([
    ['op de laatste dag is nog op tijd', laatsteDag, false],
    ['op de dag erna is na verstrijken, en dan is de oude datum overschreden', dagErna, true],
  ] as const)('%s', (_naam, afgesprokenOp, naVerstrijken) => {
    const laat = { door, einde: nieuweDag, met: 'wijkraad', afgesprokenOp, reden: 'x' } as const;
    given(advies, gestart)
      .when(vraagOm('SpreekTermijnAf', laat, afgesprokenOp))
      .then(
        ...(naVerstrijken ? [overschreden(1, laatsteDag, dagErna)] : []),
        feit('TermijnAfgesproken', { ...laat, revisie: 2, vorigEinde: laatsteDag, naVerstrijken }),
      );
  });

  it('kan ook als de termijn al is overschreden', () => {
    const laat = { door, einde: nieuweDag, met: 'x', afgesprokenOp: dagErna, reden: 'x' } as const;
    given(advies, gestart, overschreden(1, laatsteDag, dagErna))
      .when(vraagOm('SpreekTermijnAf', laat, dagErna))
      .then(
        feit('TermijnAfgesproken', {
          ...laat,
          revisie: 2,
          vorigEinde: laatsteDag,
          naVerstrijken: true,
        }),
      );
  });

  it('verandert niets als het dezelfde datum is', () =>
    given(advies, gestart)
      .when(
        vraagOm('SpreekTermijnAf', {
          door,
          einde: laatsteDag,
          met: 'wijkraad',
          afgesprokenOp: dinsdag,
          reden: 'x',
        }),
      )
      .then());

  it('verandert niets als deze afspraak er al staat, ook na een latere', () => {
    const later = feit('TermijnAfgesproken', {
      door,
      einde: '2026-06-01',
      met: 'wijkraad',
      afgesprokenOp: woensdag,
      reden: 'x',
      revisie: 3,
      vorigEinde: nieuweDag,
      naVerstrijken: false,
    });
    given(advies, gestart, afgesproken, later).when(spreekAf).then();
    given(advies, gestart, afgesproken, later, ingetrokken).when(spreekAf).then();
  });

  it.each([
    ['er geen termijn is', [advies]],
    ['er al antwoord is', [advies, gestart, beantwoord]],
    [
      'de zaak heropend is en nog geen nieuwe termijn heeft',
      [advies, gestart, beantwoord, heropend],
    ],
  ] as const)('wordt geweigerd als %s', (_naam, feiten) =>
    given(...feiten)
      .when(spreekAf)
      .then(new Refused('geen-lopende-termijn', { zaakId })),
  );

  it('wordt geweigerd als de zaak gesloten is', () =>
    given(advies, gestart, ingetrokken)
      .when(spreekAf)
      .then(new Refused('zaak-gesloten', { zaakId })));

  it('wordt geweigerd als de nieuwe datum voor de afspraak ligt', () =>
    given(advies, gestart)
      .when(
        vraagOm('SpreekTermijnAf', {
          door,
          einde: maandag,
          met: 'x',
          afgesprokenOp: dinsdag,
          reden: 'x',
        }),
      )
      .then(
        new Refused('afgesproken-datum-voorbij', {
          zaakId,
          einde: maandag,
          afgesprokenOp: dinsdag,
        }),
      ));

  it('wordt geweigerd op een dag voor de ontvangst', () =>
    given(advies, gestart)
      .when(
        vraagOm('SpreekTermijnAf', {
          door,
          einde: nieuweDag,
          met: 'x',
          afgesprokenOp: zondagErvoor,
          reden: 'x',
        }),
      )
      .then(new Refused('datum-voor-ontvangst')));
});
