import { describe, it } from '@jest/globals';
import { Refused } from '@wijkspoor/kernel';
import { scenario } from '@wijkspoor/testing';
import {
  beantwoord,
  geefAntwoord,
  heropen,
  ingetrokken,
  sluit,
  termijn,
  toegewezen,
} from './verloop.fixture.ts';
import {
  elkeSoort,
  feit,
  laatsteDag,
  vraag,
  vraagOm,
  wijkMt,
  woensdag,
  zaakId,
} from './zaak.fixture.ts';
import { zaakDecider } from './zaak.ts';

const given = scenario(zaakDecider);
const door = wijkMt;

describe('een zaak die er niet is', () => {
  it.each([
    vraagOm('StelThemasVast', { door, themas: ['wonen'] }),
    vraagOm('WijsToe', { door, behandelaar: wijkMt }),
    vraagOm('StartTermijn', { door, termijn }),
    vraagOm('StelOverschrijdingVast', { door, einde: laatsteDag }),
    geefAntwoord,
    sluit,
    heropen,
  ])('weigert $type', (wens) => given().when(wens).then(new Refused('zaak-onbekend', { zaakId })));
});

describe('het toewijzen van een zaak', () => {
  const wijsToe = vraagOm('WijsToe', { door, behandelaar: 'cluster:stadsbeheer' }, woensdag);
  const aanStadsbeheer = feit('ZaakToegewezen', {
    door,
    behandelaar: 'cluster:stadsbeheer',
    toegewezenOp: woensdag,
  });

  it.each(elkeSoort)('geeft een %s een behandelaar', (_soort, registratie) =>
    given(registratie).when(wijsToe).then(aanStadsbeheer),
  );

  it('geeft de zaak ook daarna nog aan een ander', () =>
    given(vraag, toegewezen, beantwoord).when(wijsToe).then(aanStadsbeheer));

  it('verandert niets als die behandelaar hem al heeft', () =>
    given(vraag, aanStadsbeheer).when(wijsToe).then());

  it('wordt geweigerd als de zaak gesloten is', () =>
    given(vraag, ingetrokken).when(wijsToe).then(new Refused('zaak-gesloten', { zaakId })));

  it('noemt de dag zoals die in Amsterdam is', () => {
    const kortNaMiddernacht = { ...wijsToe.data, now: '2026-07-01T22:30:00Z' } as const;
    given(vraag)
      .when({ type: 'WijsToe', data: kortNaMiddernacht } as never)
      .then(
        feit('ZaakToegewezen', {
          door,
          behandelaar: 'cluster:stadsbeheer',
          toegewezenOp: '2026-07-02',
        }),
      );
  });
});

describe('het vaststellen van de thema’s', () => {
  const stelVast = vraagOm('StelThemasVast', { door, themas: ['wonen'] });
  const vastgesteld = feit('ThemasVastgesteld', { door, themas: ['wonen'] });

  it('zegt waar de zaak over gaat', () => given(vraag).when(stelVast).then(vastgesteld));

  it('verandert niets als het er al zo staat', () =>
    given(vraag, vastgesteld).when(stelVast).then());

  it('kan terug naar wat het was', () =>
    given(vraag, vastgesteld, feit('ThemasVastgesteld', { door, themas: [] }))
      .when(stelVast)
      .then(vastgesteld));

  it('wordt geweigerd als de zaak gesloten is', () =>
    given(vraag, ingetrokken).when(stelVast).then(new Refused('zaak-gesloten')));
});
