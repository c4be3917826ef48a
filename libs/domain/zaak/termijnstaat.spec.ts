import { describe, expect, it } from '@jest/globals';
import type { Recorded } from '@wijkspoor/kernel';
import {
  afgesproken,
  beantwoord,
  gesloten,
  gestart,
  heropend,
  ingetrokken,
  overschreden,
} from './verloop.fixture.ts';
import {
  advies,
  dagErna,
  dinsdag,
  laatsteDag,
  maandag,
  nieuweDag,
  woensdag,
  zaakId,
  zondagErvoor,
} from './zaak.fixture.ts';
import type { ZaakEvent } from './zaak.events.ts';
import { feitdatum, termijnstaatOp } from './termijnstaat.ts';

const opgenomen = (...feiten: readonly ZaakEvent[]): Recorded<ZaakEvent>[] =>
  feiten.map((feit, revision) => ({
    ...{ ...feit, id: `feit-${revision}`, stream: zaakId, revision, position: 10 + revision },
    recordedAt: '2026-05-20T10:00:00.000Z',
    meta: { actor: 'test', correlationId: 'c', causationId: 'c', commandId: 'c' },
  })) as object as Recorded<ZaakEvent>[];

describe('de termijn zoals hij op een dag stond', () => {
  const zaak = opgenomen(advies, gestart, afgesproken);

  it('is voor de ontvangst nog niets', () => {
    const staat = termijnstaatOp(zaak, zondagErvoor);
    expect(staat).toMatchObject({ zaak: undefined, begin: undefined, revisies: [] });
    expect(staat.registratie.data.ontvangenOp).toBe(maandag);
  });

  it('telt een afspraak van later niet mee', () => {
    expect(termijnstaatOp(zaak, maandag).zaak?.looptijd?.einde).toBe(laatsteDag);
    expect(termijnstaatOp(zaak, maandag).revisies).toHaveLength(1);
  });

  it('telt een afspraak van die dag mee, ook als zij later is ingevoerd', () => {
    const staat = termijnstaatOp(zaak, dinsdag);
    expect(staat.zaak?.looptijd?.einde).toBe(nieuweDag);
    expect(staat.eersteEinde).toBe(laatsteDag);
    expect(staat.revisies).toHaveLength(2);
  });

  it('weet welk feit de klok stopte: van meer dan een het eerste', () => {
    const staat = termijnstaatOp(opgenomen(advies, gestart, beantwoord, gesloten), woensdag);
    expect(staat.gestopt?.type).toBe('AntwoordGegeven');
    expect(staat.gestopt?.revision).toBe(2);
    expect(termijnstaatOp(zaak, woensdag).gestopt).toBeUndefined();
  });

  it('weet wanneer een datum voorbij was', () => {
    const voorbij = opgenomen(advies, gestart, overschreden(1, laatsteDag, dagErna));
    expect(termijnstaatOp(voorbij, dagErna).overschreden.get(1)).toBe(dagErna);
    expect(termijnstaatOp(voorbij, laatsteDag).overschreden.size).toBe(0);
  });

  it('begint na een heropening opnieuw, en houdt de oude datum in het zicht', () => {
    const weer = opgenomen(advies, gestart, ingetrokken, heropend);
    const staat = termijnstaatOp(weer, woensdag);
    expect(staat).toMatchObject({ begin: { type: 'ZaakHeropend' }, eersteEinde: undefined });
    expect(staat.gestopt).toBeUndefined();
    expect(staat.revisies).toHaveLength(1);
    expect(termijnstaatOp(weer, dinsdag).begin?.type).toBe('AdviesOntvangen');
  });

  it('rust op een registratie', () => {
    expect(() => termijnstaatOp(opgenomen(gestart), maandag)).toThrow(/begins with/);
  });
});

describe('de dag van een feit', () => {
  it('is de dag die het feit zelf noemt', () => {
    expect([advies, gestart, afgesproken, heropend].map(feitdatum)).toEqual([
      ...[maandag, maandag, dinsdag, woensdag],
    ]);
  });

  it('is er niet bij een feit dat altijd telt', () => {
    const themas: ZaakEvent = {
      type: 'ThemasVastgesteld',
      data: { zaakId, door: 'griffie', themas: ['wonen'] },
    };
    expect(feitdatum(themas)).toBeUndefined();
  });
});
