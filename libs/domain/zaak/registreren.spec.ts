import { describe, expect, it } from '@jest/globals';
import { Refused } from '@wijkspoor/kernel';
import type { Recorded } from '@wijkspoor/kernel';
import { scenario } from '@wijkspoor/testing';
import { gestart, toegewezen } from './verloop.fixture.ts';
import { advies, elkeSoort, motie, registreer, vraag, zaakId } from './zaak.fixture.ts';
import type { Registratie, ZaakEvent } from './zaak.events.ts';
import { zaakDecider } from './zaak.ts';

const given = scenario(zaakDecider);

describe.each(elkeSoort)('het registreren van een %s', (_soort, registratie) => {
  it('begint de zaak', () => given().when(registreer(registratie)).then(registratie));

  it('verandert niets als het al zo geregistreerd is', () =>
    given(registratie, toegewezen, gestart).when(registreer(registratie)).then());

  it('maakt de zaak nieuw, zonder behandelaar, termijn of antwoord', () => {
    const zaak = zaakDecider.evolve(zaakDecider.initial, registratie);
    expect(zaak).toEqual({
      status: 'nieuw',
      registratie,
      themas: [],
      termijnrevisies: 0,
      signalen: {},
      afdoening: 'geen',
      feiten: [],
    });
  });
});

describe('het registreren van een zaak die er al is', () => {
  const wijktAf = (verschillen: readonly string[]) => {
    const { aanmelding } = vraag.data;
    return new Refused('aanmelding-wijkt-af', { zaakId, aanmelding, verschillen });
  };
  const anders = (velden: Partial<Registratie['data']>): Registratie => ({
    type: 'VraagGeregistreerd',
    data: { ...vraag.data, ...velden },
  });

  it.each([
    ['een andere tekst', anders({ tekst: 'Anders.' }), ['/tekst']],
    ['een extra wijk', anders({ wijken: ['tarwewijk', 'pernis'] }), ['/wijken/1']],
    ['een thema', anders({ themas: ['wonen'] }), ['/themas/0']],
    [
      'een andere dag en een ander kanaal',
      anders({ ontvangenOp: '2026-03-01', kanaal: 'web' }),
      ['/kanaal', '/ontvangenOp'],
    ],
  ])('wordt geweigerd met %s, en noemt het verschil', (_naam, registratie, verschillen) =>
    given(vraag).when(registreer(registratie)).then(wijktAf(verschillen)),
  );

  it('wordt geweigerd als andere soort', () => {
    given(advies)
      .when(registreer(vraag))
      .then(wijktAf(['/soort']));
    given(motie).when(registreer(advies)).then(new Refused('aanmelding-wijkt-af'));
  });

  it('noemt de soort, niet het veld dat de afzender niet kent', () => {
    const gevraagd: Registratie = { ...advies, data: { ...advies.data, gevraagd: true } };
    given(advies)
      .when(registreer(gevraagd))
      .then(wijktAf(['/soort']));
  });

  it('kijkt niet naar waar en wanneer het is vastgelegd', () => {
    const teruggelezen: Recorded<ZaakEvent> = {
      ...vraag,
      id: '1',
      stream: zaakId,
      revision: 0,
      position: 7,
      recordedAt: '2026-03-02T10:00:00Z',
      meta: { actor: 'kanaal:web', correlationId: '2', causationId: '3' },
    };
    given(teruggelezen).when(registreer(vraag)).then();
  });
});
