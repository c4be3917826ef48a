import { describe, it } from '@jest/globals';
import { Refused } from '@wijkspoor/kernel';
import { scenario } from '@wijkspoor/testing';
import { actiepunt, maandag, middagOp, toezegging, vraagUitDeWijk } from '../zaak/zaak.fixture.ts';
import type { WerkbezoekCommand, WerkbezoekEvent } from './werkbezoek.ts';
import { werkbezoekDecider } from './werkbezoek.ts';

const given = scenario(werkbezoekDecider);

const werkbezoek: WerkbezoekEvent['data'] = {
  werkbezoekId: 'werkbezoek-7',
  aanmelding: { bron: 'bestuursondersteuning', id: 'bezoek-7' },
  kanaal: 'werkbezoek',
  wijken: ['tarwewijk'],
  bezoekOp: maandag,
  wethouder: 'wijken',
  registraties: [vraagUitDeWijk, toezegging, actiepunt],
};

const legVast = (data: WerkbezoekEvent['data']): WerkbezoekCommand => ({
  type: 'LegWerkbezoekVast',
  data: { werkbezoek: data, now: middagOp(maandag) },
});

const vastgelegd: WerkbezoekEvent = { type: 'WerkbezoekVastgelegd', data: werkbezoek };

describe('een formeel werkbezoek', () => {
  it('wordt als één feit vastgelegd, met alles wat eruit volgt (002:35-38, 42, 51)', () =>
    given().when(legVast(werkbezoek)).then(vastgelegd));

  it('verandert niets als het al zo is vastgelegd', () =>
    given(vastgelegd)
      .when(legVast(structuredClone(werkbezoek)))
      .then());

  it('wordt geweigerd met een andere inhoud, en noemt het verschil', () =>
    given(vastgelegd)
      .when(
        legVast({ ...werkbezoek, wethouder: 'mensen', registraties: [vraagUitDeWijk, actiepunt] }),
      )
      .then(
        new Refused('aanmelding-wijkt-af', {
          werkbezoekId: 'werkbezoek-7',
          aanmelding: werkbezoek.aanmelding,
        }),
      ));

  it('noemt precies wat er anders is', () =>
    given(vastgelegd)
      .when(legVast({ ...werkbezoek, bezoekOp: '2026-03-03', wijken: ['tarwewijk', 'pernis'] }))
      .then(new Refused('aanmelding-wijkt-af', { verschillen: ['/wijken/1', '/bezoekOp'] })));
});
