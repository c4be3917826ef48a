import type { Gemeente, Soort, Termijnbeleid } from '../gemeente/gemeente.ts';
import { beleidVoor } from '../gemeente/gemeente.ts';
import type { Datum } from './datum.ts';
import type { Kalenderversie, Termijnregel } from './termijn.ts';
import { datumTekst } from './kalender-tekst.ts';
import { berekenTermijn, stappenVan, versieVan } from './termijn.ts';

/** What the desk or the lawyer asks. `regel`: another rule for days off than the policy's own. */
export type Rekenvraag = Readonly<{
  soort: Soort;
  vanaf: Datum;
  regel?: Termijnbeleid['regel'] | undefined;
}>;

/** A term without a case: the same computation and the same steps as that of a case. */
export type Rekenuitkomst = Readonly<{
  beleid: Termijnbeleid | undefined;
  regel: Termijnbeleid['regel'] | undefined;
  einde: Datum | null;
  /** Why there is no end. */
  reden: string | undefined;
  stappen: ReturnType<typeof stappenVan>;
  kalender: Kalenderversie;
}>;

type Gegeven = Pick<Gemeente, 'termijnbeleid' | 'kalender' | 'dienstkalender'>;

/** The last day of a term of this soort that starts on this day, under the policy of that day. */
export function reken(gemeente: Gegeven, { soort, vanaf, regel }: Rekenvraag): Rekenuitkomst {
  const beleid = beleidVoor(gemeente, soort, vanaf);
  const kalender = versieVan(gemeente.kalender);
  if (!beleid) {
    const reden = `Op ${datumTekst(vanaf)} geldt er nog geen beleid voor de soort '${soort}'.`;
    return { beleid, regel, einde: null, reden, stappen: [], kalender };
  }
  const keuze: Termijnregel = { ...beleid, regel: regel ?? beleid.regel };
  const termijn = berekenTermijn({ startdatum: vanaf, regel: keuze }, gemeente);
  const zonder = termijn ? undefined : redenVan(beleid);
  return {
    ...{ beleid, regel: keuze.regel, einde: termijn?.einde ?? null, kalender },
    reden: termijn?.einde === null ? termijn.reden : zonder,
    stappen: termijn ? stappenVan(termijn.bewijs) : [],
  };
}

function redenVan({ lengte, basis }: Termijnbeleid): string {
  return lengte === 'zoals-afgesproken'
    ? `De laatste dag is zoals afgesproken (${basis.tekst}). Die volgt niet uit de startdag.`
    : `Het beleid stelt geen termijn (${basis.tekst}).`;
}
