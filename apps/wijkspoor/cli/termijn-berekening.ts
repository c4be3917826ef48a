import type { Datum } from '@wijkspoor/domain';
import { datumTekst, langeDatum } from '@wijkspoor/domain';
import type { TermijnBerekening } from '@wijkspoor/wire';
import { soortnaam } from '@wijkspoor/wire';
import { alinea, deel, punt, regel } from './bladzijde.ts';

type Beleid = NonNullable<TermijnBerekening['beleid']>;
type Stap = TermijnBerekening['stappen'][number];
type Kalender = TermijnBerekening['kalender'];

/** A term without a case, as a sheet that can be checked and printed. */
export function toonBerekening(uitkomst: TermijnBerekening): string {
  const { soort, vanaf, beleid, stappen, kalender } = uitkomst;
  return [
    alinea(`Een termijn berekend: ${soortnaam(soort)}, vanaf ${langeDatum(vanaf)}`),
    ...(beleid ? [deel('Waarop hij rust', grond(beleid, uitkomst.regel ?? beleid.regel))] : []),
    ...(stappen.length > 0 ? [deel('De berekening', stappenIn(stappen))] : []),
    deel('De uitkomst', slot(uitkomst)),
    ...(uitkomst.regel === 'geen' ? [] : [deel('De kalender', [kalenderIn(kalender)])]),
  ].join('\n\n');
}

function slot({ einde, reden, peildatum, oordeel, ...uitkomst }: TermijnBerekening): string[] {
  const geen = oordeel === 'geen-einde-bepaald' ? 'niet te bepalen.' : 'geen.';
  if (einde === null) return [regel('Laatste dag', `${geen} ${reden ?? ''}`)];
  const { dagenOver, dagenTeLaat } = uitkomst;
  return [
    regel('Laatste dag', langeDatum(einde)),
    regel(`Op ${datumKort(peildatum)}`, standIn(dagenOver, dagenTeLaat)),
  ];
}

function datumKort(datum: Datum): string {
  return datum.split('-').reverse().join('-');
}

/** How many days there are left, or how many it is over. */
export function standIn(over: number | null, teLaat: number): string {
  if (over === 0) return 'vandaag is de laatste dag';
  if (over !== null) return over === 1 ? 'nog 1 dag' : `nog ${over} dagen`;
  return teLaat === 1 ? '1 dag te laat' : `${teLaat} dagen te laat`;
}

const aarden = {
  wettelijk: 'wettelijk (hij staat in een regeling)',
  servicenorm: 'servicenorm (de gemeente belooft hem zelf)',
};

const zekerheden = {
  A: 'officiële tekst',
  B: 'één andere bron',
  open: 'niet nagegaan, of een eigen keuze',
};

const keuzes = {
  geen: 'geen: een einde op een vrije dag blijft staan',
  atw: 'atw: een einde op een vrije dag schuift op, als in de Algemene termijnenwet',
  werkdag: 'werkdag: een einde op een vrije dag schuift op, ook op een eigen vrije dag',
};

type Grond = Readonly<{ aard?: Beleid['aard']; basis: Beleid['basis']; lengte: Beleid['lengte'] }>;

/** On what a term rests, and by which rules it is counted. */
export function grond({ aard, basis, lengte }: Grond, keuze: Beleid['regel']): string[] {
  const { tekst, verwijzing, zekerheid } = basis;
  return [
    regel('Grond', tekst),
    regel('Staat in', `${verwijzing} (zekerheid ${zekerheid}: ${zekerheden[zekerheid]})`),
    ...(aard ? [regel('Aard', aarden[aard])] : []),
    regel('Lengte', lengteIn(lengte)),
    regel('Vrije dagen', keuzes[keuze]),
  ];
}

function lengteIn(lengte: Beleid['lengte']): string {
  if (lengte === 'geen') return 'geen termijn';
  if (lengte === 'zoals-afgesproken') return 'zoals afgesproken';
  if ('dagen' in lengte) return lengte.dagen === 1 ? '1 dag' : `${lengte.dagen} dagen`;
  return lengte.weken === 1 ? '1 week' : `${lengte.weken} weken`;
}

/** Every step in a sentence, with its source under it. */
export function stappenIn(stappen: readonly Stap[]): string[] {
  return stappen.flatMap(({ tekst, bron }, i) => [
    punt(i + 1, tekst),
    ...(bron ? [alinea(`(${bron})`, '    ')] : []),
  ]);
}

/** Which calendar was asked, and how far it reaches. */
export function kalenderIn({ naam, bijgewerktOp, dekking }: Kalender): string {
  const { van, tot } = dekking;
  return alinea(
    `${naam}, bijgewerkt op ${datumTekst(bijgewerktOp)}; kent de vrije dagen van ` +
      `${datumTekst(van)} tot en met ${datumTekst(tot)}.`,
  );
}
