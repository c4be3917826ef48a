import type { Datum } from '@wijkspoor/domain';
import { dagenTeLaat, oordeel } from '@wijkspoor/domain';
import type { ZaakSamenvatting } from '@wijkspoor/wire';
import type { Stand } from './stand.ts';
import type { ZaakRij } from './zaken.row.ts';

/** What of a row is shown in a list, with how the case stood on the day of looking. */
export type TeTonen = Stand &
  Pick<
    ZaakRij,
    'zaakId' | 'soort' | 'wijken' | 'themas' | 'kanaal' | 'onderwerp' | 'ontvangenOp' | 'wethouder'
  > &
  Pick<ZaakRij, 'kenmerken'>;

/** The columns of `TeTonen`, from the row `z` and the standing `s` of `opPeildatum`. */
export const teTonen = `
  z.zaak_id as "zaakId", z.soort, z.wijken, z.themas, z.kanaal, z.onderwerp,
  z.ontvangen_op::text as "ontvangenOp", z.wethouder, z.kenmerken,
  s.vanaf::text, s.status, s.behandelaar, s.eerste_einde::text as "eersteEinde",
  s.einde::text, s.gestopt_op::text as "gestoptOp", s.beantwoord_op::text as "beantwoordOp",
  s.laatste_contact_op::text as "laatsteContactOp"`;

/** A case in one line, judged on a day by the rules of the domain. */
export function samenvatting(rij: TeTonen, peildatum: Datum): ZaakSamenvatting {
  const { zaakId, soort, status, wijken, themas, kanaal, onderwerp, kenmerken } = rij;
  const { ontvangenOp, behandelaar, wethouder, einde, eersteEinde } = rij;
  const { beantwoordOp, laatsteContactOp } = rij;
  return {
    ...{ zaakId, soort, status, wijken: [...wijken], themas: [...themas], kanaal, onderwerp },
    ...{ ontvangenOp, behandelaar, wethouder, einde, eersteEinde },
    ...{ oordeel: oordeel(rij, peildatum), dagenTeLaat: dagenTeLaat(rij, peildatum) },
    ...{ beantwoordOp, laatsteContactOp, kenmerken: [...kenmerken] },
  };
}
