import type { Soort, Termijnbeleid } from '../gemeente/gemeente.ts';
import { beleidVoor, SOORTEN } from '../gemeente/gemeente.ts';
import type { Registratie } from '../zaak/zaak.events.ts';
import { termijnVan } from '../zaak/soort.ts';
import type { Datum } from './datum.ts';
import { dagenTussen } from './datum.ts';
import type { Termijnregels } from './termijn.ts';

/** The rules that hold and those that are proposed; only for cases received from a day on. */
export type Voorstel = Readonly<{ nu: Termijnregels; straks: Termijnregels; vanaf?: Datum }>;

/** What a proposal can touch of an open case. */
export type OpenZaak = Readonly<{
  soort: Soort;
  ontvangenOp: Datum;
  /** The end of the running term before anything else was agreed, and the end that holds. */
  eersteEinde: Datum | null;
  einde: Datum | null;
}>;

/** Why an open case stays as it is, although its soort or the calendar is touched. */
export type Blijft = 'beleid-van-de-dag' | 'afgesproken' | 'zelfde-uitkomst' | 'voor-vanaf';

/** What a proposal does to an open case; `naar` is null where no end can be told, with why. */
export type Gevolg =
  | Readonly<{ soort: 'niet-geraakt' }>
  | Readonly<{ soort: 'blijft'; waarom: Blijft }>
  | Readonly<{
      soort: 'verschuift';
      van: Datum | null;
      naar: Datum | null;
      dagen: number | null;
      reden: string | null;
      stappen: readonly string[];
    }>;

/** The facts of a case that its term is computed from. */
export type Feiten = Readonly<{ registratie: Registratie; heropendOp?: Datum | undefined }>;

/** Says of one open case after another what a proposal does to it. */
export type WatAls = Readonly<{
  /** Nothing where the facts of the case must be read. */
  zonderFeiten(zaak: OpenZaak): Gevolg | undefined;
  metFeiten(zaak: OpenZaak, feiten: Feiten): Gevolg;
}>;

/**
 * What would become of open cases under other rules.
 *
 * A case keeps the policy of its day: a row that begins later does nothing to it. Only where the
 * row of its own first day reads otherwise, which is a correction of the past, or where a day off
 * came or went for a rule that looks at days off, is its end another one.
 */
export function watAls(voorstel: Voorstel): WatAls {
  const { nu, straks, vanaf } = voorstel;
  const kalenderGelijk = zelfdeDagen(nu, straks);
  const gelijk = new Set(SOORTEN.filter((soort) => zelfdeBeleid(nu, straks, soort)));
  return {
    zonderFeiten: ({ soort, ontvangenOp }) => {
      const oud = telt(beleidVoor(nu, soort, ontvangenOp));
      const nieuw = beleidVoor(straks, soort, ontvangenOp);
      const ongemoeid = kalenderGelijk || !nieuw || nieuw.regel === 'geen';
      if (oud !== telt(nieuw) || !ongemoeid)
        return vanaf && ontvangenOp < vanaf ? blijft('voor-vanaf') : undefined;
      return gelijk.has(soort) ? { soort: 'niet-geraakt' } : blijft('beleid-van-de-dag');
    },
    metFeiten: (zaak, feiten) => gevolgVan(straks, zaak, feiten),
  };
}

const blijft = (waarom: Blijft): Gevolg => ({ soort: 'blijft', waarom });

// Whoever agreed a date keeps it, whatever the rules would have made of the first one.
function gevolgVan(
  straks: Termijnregels,
  { eersteEinde, einde }: OpenZaak,
  { registratie, heropendOp }: Feiten,
): Gevolg {
  const termijn = termijnVan(straks, registratie, heropendOp);
  const naar = termijn?.einde ?? null;
  if (naar === eersteEinde) return blijft('zelfde-uitkomst');
  if (einde !== eersteEinde) return blijft('afgesproken');
  return {
    ...{ soort: 'verschuift', van: einde, naar },
    dagen: einde && naar ? dagenTussen(einde, naar) : null,
    reden: naar ? null : redenVan(termijn),
    stappen: termijn?.bewijs.stappen ?? [],
  };
}

function redenVan(termijn: ReturnType<typeof termijnVan>): string {
  if (!termijn) return `Volgens het voorstel geldt er geen termijn voor een zaak van deze dag.`;
  return termijn.einde === null ? termijn.reden : '';
}

// What a term is counted by. Who is reminded, and on what text it rests, moves no date.
function telt(beleid: Termijnbeleid | undefined): string {
  return JSON.stringify(beleid && [beleid.start, gewoon(beleid.lengte), beleid.regel]);
}

const gewoon = (lengte: Termijnbeleid['lengte']) =>
  typeof lengte === 'object' && 'weken' in lengte ? { dagen: lengte.weken * 7 } : lengte;

function zelfdeBeleid(nu: Termijnregels, straks: Termijnregels, soort: Soort): boolean {
  const rijen = ({ termijnbeleid }: Termijnregels) =>
    termijnbeleid
      .filter((beleid) => beleid.soort === soort)
      .map((beleid) => [beleid.geldigVan, beleid.geldigTot, telt(beleid)].join())
      .toSorted();
  return rijen(nu).join(';') === rijen(straks).join(';');
}

function zelfdeDagen(nu: Termijnregels, straks: Termijnregels): boolean {
  const dagen = ({ kalender: { dekking, vrij }, dienstkalender: { eigen } }: Termijnregels) =>
    [dekking.van, dekking.tot, ...vrij.keys(), '-', ...eigen.keys()].join();
  return nu === straks || dagen(nu) === dagen(straks);
}
