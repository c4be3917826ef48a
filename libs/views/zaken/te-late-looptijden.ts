import type { Datum, ZaakId } from '@wijkspoor/domain';
import type { DataSource } from 'typeorm';
import { reach } from '../outage.ts';

/** A term that has ended without an answer, and of which that is not established yet. */
export type TeLateLooptijd = Readonly<{ zaakId: ZaakId; einde: Datum; termijnRevisie: number }>;

/**
 * The running terms that ended before a day and are not established as exceeded, the oldest end
 * first; at most `limiet`, after `na` when there were more. It costs what is due, however many
 * cases there are, because an index holds exactly these.
 *
 * It reads the table of cases, not one of its own. A second view would keep a second copy of every
 * term in step for the same answer. The price is that a term is noticed as soon as the view of
 * cases has it, whichever process keeps that view; a view that is behind makes the monitor later,
 * never wrong, because the case itself decides again, and a late answer tells of its lateness by
 * itself.
 */
export async function teLateLooptijden(
  ds: DataSource,
  vandaag: Datum,
  limiet: number,
  na?: TeLateLooptijd,
): Promise<readonly TeLateLooptijd[]> {
  const verder = na ? 'and (einde, zaak_id) > ($3::date, $4)' : '';
  const sql = `
    select zaak_id as "zaakId", einde::text, termijn_revisie as "termijnRevisie"
    from lees.zaken
    where gestopt_op is null and einde is not null and not overschreden and einde < $1 ${verder}
    order by einde, zaak_id limit $2`;
  const waarden = [vandaag, limiet, ...(na ? [na.einde, na.zaakId] : [])];
  return reach(() => ds.query<TeLateLooptijd[]>(sql, waarden));
}
