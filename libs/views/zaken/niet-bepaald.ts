import type { ZaakId } from '@wijkspoor/domain';
import type { DataSource } from 'typeorm';
import { reach } from '../outage.ts';

/** A page of the cases with a term of which no end could be told, after `na`. */
export async function zonderEinde(
  ds: DataSource,
  limiet: number,
  na: string = '',
): Promise<readonly ZaakId[]> {
  const rijen = await reach(() =>
    ds.query<{ zaakId: ZaakId }[]>(
      `select zaak_id as "zaakId" from lees.zaken
       where niet_bepaald and zaak_id > $1 order by zaak_id limit $2`,
      [na, limiet],
    ),
  );
  return rijen.map(({ zaakId }) => zaakId);
}
