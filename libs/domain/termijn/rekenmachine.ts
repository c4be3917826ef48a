import type { Soort, Termijnbeleid } from '../gemeente/gemeente.ts';
import { beleidVoor } from '../gemeente/gemeente.ts';
import type { Datum } from './datum.ts';
import type { Kalenderversie, Termijnregel, Termijnregels } from './termijn.ts';
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
  /** Whether there is a term of which no end can be told, which is not the same as no term. */
  nietBepaald: boolean;
  stappen: ReturnType<typeof stappenVan>;
  kalender: Kalenderversie;
}>;

/**
 * The last day of a term of this soort that starts on this day, under the policy of that day.
 *
 * Another rule than the policy's shows what a choice would mean; only a municipality's own days
 * off can never move a legal term, not even in a sum.
 */
export function reken(gemeente: Termijnregels, { soort, vanaf, regel }: Rekenvraag): Rekenuitkomst {
  const beleid = beleidVoor(gemeente, soort, vanaf);
  const kalender = versieVan(gemeente.kalender);
  const zonder = (reden: string) => ({
    ...{ beleid, regel: regel ?? beleid?.regel, einde: null, kalender },
    ...{ reden, nietBepaald: false, stappen: [] },
  });
  if (!beleid)
    return zonder(`Op ${datumTekst(vanaf)} geldt er nog geen beleid voor de soort '${soort}'.`);
  if (regel === 'werkdag' && beleid.aard === 'wettelijk') return zonder(NIET_VOOR_DE_WET);
  const keuze: Termijnregel = { ...beleid, regel: regel ?? beleid.regel };
  const termijn = berekenTermijn({ startdatum: vanaf, regel: keuze }, gemeente);
  if (!termijn) return zonder(redenVan(beleid));
  return {
    ...{ beleid, regel: keuze.regel, einde: termijn.einde, kalender },
    reden: termijn.einde === null ? termijn.reden : undefined,
    nietBepaald: termijn.einde === null,
    stappen: stappenVan(termijn.bewijs),
  };
}

const NIET_VOOR_DE_WET =
  "De keuze 'werkdag' is er alleen voor een servicenorm, en deze termijn is wettelijk: kies geen " +
  'of atw.';

function redenVan({ lengte, basis }: Termijnbeleid): string {
  return lengte === 'zoals-afgesproken'
    ? `De laatste dag is zoals afgesproken (${basis.tekst}). Die volgt niet uit de startdag.`
    : `Het beleid stelt geen termijn (${basis.tekst}).`;
}
