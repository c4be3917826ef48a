import { describe, expect, it } from '@jest/globals';
import type { Berichtstand, Gevraagd } from '@wijkspoor/services/deadline-monitor';
import { biedOpnieuwAan } from './berichten-opnieuw.ts';

const maandag = 'bericht-wijk-mt:tarwewijk-2026-03-30';
const dinsdag = 'bericht-wethouder:wonen-2026-03-31';

/** Messages that are answered for as told, and who asked for which. */
function berichten(
  antwoorden: Readonly<Record<string, Gevraagd>>,
  standen: Readonly<Record<string, Berichtstand>> = {},
) {
  const gevraagd: string[] = [];
  return {
    gevraagd,
    lijst: async () => Object.keys(antwoorden) as `bericht-${string}`[],
    vraagOpnieuw: async (id: string, door: string) => {
      gevraagd.push(`${door}: ${id}`);
      return antwoorden[id] ?? 'onbekend';
    },
    stand: async (id: string) => standen[id] ?? ({ stand: 'nog-niet-aangeboden' } as const),
  };
}

const wacht = '0';

describe('berichten opnieuw', () => {
  it('zegt van elk bericht wat ervan kwam, en onthoudt wie het vroeg', async () => {
    const alle = berichten(
      { [dinsdag]: 'gevraagd', [maandag]: 'vervallen' },
      { [dinsdag]: { stand: 'bezorgd' } },
    );
    const { tekst, json, code } = await biedOpnieuwAan(alle, {
      alles: true,
      door: 'griffie',
      wacht,
    });
    expect(tekst).toMatch(new RegExp(`^Bezorgd: ${dinsdag}\\.\nVervallen: ${maandag}\\. De zaken`));
    expect(json).toEqual([
      { bericht: dinsdag, uitkomst: 'bezorgd' },
      { bericht: maandag, uitkomst: 'vervallen' },
    ]);
    expect(alle.gevraagd).toEqual([`griffie: ${dinsdag}`, `griffie: ${maandag}`]);
    expect(code).toBe(0);
  });

  it.each<[Berichtstand, RegExp]>([
    [{ stand: 'nog-niet-aangeboden' }, /nog niet aangeboden: .*Draait de deadline-monitor\?$/],
    [{ stand: 'wordt-herhaald', reden: 'te\u001Bdruk' }, /vanzelf herhaald: .*\. te druk$/],
    [{ stand: 'opgegeven', reden: '550' }, /^Weer opgegeven: .*\. 550\n.*na een herstart\.$/],
  ])('eindigt met 1 als het niet aankwam: %j', async (stand, zin) => {
    const een = berichten({ [maandag]: 'gevraagd' }, { [maandag]: stand });
    const { tekst, code } = await biedOpnieuwAan(een, { bericht: maandag, wacht });
    expect(tekst).toMatch(zin);
    expect(een.gevraagd).toEqual([`functioneel-beheer: ${maandag}`]);
    expect(code).toBe(1);
  });

  it.each<[Gevraagd, string]>([
    ['al-bezorgd', 'is al bezorgd en gaat niet nog eens.'],
    ['wordt-al-aangeboden', 'wacht al, of wordt al herhaald: het gaat vanzelf weer.'],
    ['onbekend', 'is er niet. Welke er zijn, zegt npx wijkspoor berichten.'],
  ])('kan niet met een bericht dat %s is', async (gevraagd, zin) =>
    expect(
      biedOpnieuwAan(berichten({ [maandag]: gevraagd }), { bericht: maandag, wacht }),
    ).rejects.toThrow(`${maandag} ${zin}`),
  );

  it.each([
    [{ bericht: 'onzin' }, "'onzin' is geen bericht."],
    [{ bericht: 'bericht-Wethouder-2026-03-30' }, 'is geen bericht.'],
    [{ bericht: maandag, alles: true }, 'Noem een bericht, of anders --alles.'],
    [{}, 'Noem een bericht, of anders --alles.'],
    [
      { alles: true, door: 'Jan' },
      "--door moet een rol zijn, zoals functioneel-beheer, maar is 'Jan'.",
    ],
    [{ alles: true, wacht: '-1' }, '--wacht moet een aantal seconden zijn'],
  ] as const)('vraagt niets met %j', async (opties, zin) => {
    const geen = berichten({ [maandag]: 'gevraagd' });
    await expect(biedOpnieuwAan(geen, opties)).rejects.toThrow(zin);
    expect(geen.gevraagd).toEqual([]);
  });

  it('zegt het als er niets is opgegeven', async () =>
    expect(await biedOpnieuwAan(berichten({}), { alles: true })).toEqual({
      tekst: 'Er zijn geen opgegeven berichten.',
      json: [],
      code: 0,
    }));
});
