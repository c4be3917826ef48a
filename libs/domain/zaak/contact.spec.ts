import { describe, it } from '@jest/globals';
import { Refused } from '@wijkspoor/kernel';
import { scenario } from '@wijkspoor/testing';
import {
  contactVastgelegd,
  gestart,
  ingetrokken,
  legContactVast,
  tussenberichtVerzonden,
  verzendTussenbericht,
} from './verloop.fixture.ts';
import { advies, elkeSoort, vraagOm, wijkMt, zaakId, zondagErvoor } from './zaak.fixture.ts';
import { zaakDecider } from './zaak.ts';

const given = scenario(zaakDecider);
const door = wijkMt;

const berichten = [
  ['een tussenbericht', verzendTussenbericht, tussenberichtVerzonden],
  ['mondeling contact', legContactVast, contactVastgelegd],
] as const;

describe.each(berichten)('%s', (_naam, wens, feit) => {
  it.each(elkeSoort)('wordt vastgelegd bij een %s (002:93-96)', (_soort, registratie) =>
    given(registratie, gestart).when(wens).then(feit),
  );

  it('verandert niets als het er al staat, ook na het sluiten', () => {
    given(advies, feit).when(wens).then();
    given(advies, feit, ingetrokken).when(wens).then();
  });

  it('kan niet na het sluiten', () =>
    given(advies, ingetrokken).when(wens).then(new Refused('zaak-gesloten', { zaakId })));

  it('kan niet zonder zaak', () => given().when(wens).then(new Refused('zaak-onbekend')));
});

describe('contact van voor de ontvangst', () => {
  it.each([
    vraagOm('VerzendTussenbericht', { door, aan: 'x', verzondenOp: zondagErvoor, inhoud: 'x' }),
    vraagOm('LegContactVast', { door, met: 'x', contactOp: zondagErvoor, inhoud: 'x' }),
  ])('wordt geweigerd: $type', (wens) =>
    given(advies).when(wens).then(new Refused('datum-voor-ontvangst')),
  );
});
