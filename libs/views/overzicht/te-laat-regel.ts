import type { Datum, Gemeente } from '@wijkspoor/domain';
import { aanZet, datumIn, wijknaamOp } from '@wijkspoor/domain';
import type { ZaakTeLaat } from '@wijkspoor/wire';
import type { TeTonen } from '../zaken/samenvatting.ts';
import { samenvatting, teTonen } from '../zaken/samenvatting.ts';
import type { ZaakRij } from '../zaken/zaken.row.ts';

/** What of a row is shown in the list of late cases. */
export type LateRij = TeTonen & Pick<ZaakRij, 'eigenaar' | 'geregistreerdOp'>;

/** The columns of `LateRij`. Of days from before these were kept, it is not known and said so. */
export const teTonenTeLaat = `${teTonen}, z.eigenaar, z.geregistreerd_op as "geregistreerdOp",
  coalesce(s.na_verstrijken, false) as "naVerstrijken",
  s.laatste_bericht_op::text as "laatsteBerichtOp",
  s.laatste_bericht_vorm as "laatsteBerichtVorm"`;

/** A late case in one line, with the names and the duties of the day of looking. */
export function regelVan(rij: LateRij, gemeente: Gemeente, peildatum: Datum): ZaakTeLaat {
  const { laatsteBerichtOp: op, laatsteBerichtVorm: vorm, gestoptOp, naVerstrijken } = rij;
  const regel = samenvatting(rij, peildatum);
  return {
    ...regel,
    soortTeLaat: regel.oordeel === 'open-te-laat' ? 'open' : 'beantwoord',
    ...{ gestoptOp, naVerstrijken, laatsteBericht: op && { vorm, op } },
    aanZet: aanZet(gemeente, rij, peildatum),
    laterVastgelegd: datumIn(rij.geregistreerdOp, gemeente.tijdzone) > peildatum,
    wijknamen: rij.wijken.map((code) => ({ code, naam: wijknaamOp(gemeente, code, peildatum) })),
    wijkwethouders: wijkwethouders(rij.wijken, gemeente),
    link: `/v1/zaken/${rij.zaakId}`,
  };
}

function wijkwethouders(codes: readonly string[], { wijken }: Pick<Gemeente, 'wijken'>): string[] {
  const hun = wijken.filter(({ code }) => codes.includes(code));
  return [...new Set(hun.flatMap(({ wijkwethouder }) => wijkwethouder ?? []))];
}
