import { describe, it } from '@jest/globals';
import type { Instant } from '@wijkspoor/kernel';
import { Refused } from '@wijkspoor/kernel';
import { scenario } from '@wijkspoor/testing';
import {
  afgesproken,
  beantwoord,
  gesloten,
  gestart,
  heropend,
  ingetrokken,
  overschreden,
  termijn,
  toegewezen,
  tussenberichtVerzonden,
  uitkomstVastgesteld,
} from './verloop.fixture.ts';
import {
  advies,
  dagErna,
  dagNaNieuweDag,
  feit,
  laatsteDag,
  nieuweDag,
  vraagOm,
  wijkMt,
  zaakId,
} from './zaak.fixture.ts';
import type { ZaakCommand } from './zaak.commands.ts';
import { zaakDecider } from './zaak.ts';

const given = scenario(zaakDecider);
const door = wijkMt;

describe('vaststellen dat de termijn voorbij is', () => {
  const stelVast = (einde: `${number}-${number}-${number}`, dag: typeof einde) =>
    vraagOm('StelOverschrijdingVast', { door, einde }, dag);

  it('kan vanaf de dag na het einde', () =>
    given(advies, gestart)
      .when(stelVast(laatsteDag, dagErna))
      .then(overschreden(1, laatsteDag, dagErna)));

  it('kan niet op de laatste dag, die telt tot 24:00 uur', () =>
    given(advies, gestart)
      .when(stelVast(laatsteDag, laatsteDag))
      .then(new Refused('termijn-loopt-nog', { zaakId, einde: laatsteDag, vandaag: laatsteDag })));

  const vaststellenOm = (now: Instant): ZaakCommand => ({
    type: 'StelOverschrijdingVast',
    data: { zaakId, door, einde: laatsteDag, now },
  });

  it('kan niet om 23:59:59 in Amsterdam, en om 00:00:00 wel', () => {
    given(advies, gestart)
      .when(vaststellenOm('2026-04-13T21:59:59.999Z'))
      .then(new Refused('termijn-loopt-nog'));
    given(advies, gestart)
      .when(vaststellenOm('2026-04-13T22:00:00Z'))
      .then(overschreden(1, laatsteDag, dagErna));
  });

  it('gebeurt één keer', () =>
    given(advies, gestart, overschreden(1, laatsteDag, dagErna))
      .when(stelVast(laatsteDag, dagNaNieuweDag))
      .then());

  it('gebeurt niet voor een datum die niet meer geldt', () =>
    given(advies, gestart, afgesproken).when(stelVast(laatsteDag, dagErna)).then());

  it('gebeurt opnieuw voor een afgesproken datum', () =>
    given(advies, gestart, overschreden(1, laatsteDag, dagErna), afgesproken)
      .when(stelVast(nieuweDag, dagNaNieuweDag))
      .then(overschreden(2, nieuweDag, dagNaNieuweDag)));

  it.each([
    ['zonder termijn', [advies, toegewezen]],
    ['na een antwoord', [advies, gestart, beantwoord]],
    ['na het sluiten', [advies, gestart, ingetrokken]],
    ['na het heropenen, tot er een nieuwe termijn is', [advies, gestart, ingetrokken, heropend]],
  ] as const)('gebeurt niet %s', (_naam, feiten) =>
    given(...feiten)
      .when(stelVast(laatsteDag, dagErna))
      .then(),
  );

  it('blijft nodig na een tussenbericht, want dat stopt de klok niet (002:93-96)', () =>
    given(advies, gestart, tussenberichtVerzonden)
      .when(stelVast(laatsteDag, dagErna))
      .then(overschreden(1, laatsteDag, dagErna)));

  it('staat los van wat er in een vorige ronde gebeurde', () => {
    const eerder = [advies, gestart, overschreden(1, laatsteDag, dagErna), beantwoord] as const;
    const tweede = feit('TermijnGestart', { door, revisie: 2, ...termijn, einde: nieuweDag });
    given(...eerder, uitkomstVastgesteld, gesloten, heropend, tweede)
      .when(stelVast(nieuweDag, dagNaNieuweDag))
      .then(overschreden(2, nieuweDag, dagNaNieuweDag));
  });
});
