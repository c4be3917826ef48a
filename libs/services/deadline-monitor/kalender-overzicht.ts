import type { Datum, Kalenders, VrijeDag } from '@wijkspoor/domain';
import { dagenTussen, kalenderWaarschuwing, versieVan } from '@wijkspoor/domain';
import type { KalenderOverzicht } from '@wijkspoor/wire';

/** How far the calendar reaches, and its days off, those of one year where that is asked. */
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
    vrijeDagen: [...kalender.vrij.values()].filter(inJaar),
    eigenDagen: [...dienstkalender.eigen.values()].filter(inJaar),
  };
}
