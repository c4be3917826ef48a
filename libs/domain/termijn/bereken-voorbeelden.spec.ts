import { describe, expect, it } from '@jest/globals';
import type { Instant } from '@wijkspoor/kernel';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Lengte } from '../gemeente/termijnbeleid.ts';
import type { Einde } from './bereken.ts';
import { berekenEinde, berekenServicenorm } from './bereken.ts';
import type { Datum } from './datum.ts';
import { datumIn, plusDagen } from './datum.ts';
import { dienstkalender } from './kalender-dienst.ts';
import { datumTekst, langeDatum } from './kalender-tekst.ts';
import type { Kalenderbestand } from './kalender.ts';
import { kalenderVan } from './kalender.ts';

const lees = (pad: string) => readFileSync(new URL(`../../../${pad}`, import.meta.url), 'utf8');

const nederland = kalenderVan(parse(lees('infra/kalender/nederland.yaml')) as Kalenderbestand);
const bron = { tekst: 'een voorbeeld', zekerheid: 'A' } as const;
const dienst = dienstkalender(nederland, [{ datum: '2026-07-01', naam: 'Keti Koti', bron }]);

const pagina = lees('docs/termijnen.md');
const NIET_TE_BEREKENEN = 'niet te berekenen';

/** The rows of every table with this first line, a text per cell. */
function rijen(...kop: string[]): string[][] {
  const begin = `| ${kop.join(' | ')} |\n`;
  return pagina
    .split(begin)
    .slice(1)
    .flatMap((deel) => deel.split('\n').slice(1).join('\n').split('\n\n')[0]?.split('\n') ?? [])
    .filter((regel) => regel.startsWith('|'))
    .map((regel) =>
      regel
        .slice(1, -1)
        .split('|')
        .map((cel) => cel.trim()),
    );
}

// Every day by the text that the page writes; a day with the wrong weekday is not among them.
const perTekst = new Map<string, Datum>();
for (let dag: Datum = '2023-01-01'; dag < '2029-06-01'; dag = plusDagen(dag, 1))
  perTekst.set(langeDatum(dag), dag);

function datumVan(tekst = ''): Datum {
  const datum = perTekst.get(tekst);
  if (!datum) throw new Error(`'${tekst}' is geen dag: klopt de dag van de week?`);
  return datum;
}

function lengteVan(tekst = ''): Lengte {
  const [aantal, eenheid] = tekst.split(' ');
  return eenheid?.startsWith('w') ? { weken: Number(aantal) } : { dagen: Number(aantal) };
}

function berekend(start: Datum, lengte: Lengte, keuze: string | undefined): Einde {
  if (keuze === 'werkdag') return berekenServicenorm(start, { lengte, regel: keuze }, dienst);
  if (keuze !== 'geen' && keuze !== 'atw') throw new Error(`'${keuze}' is geen keuze`);
  return berekenEinde(start, { lengte, regel: keuze }, nederland);
}

const termijnen = rijen('startdag', 'lengte', 'keuze', 'laatste dag', 'overgeslagen');
const momenten = rijen('laatste dag', 'voorbij (UTC)');

describe('een voorbeeld in docs/termijnen.md', () => {
  it('staat er bij elke regel die rekent', () => {
    expect([termijnen.length, momenten.length]).toEqual([21, 4]);
  });

  it.each(termijnen.map((rij) => ({ rij, voorbeeld: rij.join(' | ') })))(
    'klopt: $voorbeeld',
    ({ rij: [start, lengte, keuze, laatste, over] }) => {
      const { einde, stappen } = berekend(datumVan(start), lengteVan(lengte), keuze);
      const namen = stappen.flatMap(({ naam }) => naam ?? []);
      expect(einde).toBe(laatste === NIET_TE_BEREKENEN ? null : datumVan(laatste));
      expect(namen.join(', ') || '-').toBe(over);
    },
  );

  it.each(momenten)('klopt: %s is voorbij op %s', (laatste, moment = '') => {
    const net = new Date(Date.parse(moment) - 1).toISOString();
    const dagen = [net, moment].map((om) => datumIn(om as Instant));
    expect(dagen).toEqual([datumVan(laatste), plusDagen(datumVan(laatste), 1)]);
  });

  it('klopt, ook in de tekst', () => {
    const dagen = 'maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag';
    const genoemd = pagina
      .replaceAll('\n', ' ')
      .match(new RegExp(`(${dagen}) \\d+ \\w+ \\d{4}`, 'g'));
    expect(genoemd?.length).toBeGreaterThan(40);
    expect(genoemd?.filter((tekst) => !perTekst.has(tekst))).toEqual([]);
  });

  it('noemt de dekking die de kalender heeft', () => {
    const { van, tot } = nederland.dekking;
    const venster = `${datumTekst(van)} tot en met ${datumTekst(tot)}`;
    expect(pagina.replaceAll('\n', ' ')).toContain(venster);
  });
});
