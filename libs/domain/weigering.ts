import type { Facts } from '@wijkspoor/kernel';
import { Refused } from '@wijkspoor/kernel';

/** Every way in which the rules say no. Each has a section in `docs/reference/problems.md`. */
export type Weigeringscode =
  | 'zaak-onbekend'
  | 'werkbezoek-onbekend'
  | 'aanmelding-wijkt-af'
  | 'zaak-gesloten'
  | 'zaak-niet-beantwoord'
  | 'zaak-niet-te-heropenen'
  | 'geen-advies'
  | 'geen-uitkomst'
  | 'reactie-niet-schriftelijk'
  | 'geen-lopende-termijn'
  | 'afgesproken-datum-voorbij'
  | 'afgesproken-datum-voor-start'
  | 'afspraak-niet-bevoegd'
  | 'afspraak-na-verstrijken'
  | 'termijn-loopt-nog'
  | 'datum-voor-ontvangst'
  | 'geen-afdoening-mogelijk'
  | 'geen-afdoening-voorgesteld'
  | 'afdoening-niet-aanvaard';

/** A refusal with one of the known codes, ready to be thrown. */
export function weigering(code: Weigeringscode, feiten: Facts = {}): Refused<Weigeringscode> {
  return new Refused(code, feiten);
}
