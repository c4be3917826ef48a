import type { OpenZaak, WijkCode, ZaakId } from '@wijkspoor/domain';
import type { DataSource } from 'typeorm';
import { reach } from '../outage.ts';

/** An open case, as far as its term goes. */
export type OpenZaakrij = OpenZaak &
  Readonly<{ zaakId: ZaakId; onderwerp: string; wijken: readonly WijkCode[] }>;

const sql = `
  select zaak_id as "zaakId", soort, onderwerp, wijken, ontvangen_op::text as "ontvangenOp",
    eerste_einde::text as "eersteEinde", einde::text
  from lees.zaken
  where gestopt_op is null
  order by einde, zaak_id`;

/** Every case whose clock has not stopped, the earliest end first, those without an end last. */
export async function openZaken(ds: DataSource): Promise<readonly OpenZaakrij[]> {
  return reach(() => ds.query<OpenZaakrij[]>(sql));
}
