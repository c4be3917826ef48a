import { describe, expect, it } from '@jest/globals';
import type { Concept } from '../gemeente/concept.ts';
import { goed, meldingen, met } from '../gemeente/voorbeeld-gemeente.ts';
import { adresVan } from './adres.ts';
import { berichttekst } from './berichttekst.ts';

const link = (zaakId: string) => `https://wijkspoor.example/v1/zaken/${zaakId}`;
const bericht = berichttekst({
  ontvanger: 'wijk-mt:tarwewijk',
  datum: '2026-03-30',
  link,
  regels: [
    { zaakId: 'zaak-1', revisie: 3, soort: 'herinnering', trede: -14, einde: '2026-04-13' },
    { zaakId: 'zaak-2', revisie: 3, soort: 'herinnering', trede: 0, einde: '2026-03-30' },
    { zaakId: 'zaak-3', revisie: 9, soort: 'herinnering', trede: 7, einde: '2026-03-16' },
    { zaakId: 'zaak-4', revisie: 9, soort: 'herinnering', trede: 0, einde: '2026-03-29' },
    { zaakId: 'zaak-5', revisie: 2, soort: 'stilte', sinds: '2026-03-16' },
    {
      zaakId: 'zaak-3',
      revisie: 8,
      soort: 'tussenbericht',
      einde: '2026-03-16',
      sinds: '2026-03-01',
    },
  ],
});

describe('wat een ontvanger leest', () => {
  it('begint met wat te laat is, het langst eerst', () =>
    expect(bericht.tekst.split('\n').filter((regel) => /^(- |[A-Z])/.test(regel))).toEqual([
      'Beste wijk-mt:tarwewijk,',
      'Dit vraagt op 30 maart 2026 uw aandacht.',
      'De termijn is voorbij',
      '- zaak 3: 14 dagen te laat; het einde was 16 maart 2026',
      '- zaak 4: 1 dag te laat; het einde was 29 maart 2026',
      'De termijn is bijna voorbij',
      '- zaak 2: vandaag (30 maart 2026) is de laatste dag',
      '- zaak 1: nog 14 dagen, tot en met 13 april 2026',
      'Laat iets van u horen',
      '- zaak 3: stuur een tussenbericht; er was geen contact sinds 1 maart 2026',
      '- zaak 5: wie de vraag stelde, hoorde niets meer sinds 16 maart 2026',
      'U krijgt dit bericht hoogstens één keer per dag. Het komt vanzelf van Wijkspoor.',
    ]));

  it('telt in het onderwerp de zaken, en hoeveel er te laat zijn', () => {
    expect(bericht.onderwerp).toBe('5 zaken vragen uw aandacht, 2 te laat');
    const een = { zaakId: 'zaak-1', revisie: 1, soort: 'stilte', sinds: '2026-03-01' } as const;
    const kort = berichttekst({ ontvanger: 'college', datum: '2026-03-30', link, regels: [een] });
    expect(kort.onderwerp).toBe('1 zaak vraagt uw aandacht');
  });

  it('wijst in beide vormen de weg naar elke zaak', () => {
    expect(bericht.tekst).toContain('\n  https://wijkspoor.example/v1/zaken/zaak-1\n');
    expect(bericht.html).toContain('<a href="https://wijkspoor.example/v1/zaken/zaak-5">');
    expect(bericht.html).toMatch(/^<!doctype html>\n<html lang="nl">/);
  });
});

describe('het adres van een rol', () => {
  const ontvangers = [
    { rol: 'wijk-mt:*', email: '{code}@wijk-mt.example' },
    { rol: 'wijk-mt:vlietdorp', webhook: 'https://vlietdorp.example/haak' },
    { rol: 'wijkmanager:*', webhook: 'https://alle.example/{code}' },
  ];

  it('is dat van de rol zelf, of anders dat van de hele soort', () => {
    const adres = (rol: string) => adresVan({ ontvangers }, rol);
    expect(adres('wijk-mt:molenbuurt')).toEqual({ email: 'molenbuurt@wijk-mt.example' });
    expect(adres('wijk-mt:vlietdorp')).toEqual({ webhook: 'https://vlietdorp.example/haak' });
    expect(adres('wijkmanager:a b')).toEqual({ webhook: 'https://alle.example/a%20b' });
    expect(adres('wethouder:wonen')).toBeUndefined();
  });

  it('staat er één keer, voor een rol van iets dat bestaat', () => {
    const dubbel: Concept = { ...goed, ontvangers: [...goed.ontvangers, ...goed.ontvangers] };
    expect(meldingen(dubbel)).toEqual([
      "/ontvangers/1/rol: rol 'wijk-mt:*' is al gebruikt: zie /ontvangers/0",
    ]);
    expect(meldingen(met('ontvangers', 0, { rol: 'wethouder:dijken' }))).toEqual([
      "/ontvangers/0/rol: 'dijken' is geen code van portefeuilles",
    ]);
    expect(meldingen(met('ontvangers', 0, { rol: 'wijk-mt' }))).toEqual([
      "/ontvangers/0/rol: 'wijk-mt' mist zijn code, zoals wijk-mt:*",
    ]);
    expect(meldingen(met('ontvangers', 0, { rol: 'cluster:stadsbeheer' }))).toEqual([]);
    expect(meldingen(met('ontvangers', 0, { rol: 'wijkteam' }))).toEqual([]);
  });
});
