import { describe, expect, it } from '@jest/globals';
import { Refused, type CommandOf, type Decider, type EventOf } from '@wijkspoor/kernel';
import { scenario } from './scenario.ts';

type Deur = { open: boolean };
type DeurEvent = EventOf<'DeurGeopend', { door: string }> | EventOf<'DeurGesloten', object>;
type DeurCommand = CommandOf<'OpenDeur', { door: string }>;

const deur: Decider<Deur, DeurCommand, DeurEvent> = {
  initial: { open: false },
  decide({ data: { door } }, { open }) {
    if (door === 'onbekende') throw new Refused('geen-sleutel', { door });
    return open ? [] : [{ type: 'DeurGeopend', data: { door } }];
  },
  evolve: (_, { type }) => ({ open: type === 'DeurGeopend' }),
};

const given = scenario(deur);
const openVoor = (door: string): DeurCommand => ({
  type: 'OpenDeur',
  data: { door, now: '2026-03-02T11:00:00Z' },
});
const geopend: DeurEvent = { type: 'DeurGeopend', data: { door: 'beheerder' } };
const gesloten: DeurEvent = { type: 'DeurGesloten', data: {} };

describe('given / when / then', () => {
  it('folds what was given before it decides', () => {
    given().when(openVoor('beheerder')).then(geopend);
    given(geopend).when(openVoor('beheerder')).then();
    given(geopend, gesloten).when(openVoor('beheerder')).then(geopend);
  });

  it('compares a refusal by its code, and by its facts when they are given', () => {
    given().when(openVoor('onbekende')).then(new Refused('geen-sleutel'));
    given()
      .when(openVoor('onbekende'))
      .then(new Refused('geen-sleutel', { door: 'onbekende' }));
  });

  it.each([
    ['other events', [gesloten]],
    ['nothing', []],
    ['a refusal', [new Refused('geen-sleutel')]],
  ] as const)('fails when %s was expected', (_, expected) => {
    const { then } = given().when(openVoor('beheerder'));
    expect(() => then(...(expected as readonly DeurEvent[]))).toThrow();
  });

  it('fails when a refusal was not expected, or is another one', () => {
    const { then } = given().when(openVoor('onbekende'));
    expect(() => then(geopend)).toThrow();
    expect(() => then(new Refused('deur-klemt'))).toThrow();
    expect(() => then(new Refused('geen-sleutel', { door: 'beheerder' }))).toThrow();
  });

  it('lets through what is no refusal', () => {
    const broken = scenario({ ...deur, decide: fail });
    expect(() => broken().when(openVoor('beheerder'))).toThrow(TypeError);
  });
});

function fail(): never {
  throw new TypeError('a bug');
}
