import type { Datum, Rekenvraag, Termijnbeleid, Termijnregels } from '@wijkspoor/domain';
import { dagenTeLaat, dagenTussen, oordeel, reken } from '@wijkspoor/domain';
import type { TermijnBerekening } from '@wijkspoor/wire';

/** A term without a case, for the desk and the lawyer; needs the municipality and nothing else. */
export function berekening(
  gemeente: Termijnregels,
  vraag: Rekenvraag,
  peildatum: Datum,
): TermijnBerekening {
  const { beleid, regel, einde, reden, nietBepaald, stappen, kalender } = reken(gemeente, vraag);
  return {
    ...{ soort: vraag.soort, vanaf: vraag.vanaf, peildatum, regel: regel ?? null },
    ...{ einde, reden: reden ?? null },
    oordeel: oordeel({ einde, nietBepaald }, peildatum),
    dagenTeLaat: dagenTeLaat({ einde }, peildatum),
    dagenOver: einde && peildatum <= einde ? dagenTussen(peildatum, einde) : null,
    beleid: beleid ? beleidIn(beleid) : null,
    stappen,
    kalender,
  };
}

function beleidIn(beleid: Termijnbeleid): TermijnBerekening['beleid'] {
  const { aard, basis, start, lengte, regel, geldigVan, geldigTot = null } = beleid;
  return { aard, basis, start, lengte, regel, geldigVan, geldigTot };
}
