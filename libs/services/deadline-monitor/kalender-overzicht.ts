import type { Datum, Kalenders, VrijeDag } from '@wijkspoor/domain';
import {
  dagenTussen,
  datumTekst,
  kalenderWaarschuwing,
  versieVan,
  vrijeDagen,
} from '@wijkspoor/domain';
import type { KalenderOverzicht } from '@wijkspoor/wire';

/**
 * How far the calendar reaches, and its days off, those of one year where that is asked. Of a year
 * that it does not wholly know there is a reason: no days is not the same as none known.
 */
export function kalenderOp(
  { kalender, dienstkalender }: Kalenders,
  vandaag: Datum,
  jaar?: number,
): KalenderOverzicht {
  const inJaar = ({ datum }: VrijeDag) => jaar === undefined || datum.startsWith(`${jaar}-`);
  return {
    ...versieVan(kalender),
    dagenOver: dagenTussen(vandaag, kalender.dekking.tot),
    waarschuwing: kalenderWaarschuwing(kalender, vandaag) ?? null,
    reden: jaar === undefined ? null : redenVan(kalender, jaar),
    vrijeDagen: [...kalender.vrij.values()].filter(inJaar),
    eigenDagen: [...dienstkalender.eigen.values()].filter(inJaar),
  };
}

function redenVan(kalender: Kalenders['kalender'], jaar: number): string | null {
  if (vrijeDagen(kalender, jaar) !== 'niet-gedekt') return null;
  const { van, tot } = kalender.dekking;
  return (
    `De kalender kent de vrije dagen van ${datumTekst(van)} tot en met ${datumTekst(tot)}: ` +
    `niet alle dagen van ${jaar}.`
  );
}
