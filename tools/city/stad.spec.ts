import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Gemeente, Registratie } from '@wijkspoor/domain';
import { oordeel, SOORTEN, soortVan, zonderKalender } from '@wijkspoor/domain';
import type { Deuren } from '@wijkspoor/wire';
import { deuren, parseGemeente } from '@wijkspoor/wire';
import { parse } from 'yaml';
import { regels } from './regels.ts';
import type { Doorgespeeld } from './speel-door.fixture.ts';
import { speelDoor } from './speel-door.fixture.ts';
import { grotereStad, peildag, voorbeeldstad } from './stad.ts';
import { leesStof } from './stof.ts';
import type { Verhaal } from './verhaal.ts';
import { bronnen, merkteken } from './verhaal.ts';

const root = resolve(import.meta.dirname, '../..');
const rotterdam = join(root, 'infra/gemeenten/rotterdam');
const voorbeeld = (bestand: string) => readFileSync(join(rotterdam, 'voorbeeld', bestand), 'utf8');

function gemeente(): Gemeente {
  const bestanden = readdirSync(rotterdam).filter((naam) => naam.endsWith('.yaml'));
  const lees = (naam: string): unknown => parse(readFileSync(join(rotterdam, naam), 'utf8'));
  const inhoud = bestanden.map((naam) => [naam, lees(naam)] as const);
  const gelezen = parseGemeente(Object.fromEntries(inhoud));
  if ('faults' in gelezen) throw new Error(JSON.stringify(gelezen.faults));
  return { ...gelezen.value, ...zonderKalender };
}

const stof = leesStof(root);
const stad = voorbeeldstad(stof);
const verzonnen = stad.verhalen.filter(({ bericht }) => bericht.source === bronnen.verzonnen);
const brieven = stad.verhalen.filter(({ bericht }) => bericht.source === bronnen.brieven);
const rotterdamNu = gemeente();
const deur: Deuren = deuren(rotterdamNu);
let gespeeld: Doorgespeeld[];

/** Every text of a message that a reader sees. */
function teksten({ bericht: { data } }: Verhaal): string[] {
  const items = ['vragen', 'toezeggingen', 'actiepunten'].flatMap((naam) => data[naam] ?? []);
  return [data, ...(items as { tekst?: string }[])].flatMap(({ tekst }) => (tekst as string) ?? []);
}

beforeAll(() => {
  gespeeld = [...speelDoor(stad, rotterdamNu, deur).values()];
});

const bestaande = () =>
  gespeeld.flatMap(({ zaak, feiten }) => (zaak.status === 'onbekend' ? [] : [{ zaak, feiten }]));

const feitenVan = (type: string) =>
  gespeeld.flatMap(({ feiten }) => feiten.filter((feit) => feit.type === type));

describe('de voorbeeldstad', () => {
  it('staat er byte voor byte zoals de generator haar maakt', () => {
    const { aanmeldingen, vervolg } = regels(stad);
    expect(aanmeldingen.join('') === voorbeeld('aanmeldingen.ndjson')).toBe(true);
    expect(vervolg.join('') === voorbeeld('vervolg.ndjson')).toBe(true);
  });

  it('wordt in haar README met de goede aantallen beschreven', () => {
    const aantallen = [stad.verhalen, stad.stappen, verzonnen, brieven].map(({ length }) => length);
    const readme = voorbeeld('README.md');
    expect(aantallen.filter((aantal) => !readme.includes(` ${aantal} `))).toEqual([]);
  });

  it('komt door de deuren en de regels zonder één weigering', () => {
    expect(gespeeld.length).toBeGreaterThan(900);
  });

  it('heeft ruim vierhonderd verzonnen vragen, bezoeken en adviezen in achttien maanden', () => {
    const dagen = verzonnen.map(({ bericht }) => bericht.time.slice(0, 10));
    expect(verzonnen.length).toBeGreaterThan(600);
    expect(dagen.filter((dag) => dag >= '2025-05-15').length).toBe(dagen.length);
    expect(new Set(dagen.map((dag) => dag.slice(0, 7))).size).toBe(19);
  });

  it('merkt ieder verzonnen bericht op zijn laatste regel, en geen enkel echt', () => {
    const einde = `\n\n${merkteken}`;
    expect(verzonnen.flatMap(teksten).filter((tekst) => !tekst.endsWith(einde))).toEqual([]);
    expect(brieven.flatMap(teksten).filter((tekst) => tekst.includes(merkteken))).toEqual([]);
  });

  it('kent geen gebeurtenis na de peildag, en zet alles op volgorde', () => {
    const dagen = stad.stappen.map(({ op }) => op);
    expect(dagen.at(-1)).toBe(dagen.toSorted().at(-1));
    expect(dagen).toEqual(dagen.toSorted());
    expect(dagen.at(-1)?.localeCompare(peildag)).toBeLessThanOrEqual(0);
  });
});

describe('de spreiding van de voorbeeldstad', () => {
  const registraties = () => bestaande().map(({ zaak }) => zaak.registratie);
  const inhoud = (veld: (data: Registratie['data']) => readonly string[]) =>
    [...new Set(registraties().flatMap(({ data }) => veld(data)))].toSorted();
  const codes = (rijen: readonly { code: string }[]) => rijen.map(({ code }) => code).toSorted();

  it('bereikt alle wijken, thema’s en kanalen van de gemeente', () => {
    expect(inhoud(({ wijken }) => wijken)).toEqual(codes(rotterdamNu.wijken));
    expect(inhoud(({ themas }) => themas)).toEqual(codes(rotterdamNu.themas));
    expect(inhoud(({ kanaal }) => [kanaal])).toEqual(codes(rotterdamNu.kanalen));
  });

  it('bereikt alle soorten, en vooral vragen van bewoners', () => {
    const aantal = (soort: string) =>
      registraties().filter((registratie) => soortVan(registratie) === soort).length;
    expect(SOORTEN.filter((soort) => aantal(soort) < 8)).toEqual([]);
    expect(aantal('wijkhubvraag')).toBeGreaterThan(aantal('ongevraagd-advies'));
  });

  it('kent per soort alles wat er met een termijn gebeuren kan', () => {
    const gezien = bestaande().map(({ zaak }) => {
      const { gestoptOp, looptijd, registratie } = zaak;
      const stand = { ...(gestoptOp && { gestoptOp }), ...(looptijd && { einde: looptijd.einde }) };
      return `${soortVan(registratie)} ${oordeel(stand, peildag)}`;
    });
    const metTermijn = SOORTEN.filter((soort) => soort !== 'motie');
    const nodig = metTermijn.flatMap((soort) =>
      ['loopt', 'open-te-laat', 'op-tijd', 'te-laat-beantwoord'].map((een) => `${soort} ${een}`),
    );
    expect(nodig.filter((combinatie) => !gezien.includes(combinatie))).toEqual([]);
  });

  it('kent afspraken voor en na het einde, en elke uitkomst en elke grond om te sluiten', () => {
    const waarden = (type: string, veld: string) =>
      new Set(feitenVan(type).map(({ data }) => (data as Record<string, unknown>)[veld]));
    expect(waarden('TermijnAfgesproken', 'naVerstrijken').size).toBe(2);
    expect(waarden('UitkomstVastgesteld', 'uitkomst').size).toBe(3);
    expect(waarden('ZaakGesloten', 'grond').size).toBe(4);
    expect(feitenVan('AfdoeningGeweigerd').length).toBeGreaterThan(2);
  });

  it('heeft gezamenlijke adviezen, rechts-naar-links, emoji en een brief van 20.000 tekens', () => {
    const alles = stad.verhalen.flatMap(teksten);
    const adviezen = registraties().filter(({ type }) => type === 'AdviesOntvangen');
    expect(adviezen.filter(({ data }) => data.wijken.length > 1).length).toBeGreaterThan(5);
    expect(alles.filter((tekst) => /\p{Script=Arabic}/u.test(tekst)).length).toBeGreaterThan(1);
    expect(alles.filter((tekst) => /\p{Extended_Pictographic}/u.test(tekst))).not.toEqual([]);
    expect(Math.max(...alles.map((tekst) => tekst.length))).toBeGreaterThan(20_000);
  });
});

describe('wat de brieven noemen', () => {
  const opKenmerk = (kenmerk: string) =>
    bestaande().find(({ zaak }) => zaak.registratie.data.kenmerken.includes(kenmerk));

  it('staat er met de nummers precies zoals geschreven', () => {
    const genoemd = [
      '22bb4407 22B1783 22bb1783 22BB1783 22bb007835 21bb14155 21bb8234 21bb11015 21bo5701',
      '21bb8228 22bb007559 23bb003697 22bb007562 23bb007508 23bb003696 23bb005467 23bb007137',
      '24bb003839 25bb003793 25bb003792 25bb003794',
    ].flatMap((rij) => rij.split(' '));
    expect(genoemd.filter((kenmerk) => !opKenmerk(kenmerk))).toEqual([]);
    expect(brieven.length).toBe(16);
  });

  it('vertelt de twee weigeringen van 21bb8234 na elkaar, en het derde voorstel', () => {
    const zaak = opKenmerk('21bb8234');
    const namen = zaak?.feiten.map(({ type }) => type).filter((type) => /^Afdoening/.test(type));
    expect(namen).toEqual([
      'AfdoeningVoorgesteld',
      'AfdoeningGeweigerd',
      'AfdoeningVoorgesteld',
      'AfdoeningGeweigerd',
      'AfdoeningVoorgesteld',
    ]);
    expect(zaak?.zaak).toMatchObject({ afdoening: 'voorgesteld' });
  });

  it('laat voorgesteld wat de raad volgens de brieven niet aannam', () => {
    const aanvaard = brieven
      .flatMap(({ stappen }) => stappen)
      .filter(({ pad }) => /aanv/.test(pad));
    expect(aanvaard).toEqual([]);
  });
});

describe('een grotere stad', () => {
  const maak = (aantal: number, zaad: string) => [...grotereStad(stof, aantal, zaad)];

  it('telt precies zoveel berichten, ieder met een eigen nummer', () => {
    const berichten = maak(1234, 'a').map(({ bericht }) => bericht.id);
    expect(berichten.length).toBe(1234);
    expect(new Set(berichten).size).toBe(1234);
  });

  it('is met hetzelfde zaad dezelfde, en met een ander zaad een andere', () => {
    const tekst = (zaad: string) => JSON.stringify(maak(50, zaad));
    expect(tekst('a')).toBe(tekst('a'));
    expect(tekst('a')).not.toBe(tekst('b'));
  });

  it('komt ook door de deuren en de regels', () => {
    const verhalen = maak(500, 'c');
    const stappen = verhalen.flatMap((een) => een.stappen);
    expect(speelDoor({ verhalen, stappen }, rotterdamNu, deur).size).toBeGreaterThan(500);
  });
});
