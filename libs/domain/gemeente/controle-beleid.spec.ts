import { describe, expect, it } from '@jest/globals';
import { SOORTEN } from './model.ts';
import { STARTFEITEN_VAN } from './termijnbeleid.ts';
import { goed, meldingen, met } from './voorbeeld-gemeente.ts';

const ladder = (...voor: number[]) => ({ ladder: { voor, daarnaElke: 7 } });

describe('het beleid van een termijn', () => {
  it('houdt de Atw bij wat in een regeling staat', () => {
    const fout = met('termijnbeleid', 0, { aard: 'servicenorm', regel: 'atw' });
    expect(meldingen(fout)).toEqual([
      "/termijnbeleid/0/regel: 'atw' kan alleen bij aard 'wettelijk', en hier is de aard" +
        " 'servicenorm'",
    ]);
    expect(meldingen(met('termijnbeleid', 0, { regel: 'atw' }))).toEqual([]);
  });

  it('houdt eigen vrije dagen bij wat de gemeente zelf belooft', () => {
    expect(meldingen(met('termijnbeleid', 0, { regel: 'werkdag' }))).toEqual([
      "/termijnbeleid/0/regel: 'werkdag' kan alleen bij aard 'servicenorm', en hier is de aard" +
        " 'wettelijk'",
    ]);
    const goedZo = met('termijnbeleid', 0, { aard: 'servicenorm', regel: 'werkdag' });
    expect(meldingen(goedZo)).toEqual([]);
  });

  it('begint met een feit waarvan de dag bekend is', () => {
    expect(meldingen(met('termijnbeleid', 0, { start: 'toezegging' }))).toEqual([
      "/termijnbeleid/0/start: van een wijkhubvraag is er geen dag van 'toezegging'; kies uit:" +
        ' ontvangst',
    ]);
    expect(SOORTEN.every((soort) => STARTFEITEN_VAN[soort].includes('ontvangst'))).toBe(true);
  });

  it('heeft een ladder die daalt', () => {
    expect(meldingen(met('termijnbeleid', 0, ladder(7, 7, 2)))).toEqual([
      '/termijnbeleid/0/ladder/voor/1: de ladder daalt niet: 7 komt na 7',
    ]);
    expect(meldingen(met('termijnbeleid', 0, ladder()))).toEqual([]);
    expect(meldingen(met('termijnbeleid', 0, ladder(30, 0)))).toEqual([]);
  });

  it('vraagt geen tussenbericht zonder einde om naar te tellen', () => {
    const tussenbericht = { vanafDagenVoorEinde: 14, zonderContactDagen: 14 };
    expect(meldingen(met('termijnbeleid', 0, { lengte: 'geen', tussenbericht }))).toEqual([
      '/termijnbeleid/0/tussenbericht: kan niet zonder termijn: er is geen einde om vanaf te' +
        ' tellen',
    ]);
    expect(meldingen(goed)).toEqual([]);
  });
});
