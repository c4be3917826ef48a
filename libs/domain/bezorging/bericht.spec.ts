import { describe, expect, it } from '@jest/globals';
import type { Instant } from '@wijkspoor/kernel';
import { scenario } from '@wijkspoor/testing';
import type { BerichtCommand, BerichtEvent } from './bericht.ts';
import { berichtDecider, berichtIdVan, pogingenMax, volgendePoging } from './bericht.ts';

const given = scenario(berichtDecider);
const ontvanger = 'wijk-mt:tarwewijk';
const datum = '2026-03-30';
const berichtId = berichtIdVan(ontvanger, datum);
const now: Instant = '2026-03-30T04:00:00.000Z';
const regels = [{ zaakId: 'zaak-1', revisie: 3, soort: 'stilte', sinds: '2026-03-16' }] as const;

const stelOp: BerichtCommand = {
  type: 'StelBerichtOp',
  data: { berichtId, ontvanger, datum, regels, now },
};
const opgesteld: BerichtEvent = {
  type: 'BerichtOpgesteld',
  data: { berichtId, ontvanger, datum, regels },
};
const meldBezorging = (poging: number): BerichtCommand => ({
  type: 'MeldBezorging',
  data: { berichtId, ontvanger, poging, langs: 'e-mail', now },
});
const bezorgd = (poging: number): BerichtEvent => ({
  type: 'BerichtBezorgd',
  data: { berichtId, ontvanger, poging, langs: 'e-mail', geprobeerdOp: now },
});
const mislukt = { oorzaak: 'mislukt', reden: 'geen antwoord' } as const;
const meldMislukking = (poging: number): BerichtCommand => ({
  type: 'MeldMislukking',
  data: { berichtId, ontvanger, poging, ...mislukt, definitief: false, now },
});
const nietBezorgd = (poging: number, definitief = false): BerichtEvent => ({
  type: 'BerichtNietBezorgd',
  data: { berichtId, ontvanger, poging, ...mislukt, definitief, geprobeerdOp: now },
});

describe('het bericht van een dag', () => {
  it('heet naar wie het krijgt en de dag', () =>
    expect(berichtId).toBe('bericht-wijk-mt:tarwewijk-2026-03-30'));

  it('wordt één keer opgesteld, ook als twee dat tegelijk doen', () => {
    given().when(stelOp).then(opgesteld);
    given(opgesteld).when(stelOp).then();
  });

  it('is bezorgd als iemand het aannam, en dat wordt één keer verteld', () => {
    given(opgesteld).when(meldBezorging(1)).then(bezorgd(1));
    given(opgesteld, bezorgd(1)).when(meldBezorging(1)).then();
    given(opgesteld, bezorgd(1)).when(meldMislukking(2)).then();
  });

  it('houdt bij wat mislukte, en houdt na een vast aantal keren op', () => {
    given(opgesteld).when(meldMislukking(1)).then(nietBezorgd(1));
    given(opgesteld, nietBezorgd(1)).when(meldBezorging(2)).then(bezorgd(2));
    given(opgesteld, nietBezorgd(pogingenMax - 1))
      .when(meldMislukking(pogingenMax))
      .then(nietBezorgd(pogingenMax, true));
    given(opgesteld, nietBezorgd(1, true)).when(meldBezorging(2)).then();
  });

  it('neemt de uitslag van een poging die al verteld is niet nog eens aan', () =>
    given(opgesteld, nietBezorgd(1)).when(meldMislukking(1)).then());

  it('kan niet worden bezorgd voordat het er is', () => given().when(meldBezorging(1)).then());

  it('wordt steeds later weer aangeboden, hoogstens vier uur later', () => {
    const wachten = [1, 2, 3, 4, 5, 9].map((poging) => volgendePoging(poging, now).slice(11, 16));
    expect(wachten).toEqual(['04:01', '04:04', '04:16', '05:04', '08:00', '08:00']);
  });
});

const opnieuw = { berichtId, ontvanger, door: 'functioneel-beheer', regels } as const;
const vraagOpnieuw: BerichtCommand = { type: 'VraagOpnieuw', data: { ...opnieuw, now } };
const gevraagd: BerichtEvent = {
  type: 'BerichtOpnieuwGevraagd',
  data: { ...opnieuw, gevraagdOp: now },
};

describe('een bericht dat is opgegeven', () => {
  const opgegeven = [opgesteld, nietBezorgd(1, true)] as const;

  it('gaat verder als iemand het vraagt, één keer, en telt verder', () => {
    given(...opgegeven)
      .when(vraagOpnieuw)
      .then(gevraagd);
    given(...opgegeven, gevraagd)
      .when(vraagOpnieuw)
      .then();
    given(...opgegeven, gevraagd)
      .when(meldBezorging(2))
      .then(bezorgd(2));
    given(...opgegeven, gevraagd)
      .when(meldBezorging(1))
      .then();
  });

  it('kan weer mislukken en weer worden gevraagd', () => {
    const weer = [...opgegeven, gevraagd, nietBezorgd(2, true)];
    given(...weer)
      .when(meldBezorging(3))
      .then();
    given(...weer)
      .when(vraagOpnieuw)
      .then(gevraagd);
  });

  it('krijgt weer zoveel pogingen als een nieuw bericht', () => {
    const laatste = [opgesteld, nietBezorgd(pogingenMax, true), gevraagd];
    given(...laatste)
      .when(meldMislukking(pogingenMax + 1))
      .then(nietBezorgd(pogingenMax + 1));
    given(...laatste, nietBezorgd(2 * pogingenMax - 1))
      .when(meldMislukking(2 * pogingenMax))
      .then(nietBezorgd(2 * pogingenMax, true));
  });

  it('gaat niet verder als er niets meer te vertellen is', () =>
    given(...opgegeven)
      .when({ type: 'VraagOpnieuw', data: { ...opnieuw, regels: [], now } })
      .then());

  it.each([
    ['is bezorgd', [opgesteld, bezorgd(1)]],
    ['is bezorgd toen het opnieuw werd gevraagd', [...opgegeven, gevraagd, bezorgd(2)]],
    ['nog niet is aangeboden', [opgesteld]],
    ['vanzelf wordt herhaald', [opgesteld, nietBezorgd(1)]],
    ['er niet is', []],
  ])('is iets anders dan een bericht dat %s: dat kan niet worden gevraagd', (_wat, feiten) =>
    given(...feiten)
      .when(vraagOpnieuw)
      .then(),
  );
});
